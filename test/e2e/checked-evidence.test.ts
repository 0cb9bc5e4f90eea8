import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fullSheetOf, judgedSheetOf } from '../shared/documents/evidence-sheets.ts';
import { ama, filesOf, sheetBy } from '../shared/verification/data/signed-sheets.ts';
import { PASSPHRASE, type Session, startSession, tabTo } from './support.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession();
  const full = fullSheetOf(12);
  const other = { ...full.learner, name: 'Ffion Prosser (demo)', registrationNumber: 'CMI0061' };
  for (const [name, sheet] of [
    ['judged', judgedSheetOf()],
    ['full', { ...full, sheet: full.attempt.id as never, learner: other }],
  ] as const) {
    writeFileSync(join(session.folder, `${name}.pdf`), (await filesOf(sheetBy(ama, sheet))).pdf);
  }
}, 60_000);
afterAll(() => session.end());

it('shows the IQA what each criterion was judged on, by keyboard from the criterion to the evidence', {
  timeout: 120_000,
}, async () => {
  const { page, complaints } = session;
  await createWorkspace(page);
  await openSheet(page, 'judged');
  const criteria = page.getByRole('region', { name: /^1 Be able to do the work of outcome 1/ });
  const second = criteria.getByRole('listitem').filter({ hasText: '1.2 Show that criterion 2' });
  expect(await second.getByText('Now each factor is named.').isVisible()).toBe(true);
  expect(await second.getByRole('list', { name: 'Evidence' }).getByRole('listitem').allInnerTexts()).toEqual([
    'E4 Statement of the operations director, second paragraph',
    'E3 Risk register',
  ]);
  expect(await criteria.getByText('Achieved in attempt 1, revision 2').count()).toBe(1);

  const trail = second.locator('summary');
  expect(await trail.innerText()).toBe('Attempt 2, 20 Nov 2026, 09:15 +00:00: achieved, on E3, E4 (2 judgements)');
  await page.getByRole('radio', { name: 'Not judged' }).first().focus();
  await tabTo(page, trail, 20);
  await page.keyboard.press('Enter');
  expect(
    await second.getByRole('list', { name: 'How the judgement was reached' }).getByRole('listitem').allInnerTexts(),
  ).toEqual([
    'Attempt 1, 3 Nov 2026, 14:10 +00:00: not yet, on no evidence',
    'Attempt 2, 20 Nov 2026, 09:15 +00:00: achieved, on E3, E4',
  ]);

  await criteria.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await look(page, 'criteria');

  const link = second.getByRole('button', { name: 'E4 Statement of the operations director' });
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  const item = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^E4 / }) });
  expect(await item.evaluate((element) => element === document.activeElement)).toBe(true);
  expect((await item.boundingBox())?.y).toBeLessThan(768);
  expect(await item.locator('dt').allInnerTexts()).toEqual([
    ...['Type', 'Witness', 'Role', 'Relation to the learner', 'Contact', 'Date', 'Statement', 'For criteria'],
  ]);
  expect(await item.locator('dd').last().innerText()).toBe('1.2');
  expect(await page.getByText('Simulated, not from real work').count()).toBe(1);
  await look(page, 'judged');
  expect(complaints).toEqual([]);
});

it('shows long notes and names of other alphabets without cutting them, at both sizes', {
  timeout: 120_000,
}, async () => {
  const { page, complaints } = session;
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Checks' }).click();
  await openSheet(page, 'full');
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    const evidence = page.getByRole('region', { name: 'Evidence' });
    expect(await evidence.getByRole('heading', { level: 4 }).count()).toBe(12);
    const cut = await page
      .getByRole('region')
      .evaluateAll((all) =>
        all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.getAttribute('aria-label')),
      );
    expect(cut).toEqual([]);
    await evidence.scrollIntoViewIfNeeded();
    await look(page, `full-${width}`);
  }
  expect(complaints).toEqual([]);
});

async function createWorkspace(page: Page): Promise<void> {
  await page.getByLabel('Centre number').fill('012345');
  await page.getByLabel('Centre name').fill('Strategy Centre (demo)');
  await page.getByLabel('Your name').fill('Rhys Pryce (demo)');
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Passphrase again').fill(PASSPHRASE);
  await page.getByRole('checkbox', { name: /^(Internal quality assurer|IQA)/ }).check();
  await page.getByRole('button', { name: 'Create the workspace' }).click();
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Checks' }).click();
}

async function openSheet(page: Page, name: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a signed sheet' }).first().click();
  await (await chooser).setFiles(join(session.folder, `${name}.pdf`));
  await page.getByRole('region', { name: 'Evidence' }).waitFor({ timeout: 60_000 });
}

/** Axe in both schemes, and a picture where one is asked for. */
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(found.violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }))).toEqual([]);
    const shots = process.env.COUNTERSIGN_SCREENSHOTS;
    if (!shots) continue;
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `checked-evidence-${name}-${colorScheme}.png`) });
  }
}
