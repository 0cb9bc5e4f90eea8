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
/** As Word puts it on the clipboard. */
const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p { color: red }</style></head><body lang=EN-GB>
<!--StartFragment--><p class=MsoNormal>Before you <b style='mso-bidi-font-weight:normal'>send it</b>:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>date every source<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span></span><![endif]>name what is <span
style='font-weight:700'>missing</span><img src="http://example.invalid/x.png" onerror="document.title = 'run'"><o:p>&nbsp;</o:p></p>
<script>document.title = 'run';</script><!--EndFragment--></body></html>`;

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.end());

/** Pastes a page and its plain words where the keyboard is. */
async function paste(page: Page, html: string, plain: string): Promise<void> {
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', ${JSON.stringify(html)});
    clipboardData.setData('text/plain', ${JSON.stringify(plain)});
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  }`);
}

it('takes bullets and bold from the keyboard and from Word to the signed form', { timeout: 240_000 }, async () => {
  const { page, folder, exports, complaints } = session;
  const keys = page.keyboard;
  const script = join(folder, 'report.txt');
  writeFileSync(script, 'Which depot should close first, and what hangs on the answer.\n');
  await firstStart(page);
  await page.getByRole('button', { name: 'Qualifications', exact: true }).click();
  await page.getByLabel('Pack file').setInputFiles(PACK);
  await page.getByText('Certificate in Clear Reporting (demo)').first().waitFor();
  await addLearner(page, LEARNER, 'DEM0042');
  await takeInAndMark(page, LEARNER, script, { qualification: /Clear Reporting/, assessment: 'Report: R1' });

  await keys.press('Alt+s');
  const strengths = page.getByRole('textbox', { name: /^Strengths, / });
  expect(await strengths.getAttribute('lang')).toBe('en-GB');
  await keys.type('One ');
  await keys.press('Control+b');
  await keys.type('clear');
  await keys.press('Control+b');
  await keys.type(' question.');
  await keys.press('Enter');
  await keys.type('- you say why');
  await keys.press('Enter');
  await keys.type('you say when');
  await keys.press('Enter');
  await keys.press('Enter');
  await keys.type('Well set out');
  await keys.press('Control+b');
  await keys.type('.');
  expect(await strengths.inputValue()).toBe(
    'One **clear** question.\n- you say why\n- you say when\nWell set **out.**',
  );
  await keys.press('Shift+Home');
  await keys.press('Alt+u');
  await keys.press('Alt+u');
  await keys.press('Control+b');
  await keys.press('Control+b');
  expect(await strengths.inputValue()).toContain('\nWell set out.');
  await page.getByRole('button', { name: 'Bullet, strengths' }).click();
  expect(await strengths.inputValue()).toContain('\n- Well set out.');
  await keys.press('End');
  // Tab goes on; it is never caught.
  await keys.press('Tab');
  expect(await strengths.evaluate((element) => element === document.activeElement)).toBe(false);

  await keys.press('Alt+i');
  const improvements = page.getByRole('textbox', { name: /^Areas for improvement, / });
  await paste(page, FROM_WORD, 'plain');
  const FROM = 'Before you **send it**:\n- date every source\n- name what is **missing**';
  expect(await improvements.inputValue()).toBe(FROM);
  await keys.type(' here');
  expect(await improvements.inputValue()).toBe(`${FROM} here`);
  expect(await page.title()).not.toBe('run');
  await keys.press('Enter');
  await keys.press('Enter');
  await keys.type('> [3] “61 %” (p 4)');
  await saved(page);
  await look(page, 'feedback-typed');

  // A hostile page is read in bounds; what is too long for the field is said, and nothing of it is kept.
  const filled = await improvements.inputValue();
  const start = Date.now();
  await paste(page, '<div>'.repeat(400_000), 'x');
  expect(await improvements.inputValue()).toBe(filled);
  const reopened = Array.from({ length: 5000 }, (_, index) => `<b x${index}>`).join('');
  await paste(page, `${reopened}${'<p>and so on'.repeat(7000)}${'<div>'.repeat(5000)}`, 'x');
  expect(Date.now() - start).toBeLessThan(20_000);
  await page.getByText(/characters longer than a field takes/).waitFor();
  await improvements.fill(filled);
  await saved(page);

  for (const tab of ['Alt+1', 'Alt+2']) {
    await keys.press(tab);
    await keys.press('Alt+m');
    for (const mark of tab === 'Alt+1' ? ['18', '15', '20'] : ['19', '20']) {
      await keys.type(mark);
      await keys.press('ArrowDown');
    }
  }
  await keys.press('Alt+s');
  await keys.type('A busy reader sees the point at once.');
  await saved(page);
  await signSheet(page);
  await keys.press('Alt+1');
  const written = page.getByRole('region', { name: /^Strengths, / });
  expect(await written.getByRole('listitem').allInnerTexts()).toEqual(['you say why', 'you say when', 'Well set out.']);
  expect(await written.locator('strong').allInnerTexts()).toEqual(['clear']);
  await look(page, 'feedback-signed');

  await exportSigned(page, 'R1(1).pdf');
  const files = readdirSync(exports).map((name) => join(exports, name));
  const [pdf = '', docx = ''] = ['.pdf', '.docx'].map((ending) => files.find((name) => name.endsWith(ending)) ?? '');
  const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replace(/\s+/gu, ' ');
  for (const words of [
    'One clear question.',
    'you say why',
    '[3] “61 %” (p 4)',
    'Before you send it:',
    'missing here',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toMatch(/\*\*|- you say|> \[3\]/);
  const xml = execFileSync('unzip', ['-p', docx, 'word/document.xml'], { encoding: 'utf8' });
  const paragraph = (words: string) => xml.match(/<w:p>.*?<\/w:p>/gs)?.find((one) => one.includes(words)) ?? '';
  expect(paragraph('you say why')).toContain('<w:numPr>');
  expect(paragraph('One ')).toMatch(/<w:b\/>.*?>clear<\/w:t>/);
  const said: string[] = [];
  expect(await verifyCommand(files, (line) => void said.push(line)), said.join('\n')).toBe(0);
  expect(complaints).toEqual([]);
  const kept = process.env.COUNTERSIGN_SCREENSHOTS;
  if (kept) for (const file of files) execFileSync('cp', [file, kept]);
});
