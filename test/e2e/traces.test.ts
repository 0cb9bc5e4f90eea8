import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { PASSPHRASE, type Session, saved, startSession } from './support.ts';

/** Names and phrases that occur nowhere else. The script's own bytes hold one of them as plain text. */
const PLANTED = {
  learner: 'Xylophonia Quartzbury',
  number: 'PLANT7731',
  centre: 'Zephyrwick Vantage Centre',
  assessor: 'Ottoline Vexworthy',
  strengths: 'glimmering turnpike analysis',
  improvements: 'undercosted marmalade option',
  script: 'the heliotrope depot at Wexcombe',
  file: 'Quartzbury heliotrope script.txt',
  passphrase: PASSPHRASE,
};

let session: Session;
const outer = mkdtempSync(join(tmpdir(), 'countersign-traces-'));
beforeAll(async () => {
  // Everything that the app or its browser would leave in the system's temporary folder comes under our eyes.
  const temporary = join(outer, 'temporary');
  mkdirSync(temporary);
  vi.stubEnv('TMPDIR', temporary);
  session = await startSession();
});
afterAll(async () => {
  await session.end();
  vi.unstubAllEnvs();
  rmSync(outer, { recursive: true, force: true });
});

it('leaves no name, number or phrase in any file but the exports, while it runs and after', {
  timeout: 120_000,
}, async () => {
  const { page, folder } = session;
  const script = join(outer, PLANTED.file);
  writeFileSync(script, `${PLANTED.script}. `.repeat(300));
  await work(page, script);

  expect(found(folder)).toEqual([]);
  await session.window.close();
  expect(found(folder)).toEqual([]);
  expect(readdirSync(join(outer, 'temporary')).filter((name) => /profile/.test(name))).toEqual([]);
});

async function work(page: Page, script: string): Promise<void> {
  await page.getByLabel('Centre number').fill('012345');
  await page.getByLabel('Centre name').fill(PLANTED.centre);
  await page.getByLabel('Your name').fill(PLANTED.assessor);
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Passphrase again').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Learners', exact: true }).click();
  await page.getByRole('button', { name: 'Add a learner' }).first().click();
  await page.getByLabel('Learner name').fill(PLANTED.learner);
  await page.getByLabel('Registration number').fill(PLANTED.number);
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Take in a script' });
  await form.getByLabel('Script files').setInputFiles(script);
  await form.getByRole('combobox', { name: 'Qualification' }).click();
  await page.getByRole('option', { name: /Diploma in Management/ }).click();
  await form.getByRole('combobox', { name: 'Assessment' }).click();
  await page.getByRole('option', { name: 'Work-Based Assignment: 603' }).click();
  await form.getByRole('checkbox', { name: /declared/ }).click();
  await form.getByRole('button', { name: 'Take in the script' }).click();
  await page
    .getByRole('region', { name: PLANTED.learner })
    .getByRole('button', { name: /^(Mark|Carry on)/ })
    .click();
  for (const [tab, mark] of [
    [0, '7'],
    [1, '60'],
  ] as const) {
    await page.getByRole('tablist', { name: 'Sections' }).getByRole('tab').nth(tab).click();
    await page.getByRole('textbox', { name: /^Strengths, / }).fill(PLANTED.strengths);
    await page.getByRole('textbox', { name: /^Areas for improvement, / }).fill(PLANTED.improvements);
    await page.getByRole('textbox', { name: /^Mark, / }).fill(mark);
    await saved(page);
  }
  await page.keyboard.press('Control+p');
  await page
    .getByRole('dialog')
    .getByText(/MARK SHEET/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Sign the sheet' }).first().click();
  await page.getByRole('dialog').getByLabel('Passphrase').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page
    .getByText(/^Signed \d+ \w+ 20\d\d/)
    .first()
    .waitFor();
  // Time for the browser to write what it would write.
  await page.waitForTimeout(3000);
}

/** Where any planted text stands in any file, as UTF-8 or as UTF-16. */
function found(folder: string): readonly string[] {
  const places = [join(outer, 'temporary'), folder].flatMap((place) =>
    readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return places.flatMap((file) => {
    const bytes = readFileSync(file);
    return Object.entries(PLANTED)
      .filter(([, text]) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))
      .map(([what]) => `${what} in ${relative(outer, file)}`);
  });
}
