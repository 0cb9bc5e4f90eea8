import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addLearner, firstStart, look, takeInAndMark } from './desk-steps.ts';
import { demoScript, PASSPHRASE, type Session, saved, startSession } from './support.ts';

const FIRST = 'Ffion Prosser (demo)';
const SECOND = 'Ines Falk (demo)';
const SCRIPT = 'F Prosser-FHD1057-012345-8316-605(1).pdf';
const WORK = { qualification: /Level 6 Diploma in Management/, assessment: '605' };
const kept = mkdtempSync(join(tmpdir(), 'countersign-undo-'));
const workspace = join(kept, 'workspace');
let session: Session;
beforeAll(async () => {
  session = await startSession({ workspace });
  const { page } = session;
  await firstStart(page);
  for (const [name, number] of [
    [SECOND, 'IF204'],
    [FIRST, 'FHD1057'],
  ] as const) {
    await addLearner(page, name, number);
    await takeInAndMark(page, name, demoScript(SCRIPT), WORK);
  }
});
afterAll(async () => {
  await session.end();
  rmSync(kept, { recursive: true, force: true });
});

it('undoes and redoes across sections by keyboard, goes to what it changed, and still does after a restart', {
  timeout: 180_000,
}, async () => {
  const { page } = session;
  const keys = page.keyboard;
  const strengths = await write(page, 'Alt+1', 'Alt+s', ' It is clear.');
  await keys.press('Alt+2');
  await keys.press('Alt+m');
  await keys.type('40', { delay: 20 });
  const improvements = await write(page, 'Alt+3', 'Alt+i', ' Cost it.');
  await saved(page);

  await keys.press('Control+z');
  await expect.poll(() => textOf(field(page, 'Areas for improvement'))).toBe(improvements);
  await keys.press('Control+z');
  await page.getByRole('tabpanel', { name: /^2 / }).waitFor();
  await hasKeyboard(field(page, 'Mark'));
  await expect.poll(() => textOf(field(page, 'Mark'))).toBe('');
  await keys.press('Control+z');
  await page.getByRole('tabpanel', { name: /^1 / }).waitFor();
  await hasKeyboard(field(page, 'Strengths'));
  await expect.poll(() => textOf(field(page, 'Strengths'))).toBe(strengths);

  await keys.press('Control+Shift+Z');
  await expect.poll(() => textOf(field(page, 'Strengths'))).toBe(`${strengths} It is clear.`);
  await keys.press('Control+y');
  await expect.poll(() => textOf(field(page, 'Mark'))).toBe('40');
  await keys.press('Control+y');
  await page.getByRole('tabpanel', { name: /^3 / }).waitFor();
  await expect.poll(() => textOf(field(page, 'Areas for improvement'))).toBe(`${improvements} Cost it.`);
  expect(await page.getByRole('button', { name: 'Redo on this sheet' }).isDisabled()).toBe(true);

  // The app is closed and started again.
  await session.end();
  session = await startSession({ workspace });
  const again = session.page;
  await again.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await again.keyboard.press('Enter');
  await again.getByRole('gridcell', { name: FIRST }).dblclick();
  await again.getByRole('button', { name: 'Undo on this sheet' }).click();
  await again.getByRole('tabpanel', { name: /^3 / }).waitFor();
  await hasKeyboard(field(again, 'Areas for improvement'));
  await expect.poll(() => textOf(field(again, 'Areas for improvement'))).toBe(improvements);
  await again.keyboard.press('Control+z');
  await expect.poll(() => textOf(field(again, 'Mark'))).toBe('');
  expect(session.complaints).toEqual([]);
});

it('loses no character to undo in the middle of typing, and leaves the keyboard behind what it changed', {
  timeout: 120_000,
}, async () => {
  const { page, complaints } = session;
  const keys = page.keyboard;
  const before = await write(page, 'Alt+1', 'Alt+s', ' One');
  await saved(page);
  await page.waitForTimeout(1600);
  await keys.type(' two');
  await keys.press('Control+z');
  await keys.press('Control+z');
  await expect.poll(() => textOf(field(page, 'Strengths'))).toBe(before);
  await keys.press('Control+y');
  await keys.press('Control+y');
  await expect.poll(() => textOf(field(page, 'Strengths'))).toBe(`${before} One two`);
  // By the system's menu as by the keys: there is one history.
  await page.waitForTimeout(1600);
  await keys.type('!', { delay: 30 });
  await saved(page);
  await undoByMenu(page);
  await expect.poll(() => textOf(field(page, 'Strengths'))).toBe(`${before} One two`);
  await keys.press('Control+y');
  await expect.poll(() => textOf(field(page, 'Strengths'))).toBe(`${before} One two!`);
  await keys.press('Control+z');
  // What was cut out comes back where it was, and typing goes on behind it.
  await keys.press('Control+Home');
  await keys.type('Abc ', { delay: 20 });
  await keys.press('Control+Home');
  for (let letter = 0; letter < 4; letter += 1) await keys.press('Shift+ArrowRight');
  await keys.press('Delete');
  await saved(page);
  await keys.press('Control+z');
  await expect.poll(() => textOf(field(page, 'Strengths'))).toBe(`Abc ${before} One two`);
  await keys.type('+', { delay: 30 });
  await expect.poll(() => textOf(field(page, 'Strengths'))).toBe(`Abc +${before} One two`);
  await keys.press('Control+z');
  await expect.poll(() => textOf(field(page, 'Strengths'))).toBe(`Abc ${before} One two`);
  expect(complaints).toEqual([]);
});

it('shows what a field held and when, and puts any of it back', { timeout: 120_000 }, async () => {
  const { page, complaints } = session;
  const keys = page.keyboard;
  await keys.press('Alt+1');
  await keys.press('Alt+s');
  const before = await textOf(field(page, 'Strengths'));
  await keys.press('Control+a');
  await keys.type('Short.', { delay: 20 });
  await saved(page);
  await keys.press('Alt+h');
  const dialog = page.getByRole('dialog', { name: 'History: Strengths, section 1' });
  await dialog.getByText('as it is now').first().waitFor();
  const chosen = dialog.getByRole('radio', { checked: true });
  await hasKeyboard(chosen);
  await look(page, 'history');
  // From the newest to the one before, which has all the words.
  await expect.poll(() => dialog.locator('ins').first().innerText()).not.toBe('');
  await dialog.getByRole('button', { name: 'Restore this version' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => textOf(field(page, 'Strengths'))).toBe(before);
  await hasKeyboard(field(page, 'Strengths'));
  await keys.press('Control+z');
  await expect.poll(() => textOf(field(page, 'Strengths'))).toBe('Short.');

  expect(complaints).toEqual([]);
});

it('never takes a step on the sheet of another learner, however fast they are switched', {
  timeout: 120_000,
}, async () => {
  const { page, complaints } = session;
  const keys = page.keyboard;
  const other = async () => {
    const next = page.getByRole('button', { name: 'Next learner' });
    await keys.press((await next.isEnabled()) ? 'Alt+.' : 'Alt+,');
  };
  const shows = (learner: string) => page.getByRole('heading', { name: `Marking ${learner}` });
  const before = await write(page, 'Alt+1', 'Alt+s', ' Left.');
  await keys.press('Control+z');
  await other();
  await shows(SECOND).waitFor();
  await write(page, 'Alt+1', 'Alt+s', 'Of the second.');
  // Nothing of the first is undone here: when its own edit is, there is none left.
  await keys.press('Control+z');
  await expect.poll(() => textOf(field(page, 'Strengths'))).toBe('');
  await keys.press('Control+z');
  await keys.press('Control+z');
  await keys.press('Control+Shift+Z');
  await expect.poll(() => textOf(field(page, 'Strengths'))).toBe('Of the second.');
  await keys.press('Control+z');
  await other();
  await shows(FIRST).waitFor();
  await keys.press('Alt+1');
  await expect.poll(() => textOf(field(page, 'Strengths'))).toBe(before);
  await other();
  await shows(SECOND).waitFor();
  await keys.press('Alt+1');
  await expect.poll(() => textOf(field(page, 'Strengths'))).toBe('');
  expect(complaints).toEqual([]);
});

it('leaves other boxes their own undo, and teaches in the history of a field that is empty', {
  timeout: 60_000,
}, async () => {
  const { page, complaints } = session;
  const keys = page.keyboard;
  await write(page, 'Alt+1', 'Alt+i', 'Kept.');
  await saved(page);
  const script = page.getByRole('group', { name: 'Page 1' }).getByText(/strategy/);
  await script.first().waitFor({ timeout: 30_000 });
  await keys.press('Control+f');
  const find = page.getByRole('textbox', { name: /^Find/ });
  await find.waitFor();
  await keys.type('depot');
  await keys.press('Control+z');
  await expect.poll(() => find.inputValue()).not.toBe('depot');
  expect(await textOf(field(page, 'Areas for improvement'))).toBe('Kept.');
  await keys.press('Escape');
  await keys.press('Alt+3');
  await keys.press('Alt+m');
  await keys.press('Alt+h');
  const dialog = page.getByRole('dialog', { name: 'History: Mark, section 3' });
  await dialog.getByRole('heading', { name: 'Nothing was entered here yet' }).waitFor();
  await look(page, 'history-empty');
  expect(complaints).toEqual([]);
});

/** What "Undo" in the system's menus does in a page: an editing command without a key. */
async function undoByMenu(page: Page): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Undo', commands: ['Undo'] });
  await protocol.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Undo' });
}

/** Types at the end of a field of a section; gives what it held before. */
async function write(page: Page, section: string, part: string, text: string): Promise<string> {
  const keys = page.keyboard;
  await keys.press(section);
  await page.getByRole('tabpanel', { name: new RegExp(`^${section.at(-1)} `) }).waitFor();
  await keys.press(part);
  await keys.press('Control+End');
  const before = await page.locator(':focus').inputValue();
  await keys.type(text, { delay: 20 });
  return before;
}

function field(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name: new RegExp(`^${name}, `) });
}

async function textOf(box: Locator): Promise<string> {
  return await box.inputValue();
}

async function hasKeyboard(box: Locator): Promise<void> {
  await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
}
