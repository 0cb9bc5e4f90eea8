import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PASSPHRASE, type Session, startSession, tabTo } from './support.ts';

const TITLE = 'CMI Level 7 NVQ Diploma in Strategic Management and Leadership';

let session: Session;
beforeAll(async () => {
  session = await startSession();
  const { page } = session;
  await page.getByLabel('Centre number').fill('012345');
  await page.getByLabel('Centre name').fill('Strategy Centre (demo)');
  await page.getByLabel('Your name').fill('Asha Ray (demo)');
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Passphrase again').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Create the workspace' }).click();
  await page.getByRole('button', { name: 'Qualifications', exact: true }).click();
  const pack = page.getByRole('combobox', { name: 'Pack' });
  await pack.click();
  await page.getByRole('option', { name: /7D27V2/ }).click();
  await page.getByRole('heading', { name: TITLE }).first().waitFor();
}, 120_000);
afterAll(() => session.end());

const shot = async (name: string) => {
  if (process.env.SHOTS) await session.page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
};
const grid = () => session.page.getByRole('grid', { name: 'Criteria and pieces of work' });
const cell = (name: string) => grid().getByRole('gridcell', { name, exact: true });
const says = (words: string) => session.page.getByRole('status').filter({ hasText: words }).waitFor();

it('is reached from the qualification, and says in the source’s words what it is for', {
  timeout: 60_000,
}, async () => {
  const { page } = session;
  await tabTo(page, page.getByRole('button', { name: 'Assessment plan' }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'No piece of work yet' }).waitFor();
  await page
    .getByText(/should include a matrix for each qualification showing how each unit is to be assessed/)
    .waitFor();
  expect(await page.getByRole('button', { name: 'Export PDF and DOCX' }).isDisabled()).toBe(true);
  await shot('plan-empty');
});

it('takes the programme and two pieces of work by keyboard', { timeout: 120_000 }, async () => {
  const { page } = session;
  const keys = page.keyboard;
  await tabTo(page, page.getByRole('button', { name: 'Edit the programme' }));
  await keys.press('Enter');
  const programme = page.getByRole('dialog', { name: 'Programme' });
  /** By the arrows, in the list of the control that has the keyboard. */
  const choose = async (name: string) => {
    const option = page.getByRole('option', { name });
    await keys.press('ArrowDown');
    await option.waitFor();
    for (let downs = 0; downs < 6; downs += 1) {
      if ((await option.getAttribute('data-combobox-selected')) === 'true') break;
      await keys.press('ArrowDown');
    }
    await keys.press('Enter');
    await option.waitFor({ state: 'hidden' });
  };
  const fill = async (dialog: typeof programme, name: string, text: string) => {
    await tabTo(page, dialog.getByRole('textbox', { name }));
    await keys.type(text);
  };
  await fill(programme, 'Programme', 'Autumn 2026, day release');
  await fill(programme, 'Agreed with', 'Ada Wren');
  await fill(programme, 'Agreed on', '30.9.2026');
  await keys.press('Enter');
  await programme.waitFor({ state: 'detached' });
  await page.getByText('30 Sep 2026').waitFor();

  const work = page.getByRole('dialog', { name: 'Add a piece of work' });
  await keys.press('Alt+n');
  await work.waitFor();
  // What is missing is said at its field, and the first of them takes the keyboard.
  await tabTo(page, work.getByRole('button', { name: 'Add the piece of work' }));
  await keys.press('Enter');
  await work.getByText('Choose a type from the list').waitFor();
  await shot('plan-faults');
  const title = work.getByRole('textbox', { name: 'Title' });
  await expect.poll(() => title.evaluate((one) => one === document.activeElement)).toBe(true);
  await keys.type('Operational plan of the department');
  await tabTo(page, work.getByRole('combobox', { name: 'Type' }));
  await choose('physical products of work');
  await fill(work, 'From', '18 Dec 2026');
  await fill(work, 'To', '5 Oct 2026');
  await keys.press('Enter');
  await work.getByText(/The last day is before the first/).waitFor();
  await work.getByRole('textbox', { name: 'From' }).fill('5 Oct 2026');
  await work.getByRole('textbox', { name: 'To' }).fill('18 Dec 2026');
  await shot('plan-work');
  await keys.press('Enter');
  await work.waitFor({ state: 'detached' });

  await keys.press('Alt+n');
  await work.waitFor();
  await fill(work, 'Title', 'Account of a decision');
  // Escape does not lose what was typed.
  await keys.press('Escape');
  const leave = page.getByRole('dialog', { name: 'Leave without saving' });
  await leave.waitFor();
  await shot('plan-leave');
  await tabTo(page, leave.getByRole('button', { name: 'Keep editing' }));
  await keys.press('Enter');
  await leave.waitFor({ state: 'detached' });
  await tabTo(page, work.getByRole('combobox', { name: 'Type' }));
  await choose('Another type');
  await fill(work, 'Type in your own words', 'recorded call');
  await keys.press('Enter');
  await work.waitFor({ state: 'detached' });
  const works = page.getByRole('list', { name: 'Pieces of work' }).getByRole('listitem');
  const listed = (await works.allInnerTexts()).map((text) => text.split(/\n+/));
  expect(listed).toEqual([
    [
      'W1',
      'Operational plan of the department',
      '5 Oct 2026 to 18 Dec 2026',
      '0 criteria',
      'physical products of work (such as reports, plans, correspondence etc)',
    ],
    ['W2', 'Account of a decision', 'no date yet', '0 criteria', 'recorded call'],
  ]);
});

it('marks criteria of two units in the matrix by keyboard, and takes marks back', { timeout: 120_000 }, async () => {
  const { page } = session;
  const keys = page.keyboard;
  await says('0 of 273 criteria covered, 273 not covered');
  await tabTo(page, cell('M&L 57 1.1, W1: not shown'));
  await keys.press('Space');
  await cell('M&L 57 1.1, W1: shown').waitFor();
  await says('1 of 273 criteria covered');
  // A block of three criteria in both columns, in one act.
  await keys.press('ArrowDown');
  for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight']) await keys.press(key);
  await keys.press('Space');
  await cell('M&L 57 1.4, W2: shown').waitFor();
  await says('4 of 273 criteria covered');
  await keys.press('Control+z');
  await cell('M&L 57 1.4, W2: not shown').waitFor();
  await says('1 of 273 criteria covered');
  await keys.press('Control+Shift+z');
  await says('4 of 273 criteria covered');

  await page.getByRole('combobox', { name: 'Units shown' }).click();
  await page.getByRole('option', { name: /^M&L 58 / }).click();
  await tabTo(page, grid().getByRole('gridcell').first(), 80);
  await keys.press('ArrowRight');
  await keys.press('Space');
  await cell('M&L 58 1.1, W2: shown').waitFor();
  await grid().getByText('1 of 16 covered by W2').waitFor();
  await shot('plan-matrix');
});

it('shows what is not covered alone', { timeout: 60_000 }, async () => {
  const { page } = session;
  await tabTo(page, page.getByRole('checkbox', { name: 'Not covered' }), 80);
  await page.keyboard.press('Space');
  await cell('M&L 58 1.2, W1: not shown').waitFor();
  expect(await cell('M&L 58 1.1, W2: shown').count()).toBe(0);
  await page.keyboard.press('Space');
  await cell('M&L 58 1.1, W2: shown').waitFor();
});

it('exports both formats, which say what was planned and what was not', { timeout: 120_000 }, async () => {
  const { page } = session;
  await page.keyboard.press('Control+e');
  const name = 'Assessment plan 012345 601_3778_2 Autumn 2026, day release';
  await page
    .getByRole('status')
    .filter({ hasText: `${name}` })
    .waitFor();
  await shot('plan-exported');
  const files = readdirSync(session.exports).toSorted();
  expect(files).toEqual([
    expect.stringMatching(/^Assessment plan .*\.docx$/),
    expect.stringMatching(/^Assessment plan .*\.pdf$/),
  ]);
  const pdf = join(session.exports, files[1] ?? '');
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
  const missing = [
    'Agreed with: Ada Wren Agreed on: 30 Sep 2026',
    'Covered by a piece of work: 5 of 273 criteria. Not covered: 268.',
    'Assessed by W1, W2. 13 of its 17 criteria are not covered: 1.5, 2.1,',
    '5 Oct 2026 to 18 Dec 2026 W1 M&L 57: 1.1, 1.2, 1.3, 1.4',
  ].filter((words) => !text.includes(words));
  expect(missing).toEqual([]);
});

it('keeps the plan when it is opened again, and asks before a piece of work goes', { timeout: 60_000 }, async () => {
  const { page } = session;
  await page.keyboard.press('Alt+ArrowLeft');
  await page.getByRole('button', { name: 'Assessment plan' }).click();
  await says('5 of 273 criteria covered');
  await page.getByRole('button', { name: 'Remove W2' }).click();
  const ask = page.getByRole('dialog', { name: 'Remove W2' });
  await ask.getByText(/Its number is not given again/).waitFor();
  await shot('plan-remove');
  await tabTo(page, ask.getByRole('button', { name: 'Remove W2' }));
  await page.keyboard.press('Enter');
  await ask.waitFor({ state: 'detached' });
  await says('4 of 273 criteria covered, 269 not covered');
  expect(await grid().getAttribute('aria-colcount')).toBe('2');
  expect(session.complaints).toEqual([]);
});
