import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyCommand } from '../../electron/cli/verify-command.ts';
import { addLearner, exportSigned, firstStart, look, signSheet, takeInAndMark } from './desk-steps.ts';
import { type Session, saved, startSession } from './support.ts';

const PACK = join(import.meta.dirname, '..', 'fixtures', 'packs', 'criterion-levels.json');
const LEARNER = 'Ines Falk (demo)';
const WEAK_SOURCES = 'Sources are those at hand, whatever the question.';
const GOOD_FIGURES = 'Figures lead the reader to the point at a glance.';
let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.end());

it('refers a sheet for one criterion below its minimum, however high the total, with the levels on the form', {
  timeout: 180_000,
}, async () => {
  const { page, folder, exports, complaints } = session;
  const keys = page.keyboard;
  const script = join(folder, 'report.txt');
  writeFileSync(script, 'Which depot should close first, and what hangs on the answer.\n');
  await firstStart(page);
  await addPack(page);
  await addLearner(page, LEARNER, 'DEM0042');
  await takeInAndMark(page, LEARNER, script, { qualification: /Clear Reporting/, assessment: 'Report: R1' });

  // The focused criterion shows what its levels look like, under their names; the others are one line each.
  const sheet = page.getByRole('tabpanel');
  const levels = sheet.getByRole('table', { name: /^Levels, 1\.1 / });
  expect(await levels.getByRole('columnheader').allInnerTexts()).toEqual(['Referral', 'Pass', 'Good Pass']);
  await levels.getByRole('cell', { name: 'One question is named, and it is the one that is answered.' }).waitFor();
  expect(await sheet.getByRole('table').count()).toBe(1);
  await fitsWithoutScrolling(page);
  await look(page, 'criterion-minimum-levels');

  // From the words a digit goes to the mark; arrows go from mark to mark.
  await keys.press('Alt+c');
  await keys.type('18');
  await keys.press('ArrowDown');
  await keys.type('9');
  await sheet.getByRole('table', { name: /^Levels, 1\.2 / }).waitFor();
  await sheet.getByText('Criterion 2 is below its minimum, which refers the section whatever the total.').waitFor();
  await page.getByRole('tab', { name: /1 below the minimum/ }).waitFor();
  await keys.press('ArrowDown');

  // Half marks, decimals, less than nothing and more than there is stay in sight with the reason, and are not kept.
  const third = sheet.getByRole('textbox', { name: /^Mark, 1\.3 / });
  for (const [typed, reason] of [
    ['12½', /whole number in digits/],
    ['12.5', /whole number in digits/],
    ['12,5', /whole number in digits/],
    ['-1', /cannot be less than 0/],
    ['21', /Only 20 marks are available/],
  ] as const) {
    await keys.press('Control+a');
    await keys.type(typed);
    await sheet.getByRole('alert').filter({ hasText: reason }).waitFor();
    expect(await third.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByRole('main').innerText()).toMatch(/Total\s*27\s*of 100\s*Incomplete/);
  }
  await look(page, 'criterion-minimum-refused');
  await keys.press('Control+a');
  await keys.type('20');
  await sheet.getByRole('alert').waitFor({ state: 'detached' });
  await keys.press('Alt+s');
  await keys.type('One question, and you say what hangs on it.');
  await keys.press('Alt+i');
  await keys.type('Choose sources that fit the question, and name what is missing.');
  await keys.press('Alt+2');
  await keys.press('Alt+m');
  await keys.type('19');
  await keys.press('ArrowDown');
  await keys.type('20');
  await keys.press('Alt+s');
  await keys.type('A busy reader sees the point at once.');
  await look(page, 'criterion-minimum-full');
  await saved(page);
  await page.getByText(/: section 1 \(criterion 2 below its minimum\)$/).waitFor();
  expect(await page.getByRole('main').innerText()).toMatch(/Total\s*86\s*of 100\s*Referral/);

  await signSheet(page);
  await exportSigned(page, 'R1(1).pdf');
  const files = readdirSync(exports).map((name) => join(exports, name));
  expect(files.map((name) => name.slice(-9)).sort()).toEqual(['R1(1).docx', 'R1(1).pdf'].map((name) => name.slice(-9)));
  for (const text of [pdfText(files), docxText(files)]) {
    for (const level of ['Referral', 'Pass', 'Good Pass']) expect(text).toContain(level);
    expect(text).toContain(WEAK_SOURCES);
    expect(text).toContain(GOOD_FIGURES);
    expect(text).toMatch(/\b9 ?\/ ?20 marks/);
    expect(text).toMatch(/\b86\b/);
  }
  const said: string[] = [];
  expect(await verifyCommand(files, (line) => void said.push(line)), said.join('\n')).toBe(0);
  expect(complaints).toEqual([]);
});

async function addPack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Qualifications', exact: true }).click();
  await page.getByLabel('Pack file').setInputFiles(PACK);
  await page.getByText('Certificate in Clear Reporting (demo)').first().waitFor();
}

/** Everything of the section is in sight at once. */
async function fitsWithoutScrolling(page: Page): Promise<void> {
  const over = await page
    .getByRole('tabpanel')
    .evaluate((panel) =>
      [panel, ...panel.children].map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
    );
  expect(Math.max(...over)).toBeLessThanOrEqual(0);
}

function pdfText(files: readonly string[]): string {
  const pdf = files.find((name) => name.endsWith('.pdf')) ?? '';
  return oneLine(execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }));
}

function docxText(files: readonly string[]): string {
  const docx = files.find((name) => name.endsWith('.docx')) ?? '';
  const xml = execFileSync('unzip', ['-p', docx, 'word/document.xml'], { encoding: 'utf8' });
  return oneLine(xml.replace(/<\/w:p>/g, ' ').replace(/<[^>]*>/g, ''));
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
