import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PASSPHRASE, type Session, startSession, tabTo } from './support.ts';

/** A criterion of M&L 60 that lost words, as its unit prints it. */
const LOST = '[lost]rganisational culture and its [lost]ad organisational behaviour';
const GUIDANCE = /^Organisational cultures could be the learner's organisation/;
let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.end());

it('says a criterion once, what was lost in it on focus, and opens the guidance beside it by keyboard', {
  timeout: 120_000,
}, async () => {
  const { page, complaints } = session;
  const keys = page.keyboard;
  await openDesk(page);
  const sheet = page.getByRole('tabpanel');
  const guidance = sheet.getByText(GUIDANCE);
  const folded = sheet.locator('summary', { hasText: 'Assessment Guidance' });
  await folded.waitFor();

  // The name of its choice, which is out of sight, says it too.
  const said = sheet.locator(':not(legend):not(:has(*:not(span)))', { hasText: /ad organisational behaviour$/ });
  expect(await said.allInnerTexts()).toEqual([`1.1 ${LOST}`]);
  expect(await sheet.getByRole('list', { name: 'Assessment criteria answered' }).count()).toBe(0);

  await sheet.getByRole('button', { name: `1.1 ${LOST}`, exact: true }).focus();
  await tabTo(page, sheet.getByRole('button', { name: /^Words lost\. The source has “rganisational/ }), 2);
  await page
    .getByRole('tooltip')
    .getByText(/nothing is put in its place/)
    .waitFor();

  // One line until it is wanted; opened, both feedback fields are still in sight.
  expect(await guidance.isVisible()).toBe(false);
  await tabTo(page, folded, 6);
  await keys.press('Enter');
  await guidance.waitFor();
  const fields = sheet.getByRole('textbox', { name: /^(Strengths|Areas for improvement), / });
  const ends = await fields.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom));
  expect(ends).toHaveLength(2);
  expect(Math.max(...ends)).toBeLessThan(768);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const found = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(found.violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }))).toEqual([]);
  }
  await keys.press('Enter');
  await guidance.waitFor({ state: 'hidden' });
  expect(complaints).toEqual([]);
});

async function openDesk(page: Page): Promise<void> {
  const script = join(session.folder, 'report.txt');
  writeFileSync(script, 'What our culture is, where it came from, and what the board wants it to be.\n');
  await page.getByLabel('Centre number').fill('012345');
  await page.getByLabel('Centre name').fill('Strategy Centre (demo)');
  await page.getByLabel('Your name').fill('Asha Ray (demo)');
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Passphrase again').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Create the workspace' }).click();
  await page.getByRole('button', { name: 'Learners', exact: true }).click();
  await page.getByRole('button', { name: 'Add a learner' }).first().click();
  await page.getByLabel('Learner name').fill('Ines Falk (demo)');
  await page.getByLabel('Registration number').fill('CMI0060');
  await page.getByRole('button', { name: 'Add the learner' }).click();

  const form = page.getByRole('form', { name: 'Take in a script' });
  const chooser = page.waitForEvent('filechooser');
  await form.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(script);
  await form.getByRole('combobox', { name: 'Qualification' }).click();
  await page.getByRole('option', { name: /Strategic Management and Leadership/ }).click();
  await form.getByRole('combobox', { name: 'Assessment' }).click();
  await page.getByRole('option', { name: 'M&L 60 Shape organisational culture and values' }).click();
  await form.getByRole('checkbox', { name: /declared/ }).click();
  await form.getByRole('button', { name: 'Take in the script' }).click();
  const learner = page.getByRole('region', { name: 'Ines Falk (demo)' });
  await learner.getByRole('button', { name: /^(Mark|Carry on)/ }).click();
  await page.getByRole('tablist', { name: 'Sections' }).waitFor();
}
