import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AppError } from '../../shared/api/errors.ts';
import { DEMO_PASSPHRASE, type Session, startSession } from './support.ts';

const NAMED = 'T Bielak-FHA2217-012345-8316-605(1).txt';
let session: Session;
beforeAll(async () => {
  session = await startSession({ demo: true });
  const { page } = session;
  await page.getByLabel('Passphrase', { exact: true }).fill(DEMO_PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('grid', { name: 'Queue' }).waitFor();
});
afterAll(() => session.end());

it('asks whose the opened files are, and takes a named one to its learner with the assessment filled in', async () => {
  const { page } = session;
  await offer(
    page,
    [NAMED, 'L Marsh-ZZZ0001-012345-8316-603(1).txt'],
    [{ name: 'empty.pdf', error: { code: 'file-empty', name: 'empty.pdf' } }],
  );
  const dialog = page.getByRole('dialog', { name: '2 files were opened with Countersign; 1 more could not be' });
  await dialog.getByText(/“empty\.pdf” is empty/).waitFor();
  const forLearner = dialog.getByRole('button', { name: 'Take in for this learner' });
  await forLearner.waitFor();
  await look(page, 'opened-named');
  // The names speak of two learners, so the files are two submissions.
  expect(await dialog.getByRole('checkbox', { name: `Take in ${NAMED}` }).isChecked()).toBe(true);
  expect(await dialog.getByRole('checkbox', { name: /Marsh/ }).isChecked()).toBe(false);
  await forLearner.click();

  const form = page.getByRole('form', { name: 'Take in a script' });
  await form.getByText(NAMED).waitFor();
  expect(await form.getByRole('combobox', { name: 'Assessment' }).inputValue()).toMatch(/605/);
  await look(page, 'opened-form');
  await form.getByRole('button', { name: 'Take in the script' }).click();
  await page.getByText(/^Taken in as attempt 1/).waitFor();
});

it('keeps the rest waiting, and takes it to a learner who is added for it', async () => {
  const { page } = session;
  const strip = page.getByRole('status').filter({ hasText: '1 file was opened with Countersign' });
  await strip.waitFor();
  await look(page, 'opened-strip');
  await page.keyboard.press('Alt+o');
  const dialog = page.getByRole('dialog', { name: '1 file was opened with Countersign' });
  await dialog.getByText(/No learner has the registration number ZZZ0001/).waitFor();
  await look(page, 'opened-unknown');
  await dialog.getByRole('button', { name: 'Add a learner' }).click();
  expect(await dialog.getByLabel('Registration number').inputValue()).toBe('ZZZ0001');
  await dialog.getByLabel('Learner name').fill('Lou Marsh (demo)');
  await look(page, 'opened-new-learner');
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Take in a script' });
  await form.getByText(/Marsh-ZZZ0001/).waitFor();

  // What is not used here goes on waiting.
  await form.getByRole('button', { name: 'Cancel' }).click();
  await strip.waitFor();
  await form.getByRole('button', { name: 'Use the file opened with Countersign' }).click();
  await strip.waitFor({ state: 'detached' });
  await form.getByRole('button', { name: 'Take in the script' }).click();
  await page.getByText(/^Taken in as attempt 1 of Work-Based Assignment: 603/).waitFor();
});

it('does not ask over another question, and finds a learner by name', async () => {
  const { page } = session;
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await offer(page, ['essay.txt'], []);
  await page.waitForTimeout(300);
  expect(await page.getByRole('dialog').count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Take it in' }).click();
  const dialog = page.getByRole('dialog', { name: '1 file was opened with Countersign' });
  await dialog.getByRole('searchbox', { name: 'Find a learner' }).fill('bielak');
  await dialog.getByRole('gridcell', { name: 'Tomasz Bielak (demo)' }).waitFor();
  await dialog.getByRole('gridcell', { name: 'Amira Okafor (demo)' }).waitFor({ state: 'detached' });
  await look(page, 'opened-found');
  await dialog.getByRole('gridcell', { name: 'Tomasz Bielak (demo)' }).click();
  await page.getByRole('form', { name: 'Take in a script' }).getByText('essay.txt').waitFor();
  await page.getByRole('region', { name: 'Tomasz Bielak (demo)' }).waitFor();
});

it('says after a lock that what was not taken in has to be opened again', async () => {
  const { page } = session;
  await page.getByRole('form', { name: 'Take in a script' }).getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('Control+Shift+l');
  await page.getByLabel('Passphrase', { exact: true }).fill(DEMO_PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByText(/1 file that was opened with Countersign was not taken in/).waitFor();
  expect(await page.getByRole('button', { name: 'Take it in' }).count()).toBe(0);
  expect(session.complaints).toEqual([]);
});

/** What Electron's main side does with files that the system opens: it brings them in, then tells the page. */
async function offer(
  page: Page,
  names: readonly string[],
  refused: readonly { readonly name: string; readonly error: AppError }[],
): Promise<void> {
  const text = 'The depot runs at 61 % of its capacity. '.repeat(40);
  await page.evaluate(
    `(async ({ names, refused, text }) => {
      const files = [];
      for (const name of names) {
        const bytes = new TextEncoder().encode(text + name);
        const begun = await fetch('/transfer', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ name, size: bytes.length }),
        });
        const { token } = (await begun.json()).value;
        const headers = { 'content-type': 'application/octet-stream' };
        await fetch('/transfer/' + token + '?offset=0', { method: 'PUT', headers, body: bytes });
        files.push({ token, name, size: bytes.length });
      }
      window.dispatchEvent(new CustomEvent('countersign', { detail: { kind: 'files-offered', files, refused } }));
    })(${JSON.stringify({ names, refused, text })})`,
  );
}

/** Nothing to mend for those who cannot see it; and a picture, where pictures are asked for. */
async function look(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(300);
  const shots = process.env.COUNTERSIGN_SCREENSHOTS;
  if (shots) {
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `${name}.png`) });
  }
  // Legacy mode, because the host lets no second page be opened.
  const found = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(found.violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }))).toEqual([]);
}
