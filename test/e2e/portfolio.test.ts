import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listLearners } from '../../electron/services/learners/learners.ts';
import { lockReason } from '../../shared/api/portfolio-sentences.ts';
import { edit, sign } from '../support/desk.ts';
import { criteriaSheet, judge, proveAll } from '../support/portfolios.ts';
import { answer, present } from '../support/result.ts';
import { PASSPHRASE, type Session, startSession, tabTo } from './support.ts';

const TITLE = 'CMI Level 7 NVQ Diploma in Strategic Management and Leadership';
const NO_SIMULATION = 'Simulation cannot be applied to the any units within this qualification.';

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
  await page.getByRole('button', { name: 'Learners', exact: true }).click();
  await page.getByRole('button', { name: 'Add a learner' }).first().click();
  await page.getByLabel('Learner name').fill('Ines Falk (demo)');
  await page.getByLabel('Registration number').fill('CMI0060');
  await page.getByRole('button', { name: 'Add the learner' }).click();
  const way = page.getByRole('region', { name: 'Portfolio' });
  await way.getByRole('combobox', { name: 'Qualification of the portfolio' }).click();
  await page.getByRole('option', { name: TITLE }).click();
  await way.getByRole('button', { name: 'Open the portfolio' }).click();
}, 120_000);
afterAll(() => session.end());

it('teaches what counts as evidence in the source’s words before there is any', { timeout: 60_000 }, async () => {
  const { page } = session;
  await page.getByRole('heading', { name: 'No evidence yet' }).waitFor();
  await page.getByText('physical products of work (such as reports, plans, correspondence etc)').waitFor();
  await page.getByText(NO_SIMULATION).waitFor();
});

it('takes three pieces of evidence of different forms, by keyboard', { timeout: 120_000 }, async () => {
  const { page } = session;
  const keys = page.keyboard;
  const dialog = page.getByRole('dialog', { name: 'Add evidence' });
  const field = (name: string) => dialog.getByRole('textbox', { name });
  const open = async (title: string, type: RegExp, form: string | null) => {
    await keys.press('Alt+n');
    await dialog.waitFor();
    await tabTo(page, field('Title'));
    await keys.type(title);
    await tabTo(page, dialog.getByRole('combobox', { name: 'Type' }));
    await keys.press('ArrowDown');
    await page.getByRole('listbox').waitFor();
    const chosen = page.locator('[role="option"][data-combobox-selected]', { hasText: type });
    for (let downs = 0; downs < 6 && (await chosen.count()) === 0; downs += 1) await keys.press('ArrowDown');
    await keys.press('Enter');
    await expect.poll(() => dialog.getByRole('combobox', { name: 'Type' }).inputValue()).toMatch(type);
    // Where the type has one form only, it is taken.
    if (form === null) return;
    await tabTo(page, dialog.getByRole('radio').first());
    for (let moves = 0; moves < 6; moves += 1) {
      if (await dialog.getByRole('radio', { name: form }).isChecked()) break;
      await keys.press('ArrowDown');
    }
    expect(await dialog.getByRole('radio', { name: form }).isChecked()).toBe(true);
  };
  const fill = async (name: string, text: string) => {
    await tabTo(page, field(name));
    await keys.type(text);
  };
  const add = async () => {
    await tabTo(page, dialog.getByRole('button', { name: 'Add the evidence' }));
    await keys.press('Enter');
    await dialog.waitFor({ state: 'detached' });
  };

  await open('Risk register of the north depot', /^physical products of work/, 'Product of work');
  expect(await dialog.getByRole('checkbox', { name: 'Made in a simulation' }).count()).toBe(0);
  await dialog.getByText(`The source forbids simulation: “${NO_SIMULATION}”`).waitFor();
  // What is missing is said at its field, and the first of them takes the keyboard.
  await tabTo(page, dialog.getByRole('button', { name: 'Add the evidence' }));
  await keys.press('Enter');
  await dialog.getByText('Say what it is').waitFor();
  await expect.poll(() => focused(field('What it is'))).toBe(true);
  await keys.type('Register of 2026, with reviews');
  await fill('Where it is kept', 'Shared drive, Risk');
  await add();

  await open('Statement of the operations director', /^witness testimony$/, null);
  await dialog.getByText('Recorded as: witness testimony').waitFor();
  await fill('Name of the witness', 'Tomasz Bielak');
  await fill('Role', 'Operations director');
  await fill('Relation to the learner', 'Line manager');
  await fill('Stated on', '20 Nov 2026');
  await fill('Statement', 'She chaired every review of the year.');
  // Escape does not lose what was typed.
  await keys.press('Escape');
  const leave = page.getByRole('dialog', { name: 'Leave without saving' });
  await leave.waitFor();
  await tabTo(page, leave.getByRole('button', { name: 'Keep editing' }));
  await keys.press('Enter');
  await leave.waitFor({ state: 'detached' });
  expect(await field('Statement').inputValue()).toBe('She chaired every review of the year.');
  await add();

  await open('Board meeting observed', /^observable performance$/, null);
  await fill('Observed on', '21/11/2026');
  await fill('Observer', 'Asha Ray');
  await fill('Where it was observed', 'Board room');
  await fill('What was observed', 'Presented the options and took the decision.');
  await add();
  const list = page.getByRole('list', { name: 'Evidence', exact: true });
  expect(await list.getByRole('listitem').count()).toBe(3);
});

it('links one piece to criteria of two units, with its place, and takes it back', { timeout: 120_000 }, async () => {
  const { page } = session;
  const keys = page.keyboard;
  const cell = (name: string) => grid().getByRole('gridcell', { name, exact: true });
  const says = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();
  expect(await grid().getAttribute('aria-colcount')).toBe('5');
  await tabTo(page, cell('M&L 46 1.1, E1: not linked'));

  // Space links; typing says where; Escape leaves a place as it was.
  await keys.press('Space');
  await cell('M&L 46 1.1, E1: linked').waitFor();
  await says('1 of 273 criteria have evidence, 0 achieved');
  await keys.press('p');
  await keys.type(' 3');
  await keys.press('Enter');
  await cell('M&L 46 1.1, E1: linked, p 3').waitFor();
  await keys.press('Enter');
  await page.getByRole('textbox', { name: 'Place in E1 for M&L 46 1.1' }).waitFor();
  await keys.type(' to 5');
  await keys.press('Escape');
  await expect.poll(() => focused(cell('M&L 46 1.1, E1: linked, p 3'))).toBe(true);

  // Shift spans a block over lines and columns, and Space fills it, then empties it.
  await keys.press('Shift+ArrowDown');
  await keys.press('Shift+ArrowRight');
  await keys.press('Space');
  await cell('M&L 46 1.2, E2: linked').waitFor();
  expect(await linkedCells()).toEqual([
    'M&L 46 1.1, E1: linked, p 3',
    'M&L 46 1.1, E2: linked',
    'M&L 46 1.2, E1: linked',
    'M&L 46 1.2, E2: linked',
  ]);
  await keys.press('Control+z');
  await expect.poll(linkedCells).toEqual(['M&L 46 1.1, E1: linked, p 3']);
  await keys.press('Control+Shift+Z');
  await expect.poll(linkedCells).toHaveLength(4);
  await keys.press('Space');
  await expect.poll(linkedCells).toEqual([]);
  await keys.press('Control+z');
  await cell('M&L 46 1.1, E1: linked, p 3').waitFor();

  // The last criterion of the last unit is drawn when the keyboard comes to it.
  await keys.press('Control+End');
  await keys.press('Home');
  await keys.press('Space');
  await says('3 of 273 criteria have evidence, 0 achieved');
  expect(await linkedCells()).toEqual(['M&L 67 3.6, E1: linked']);
  await keys.press('Control+Home');
  await cell('M&L 46 1.1, E1: linked, p 3').waitFor();
  await page.getByText('2 of 15 with evidence, 0 achieved').waitFor();
});

it('shows one unit, and only what has no evidence', { timeout: 60_000 }, async () => {
  const { page } = session;
  const lines = () => grid().getByRole('row').count();
  await page.getByRole('combobox', { name: 'Units shown' }).click();
  await page.getByRole('option', { name: /^M&L 46 / }).click();
  await expect.poll(() => grid().getAttribute('aria-rowcount')).toBe(String(1 + 1 + 3 + 15));
  await page.getByRole('checkbox', { name: 'Without evidence' }).check();
  await expect.poll(() => grid().getAttribute('aria-rowcount')).toBe(String(1 + 1 + 3 + 13));
  expect(await lines()).toBeGreaterThan(10);
  await page.getByRole('checkbox', { name: 'Without evidence' }).uncheck();
});

it('is filled by mouse too: the box links, the cell beside it says where', { timeout: 60_000 }, async () => {
  const box = { x: 12, y: 16 };
  const beside = { x: 50, y: 16 };
  const cell = (state: string) => grid().getByRole('gridcell', { name: `M&L 46 1.4, E2: ${state}`, exact: true });
  await cell('not linked').click({ position: box });
  await cell('linked').click({ position: beside });
  await cell('linked').dblclick({ position: beside });
  await session.page.getByRole('textbox', { name: 'Place in E2 for M&L 46 1.4' }).fill('minute 4');
  await grid()
    .getByRole('gridcell', { name: /^M&L 46 1\.5, E1/ })
    .click({ position: beside });
  await cell('linked, minute 4').click({ position: box });
  await cell('not linked').waitFor();
});

it('keeps the evidence of a criterion that was signed as it was', { timeout: 120_000 }, async () => {
  const { page, complaints } = session;
  const keys = page.keyboard;
  const workspace = answer(session.app.workspace());
  const learner = present(listLearners(workspace, {}).rows[0]);
  const view = await criteriaSheet(workspace, learner);
  const proof = proveAll(workspace, view);
  const criteria = view.assessment.scheme.sections.flatMap((section) => section.criteria);
  for (const { id } of criteria) answer(judge(workspace, view, id, 'achieved'));
  for (const { id: section } of view.assessment.scheme.sections) {
    for (const kind of ['strengths', 'improvements'] as const) {
      answer(edit(workspace, view, { kind, section, text: 'Seen throughout the year.' }));
    }
  }
  answer(await sign(workspace, view, PASSPHRASE));

  await page.getByRole('button', { name: 'Home', exact: true }).click();
  await keys.press('Alt+ArrowLeft');
  await page.getByRole('combobox', { name: 'Units shown' }).click();
  await page.getByRole('option', { name: 'All units (18)' }).click();
  await page.getByRole('combobox', { name: 'Units shown' }).click();
  await page.getByRole('option', { name: /^M&L 51 / }).click();
  await page.getByText('15 of 15 with evidence, 15 achieved').waitFor();
  const cell = grid().getByRole('gridcell', { name: /^M&L 51 1\.1, E1: / });
  await cell.click();
  await keys.press('Space');
  const refused = page.getByRole('alert');
  await refused
    .filter({ hasText: lockReason({ code: 'criterion-locked', unit: 'M&L 51', criterion: '1.1' }) })
    .waitFor();
  expect(await cell.getAttribute('aria-label')).toBe('M&L 51 1.1, E1: not linked, locked');

  // What it was signed on opens to be read, and cannot be removed.
  const list = page.getByRole('list', { name: 'Evidence', exact: true });
  expect(await list.getByRole('button', { name: `Remove E${proof.number}` }).count()).toBe(0);
  await list.getByRole('button', { name: proof.title }).click();
  const dialog = page.getByRole('dialog', { name: `E${proof.number}` });
  await dialog.getByText(/so it stays as it is/).waitFor();
  expect(await dialog.getByRole('button', { name: 'Save the changes' }).count()).toBe(0);
  await keys.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});

it('removes a piece with its links once it is asked for', { timeout: 60_000 }, async () => {
  const { page } = session;
  await page.getByRole('button', { name: 'Remove E2' }).click();
  await page.getByRole('dialog', { name: 'Remove E2' }).getByRole('button', { name: 'Remove E2' }).click();
  await page.getByRole('button', { name: 'Remove E2' }).waitFor({ state: 'detached' });
  const list = page.getByRole('list', { name: 'Evidence', exact: true });
  expect((await list.getByRole('listitem').allInnerTexts()).map((text) => text.slice(0, 2))).toEqual([
    'E1',
    'E3',
    'E4',
  ]);
});

it('offers the types of a closed list and no others', { timeout: 60_000 }, async () => {
  const { page } = session;
  await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('button', { name: 'Ines Falk (demo)' }).click();
  const way = page.getByRole('region', { name: 'Portfolio' });
  await way.getByRole('combobox', { name: 'Qualification of the portfolio' }).click();
  await page.getByRole('option', { name: 'Level 6 Certificate in Advanced Management and Leadership' }).click();
  await way.getByRole('button', { name: 'Open the portfolio' }).click();
  await page.getByRole('heading', { name: 'What counts as evidence' }).waitFor();
  await page.keyboard.press('Alt+n');
  const dialog = page.getByRole('dialog', { name: 'Add evidence' });
  await dialog.getByRole('checkbox', { name: 'Made in a simulation' }).waitFor();
  await dialog.getByRole('combobox', { name: 'Type' }).click();
  const types = await page.getByRole('option').allInnerTexts();
  expect(types).toHaveLength(9);
  expect(types).toContain('Discussions with your Line Manager');
  expect(session.complaints).toEqual([]);
});

function grid(): Locator {
  return session.page.getByRole('grid', { name: 'Criteria and evidence' });
}

/** The cells on screen that are linked, as a screen reader has them. */
function linkedCells(): Promise<string[]> {
  return grid()
    .locator('[data-on="true"]')
    .evaluateAll((cells) => cells.map((cell) => cell.ariaLabel ?? ''));
}

function focused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}
