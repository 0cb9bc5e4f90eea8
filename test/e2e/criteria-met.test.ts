import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyCommand } from '../../electron/cli/verify-command.ts';
import { addLearner, exportSigned, firstStart, look, signSheet, takeInAndMark } from './desk-steps.ts';
import { demoScript, type Session, saved, startSession, tabTo } from './support.ts';

/** A criterion of M&L 60 that lost words, as its unit prints it. */
const LOST = '[lost]rganisational culture and its [lost]ad organisational behaviour';
const GUIDANCE = /^Organisational cultures could be the learner's organisation/;
const LEARNER = 'Ines Falk (demo)';
const JUDGEMENT = 'The statement names what she did and when; it covers the whole criterion.';
const WORK = {
  qualification: /Strategic Management and Leadership/,
  assessment: 'M&L 60 Shape organisational culture and values',
};
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
  await look(page, 'criteria-met-guidance');
  await keys.press('Enter');
  await guidance.waitFor({ state: 'hidden' });
  expect(complaints).toEqual([]);
});

it('refuses “achieved” without evidence, and takes evidence of three kinds at the desk', {
  timeout: 180_000,
}, async () => {
  const { page, complaints } = session;
  const keys = page.keyboard;
  const sheet = page.getByRole('tabpanel');
  await criterion(page, '1.1').click();
  await judge(page, 'Achieved');
  const refused = sheet.getByRole('alert').filter({ hasText: 'Criterion 1.1 has no evidence yet' });
  await refused.waitFor();
  await says(page, /0 of 13 achieved/);
  await look(page, 'criteria-met-refused');

  // The way to mend it stands beside the sentence; what was refused is stored once there is evidence.
  await refused.getByRole('button', { name: 'Add evidence' }).click();
  await enter(page, 'Statement of the operations director', 'witness testimony', {
    'Name of the witness': 'Tomasz Bielak',
    Role: 'Operations director',
    'Relation to the learner': 'Line manager',
    'Stated on': '20 Nov 2026',
    Statement: 'She led the review of our values from the first meeting on.',
  });
  await refused.waitFor({ state: 'detached' });
  await says(page, /1 of 13 achieved/);
  await sheet.getByText(/^Attempt 1, .*: achieved, on E1$/).waitFor();
  await keys.press('Alt+j');
  await keys.type(JUDGEMENT);
  await saved(page);

  await criterion(page, '1.2').click();
  await keys.press('Alt+a');
  await enter(page, 'Values workshop observed', 'observable performance', {
    'Observed on': '21 Nov 2026',
    Observer: 'Asha Ray',
    'Where it was observed': 'Training room 2',
    'What was observed': 'Compared three models with the group and chose one.',
  });
  // A double click is one word; a click on what is chosen takes it back.
  const achieved = sheet.getByRole('group', { name: /^Achieved or not yet, 1\.2 / }).getByLabel('Achieved');
  await achieved.dblclick();
  await saved(page);
  await says(page, /2 of 13 achieved/);
  await achieved.click();
  await says(page, /1 of 13 achieved/);
  await achieved.click();
  await says(page, /2 of 13 achieved/);

  // The page being read becomes evidence by one key: the type is asked for once, and further pages join the first.
  await page.getByRole('group', { name: 'Page 1' }).getByText(/depot/i).first().waitFor();
  await criterion(page, '1.3').click();
  await keys.press('Alt+p');
  const asked = page.getByRole('dialog', { name: 'Add evidence' });
  expect(await asked.getByLabel('Title').inputValue()).toBe('A Okafor-FHD1042-012345-8316-603(1).pdf');
  await asked.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: /^physical products of work/ }).click();
  await asked.getByRole('button', { name: 'Add the evidence' }).click();
  await asked.waitFor({ state: 'detached' });
  const place = sheet.getByRole('textbox', { name: /^Place in E3, 1\.3 / });
  await expect.poll(() => place.inputValue()).toBe('p 1');
  const readPage = page.getByLabel('Page, of 5');
  await readPage.fill('2');
  await readPage.press('Enter');
  await page.getByRole('group', { name: 'Page 2' }).getByText('How they are used now').waitFor();
  await keys.press('Alt+p');
  await expect.poll(() => place.inputValue()).toBe('p 1, p 2');
  await judge(page, 'Achieved');
  await says(page, /3 of 13 achieved/);
  await look(page, 'criteria-met-evidence');
  const fields = sheet.getByRole('textbox', { name: /^(Strengths|Areas for improvement), / });
  const ends = await fields.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom));
  expect(Math.max(...ends)).toBeLessThan(768);

  // What is linked by mistake is unlinked, and stays in the portfolio.
  await choose(page, 'workshop', 'E2');
  await sheet.getByText('Judged on E3; it points at E2, E3 now').waitFor();
  await sheet.getByRole('button', { name: /^Unlink E2, 1\.3 / }).click();
  await expect.poll(() => held(page).count()).toBe(1);
  await sheet.getByText('Judged on E3').waitFor({ state: 'detached' });

  // What a judgement was not made on is said beside it, and it is judged again on that by one key.
  await criterion(page, '1.2').click();
  await choose(page, 'director', 'E1');
  await sheet.getByText('Judged on E2; it points at E1, E2 now').waitFor();
  await sheet.getByRole('button', { name: /^Judge again on this evidence, 1\.2 / }).waitFor();
  await look(page, 'criteria-met-other-evidence');
  await keys.press('Alt+Shift+J');
  await sheet.getByText(/^Judged on /).waitFor({ state: 'detached' });
  await sheet.getByText(/: achieved, on E1, E2/).waitFor();
  await says(page, /3 of 13 achieved/);

  // A piece opens with everything that is recorded of it.
  await criterion(page, '1.1').click();
  await held(page)
    .getByRole('button', { name: /^E1 Statement/ })
    .click();
  const details = page.getByRole('dialog', { name: 'E1 Statement of the operations director' });
  await details.getByText('She led the review of our values from the first meeting on.').waitFor();
  await look(page, 'criteria-met-details');
  await keys.press('Escape');
  await details.waitFor({ state: 'detached' });

  // To the portfolio and back to the criterion that was left, by keys.
  await criterion(page, '1.2').click();
  await keys.press('Alt+Shift+P');
  await page.getByRole('list', { name: 'Evidence', exact: true }).getByText('Values workshop observed').waitFor();
  await keys.press('Alt+ArrowLeft');
  await page.getByRole('tablist', { name: 'Sections' }).waitFor();
  await says(page, /3 of 13 achieved/);
  await held(page)
    .getByRole('button', { name: /^E2 Values workshop/ })
    .waitFor();
  await criterion(page, '1.1').click();
  expect(await sheet.getByRole('textbox', { name: /^Judgement, 1\.1 / }).inputValue()).toBe(JUDGEMENT);
  expect(complaints).toEqual([]);
});

it('refers for one criterion not yet achieved, keeps the others, and passes the second attempt with the trail', {
  timeout: 240_000,
}, async () => {
  const { page, exports, complaints } = session;
  const keys = page.keyboard;
  const sheet = page.getByRole('tabpanel');
  for (const number of ['1.4', '1.5', '1.6', '1.7', '2.1', '2.2', '2.3', '2.4', '2.5']) {
    await keys.press(number.startsWith('1') ? 'Alt+1' : 'Alt+2');
    await criterion(page, number).click();
    await choose(page, 'director', 'E1');
    await judge(page, 'Achieved');
  }
  await criterion(page, '2.6').click();
  await judge(page, 'Not yet');
  await keys.press('Alt+j');
  await keys.type('Nothing shows her own communication yet.');
  await keys.press('Alt+i');
  await keys.type('Bring a recording or minutes that show how you communicated.');
  await keys.press('Alt+s');
  await keys.type('The strategy is your own.');
  await keys.press('Alt+1');
  await keys.press('Alt+s');
  await keys.type('The culture is described from four sides.');
  await saved(page);
  await says(page, /12 of 13 achieved, 1 not yet Referral: section 2/);
  await page.getByRole('tab', { name: /2 .*5 of 6 criteria achieved.*1 not yet/ }).waitFor();
  await keys.press('Alt+2');
  await look(page, 'criteria-met-referral');
  await signSheet(page);
  expect(await sheet.getByRole('region', { name: /^Judgement, 2\.6 / }).count()).toBe(1);
  expect(await sheet.getByRole('textbox', { name: /^Judgement, / }).count()).toBe(0);
  expect(await sheet.getByRole('button', { name: 'Add evidence' }).count()).toBe(0);
  await look(page, 'criteria-met-signed');

  await page.getByRole('button', { name: 'Learners', exact: true }).click();
  await page.getByRole('gridcell', { name: LEARNER }).click();
  await takeInAndMark(page, LEARNER, demoScript('F Prosser-FHD1057-012345-8316-605(1).pdf'), WORK);
  await says(page, /12 of 13 achieved Incomplete/);
  await keys.press('Alt+1');
  await page.getByText(/Passed in attempt 1 and carried forward/).waitFor();
  await keys.press('Alt+2');
  await criterion(page, '2.5').click();
  await sheet.getByText(/achieved, on E1\. Kept, signed sheet/).waitFor();
  expect(await sheet.getByText('kept, E1').count()).toBe(4);
  await held(page).getByText('Statement of the operations director').waitFor();
  await expect.poll(() => sheet.getByRole('textbox', { name: /^Place in / }).count()).toBe(0);
  await look(page, 'criteria-met-kept');

  // What is added for it all the same is kept, and told not to be linked.
  await keys.press('Alt+a');
  await enter(page, 'Word of the board', 'witness testimony', {
    'Name of the witness': 'Sian Bowen',
    Role: 'Chair',
    'Relation to the learner': 'Board',
    'Stated on': '20 Nov 2026',
    Statement: 'She spoke to us twice.',
  });
  await sheet.getByRole('alert').filter({ hasText: 'E4 is in the portfolio now, but it is not linked' }).waitFor();
  await look(page, 'criteria-met-unlinked');

  await criterion(page, '2.6').click();
  await sheet.getByText(/^Attempt 1, .*: not yet, on no evidence$/).waitFor();
  await choose(page, 'workshop', 'E2');
  await keys.type('second hour');
  await judge(page, 'Achieved');
  const trail = sheet.locator('summary', { hasText: /^Attempt 2, .*: achieved, on E2 \(2 judgements\)/ });
  await trail.click();
  expect(await sheet.getByRole('list', { name: 'How the judgement was reached' }).getByRole('listitem').count()).toBe(
    2,
  );
  await keys.press('Alt+j');
  await keys.type('Observed: she explained the values and answered what was asked.');
  await keys.press('Alt+s');
  await keys.type('You now show how you communicate.');
  await saved(page);
  await look(page, 'criteria-met-trail');
  await says(page, /13 of 13 achieved Pass/);
  await signSheet(page);
  await exportSigned(page, '(2).pdf');

  const pdf = execFileSync('pdftotext', ['-layout', exported('pdf', 2), '-'], { encoding: 'utf8' });
  const docx = execFileSync('unzip', ['-p', exported('docx', 2), 'word/document.xml'], { encoding: 'utf8' });
  for (const text of [pdf, docx].map((one) => one.replace(/<[^>]*>/g, '').replace(/\s+/g, ' '))) {
    for (const words of ['Tomasz Bielak', 'Training room 2', 'second hour', 'p 1, p 2', 'E1', 'E2', 'E3']) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/Attempt 1, .{0,40}not yet/);
  }
  const files = readdirSync(exports).map((name) => join(exports, name));
  expect(files).toHaveLength(4);
  const said: string[] = [];
  expect(await verifyCommand(files, (line) => void said.push(line)), said.join('\n')).toBe(0);
  expect(complaints).toEqual([]);
});

async function openDesk(page: Page): Promise<void> {
  await firstStart(page);
  await addLearner(page, LEARNER, 'CMI0060');
  await takeInAndMark(page, LEARNER, demoScript('A Okafor-FHD1042-012345-8316-603(1).pdf'), WORK);
}

/** The criterion's own words, which are the way to it. */
function criterion(page: Page, number: string): Locator {
  return page.getByRole('tabpanel').getByRole('button', { name: new RegExp(`^${number.replace('.', '\\.')} `) });
}

/** The evidence under the criterion on show, a piece a line. */
function held(page: Page): Locator {
  return page.getByRole('list', { name: /^Evidence, / }).getByRole('listitem');
}

/** Chooses a piece that is in the portfolio already for the criterion on show, by typing part of it. */
async function choose(page: Page, part: string, number: string): Promise<void> {
  await page.keyboard.press('Alt+v');
  await page.keyboard.type(part);
  await page.keyboard.press('Enter');
  await held(page)
    .getByRole('button', { name: new RegExp(`^${number} `) })
    .waitFor();
}

async function judge(page: Page, word: 'Achieved' | 'Not yet'): Promise<void> {
  await page.keyboard.press('Alt+m');
  await page.keyboard.press(word === 'Achieved' ? 'Space' : 'ArrowRight');
}

/** Enters a piece of evidence in the dialog on show. */
async function enter(page: Page, title: string, type: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Add evidence' });
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: type }).click();
  for (const [label, text] of Object.entries(fields)) await dialog.getByRole('textbox', { name: label }).fill(text);
  await dialog.getByRole('button', { name: 'Add the evidence' }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function says(page: Page, text: RegExp): Promise<void> {
  await expect.poll(async () => (await page.getByRole('main').innerText()).replace(/\s+/g, ' ')).toMatch(text);
}

function exported(ending: 'pdf' | 'docx', attempt: number): string {
  const name = readdirSync(session.exports).find((one) => one.endsWith(`(${attempt}).${ending}`));
  return join(session.exports, name ?? '');
}
