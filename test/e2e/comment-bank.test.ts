import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_PASSPHRASE, type Session, saved, startSession } from './support.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession({ demo: true });
  const { page } = session;
  await page.getByLabel('Passphrase').fill(DEMO_PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  // The demo's sheet that is still to be finished.
  await page.getByRole('button', { name: /Carry on marking/ }).click();
  await page.getByRole('tablist', { name: 'Sections' }).waitFor();
  await page.getByRole('tab', { name: /^2/ }).click();
});
afterAll(() => session.end());

/** What axe finds, in both schemes. */
async function nothingToMend(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const found = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(found.violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }))).toEqual([]);
  }
}

const improvements = (page: Page) => page.getByRole('textbox', { name: /^Areas for improvement, / });
const offers = (page: Page) => page.getByRole('listbox', { name: 'Comment bank' });
/** The field as it is once it was emptied, with the keyboard in it. */
async function emptied(page: Page) {
  const field = improvements(page);
  await field.fill('');
  await field.focus();
  return field;
}

it('offers statements while a word is typed after a semicolon, and puts one in place of it', {
  timeout: 120_000,
}, async () => {
  const { page, complaints } = session;
  const keys = page.keyboard;
  const field = await emptied(page);
  await keys.type('They differ. ;compare perc');
  const list = offers(page);
  await list.waitFor();
  // The field says which one Enter would put in.
  const active = await field.getAttribute('aria-activedescendant');
  const first = list.getByRole('option', { selected: true });
  expect(await first.getAttribute('id')).toBe(active);
  expect(await first.innerText()).toMatch(/^Compare the perceptions/);
  await keys.press('Enter');
  await list.waitFor({ state: 'detached' });
  const text = 'They differ. Compare the perceptions. At present each group’s view stands by itself.';
  expect(await field.inputValue()).toBe(text);
  // By the same way as typing: undo takes it out by itself, and it is saved.
  await keys.press('Control+z');
  await expect.poll(() => field.inputValue()).toBe('They differ. ;compare perc');
  await keys.press('Control+Shift+z');
  await expect.poll(() => field.inputValue()).toBe(text);
  await saved(page);
  expect(complaints).toEqual([]);
});

it('takes no key that was not meant for it', { timeout: 120_000 }, async () => {
  const { page } = session;
  const keys = page.keyboard;
  const field = await emptied(page);
  await keys.type('one; two;three (;) ;');
  await keys.press('Enter');
  await keys.type(';xyzzy');
  await keys.press('Enter');
  expect(await offers(page).count()).toBe(0);
  expect(await field.inputValue()).toBe('one; two;three (;) ;\n;xyzzy\n');

  // Escape leaves what was typed, and the next Enter is a line's end.
  await keys.type(';cost');
  await offers(page).waitFor();
  await keys.press('Escape');
  await offers(page).waitFor({ state: 'detached' });
  await keys.press('Enter');
  expect(await field.inputValue()).toBe('one; two;three (;) ;\n;xyzzy\n;cost\n');
  // Going elsewhere closes it too.
  await keys.type(';cost');
  await offers(page).waitFor();
  await keys.press('Home');
  await offers(page).waitFor({ state: 'detached' });
});

it('opens by its button, by its keys and from the palette, and Tab puts in what the arrows chose', {
  timeout: 120_000,
}, async () => {
  const { page, complaints } = session;
  const keys = page.keyboard;
  const field = await emptied(page);
  await keys.type('First.');
  await page.getByRole('button', { name: 'Bank, areas for improvement' }).click();
  const options = offers(page).getByRole('option');
  await options.first().waitFor();
  expect(await options.first().innerText()).toContain('This criterion');
  await nothingToMend(page);
  await keys.press('ArrowDown');
  const second = options.nth(1);
  expect(await second.getAttribute('aria-selected')).toBe('true');
  const words = (await second.innerText()).replace(/\n[^\n]*$/, '');
  await keys.press('Tab');
  expect(await field.inputValue()).toBe(`First. ${words}`);
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);

  await keys.press('Alt+;');
  await offers(page).waitFor();
  await keys.press('Escape');
  await keys.press('Control+k');
  await keys.type('insert from the comment');
  await keys.press('Enter');
  await offers(page).waitFor();
  await keys.type('first name');
  await offers(page)
    .getByRole('option', { name: /^Ffion, / })
    .first()
    .click();
  expect(await field.inputValue()).toMatch(/ Ffion, [^{]*$/);
  expect(complaints).toEqual([]);
});

it('keeps words of a sheet with one key, and offers them first where they were used last', {
  timeout: 120_000,
}, async () => {
  const { page } = session;
  const keys = page.keyboard;
  const field = await emptied(page);
  await keys.type('Keep this.\nFfion, draw the quay to scale.\nNot this.');
  await keys.press('ArrowUp');
  await keys.press('Alt+k');
  const dialog = page.getByRole('dialog', { name: 'Keep these words in the comment bank' });
  const statement = dialog.getByLabel('Statement');
  await statement.waitFor();
  expect(await statement.inputValue()).toBe('{first name}, draw the quay to scale.');
  await nothingToMend(page);
  await dialog.getByRole('checkbox', { name: /instead of Ffion/ }).uncheck();
  expect(await statement.inputValue()).toBe('Ffion, draw the quay to scale.');
  await dialog.getByRole('checkbox', { name: /instead of Ffion/ }).check();
  expect(await dialog.getByRole('radio', { name: 'Areas for improvement' }).isChecked()).toBe(true);
  await dialog.getByRole('radio', { name: 'This section' }).check();
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
  const before = await field.inputValue();

  await keys.press('Control+End');
  await keys.type(' ;quay');
  await offers(page)
    .getByRole('option', { name: /draw the quay/ })
    .waitFor();
  await keys.press('Enter');
  expect(await field.inputValue()).toBe(`${before} Ffion, draw the quay to scale.`);
  await saved(page);
});

it('is kept on a screen of its own, and no sheet changes with it', { timeout: 120_000 }, async () => {
  const { page, complaints } = session;
  const keys = page.keyboard;
  const written = await improvements(page).inputValue();
  await keys.press('Control+k');
  await keys.type('comment bank');
  await page
    .getByRole('option', { name: 'Comment bank' })
    .or(page.getByRole('button', { name: 'Comment bank', exact: true }))
    .first()
    .click();
  const table = page.getByRole('grid', { name: 'Statements' });
  await table.waitFor();
  await page.getByRole('searchbox', { name: 'Search the bank' }).fill('quay');
  const row = table.getByRole('row', { name: /draw the quay to scale/ });
  await row.waitFor();
  await page
    .getByRole('status')
    .filter({ hasText: /^1 of \d+ statements$/ })
    .waitFor();
  await row.getByText('605 › 2', { exact: true }).waitFor();

  await row.click();
  const form = page.getByRole('form', { name: 'Edit the statement' });
  await form.getByLabel('Statement').fill('{first name}, draw the quay and label it.');
  await form.getByRole('button', { name: 'Save the changes' }).click();
  await table.getByRole('row', { name: /label it/ }).click();
  await form.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('No statement fits').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await table.getByRole('row', { name: /label it/ }).waitFor();
  await keys.press('Alt+ArrowLeft');
  await improvements(page).waitFor();
  expect(await improvements(page).inputValue()).toBe(written);
  expect(complaints).toEqual([]);
});

it('comes in and goes out as CSV, with what is wrong said row by row', { timeout: 120_000 }, async () => {
  const { page, folder, exports, complaints } = session;
  await page.goForward().catch(() => null);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('go to comment bank');
  await page
    .getByRole('option', { name: 'Comment bank' })
    .or(page.getByRole('button', { name: 'Comment bank', exact: true }))
    .first()
    .click();
  await page.getByRole('grid', { name: 'Statements' }).waitFor();

  const file = join(folder, 'ours.csv');
  const choose = async (content: string) => {
    writeFileSync(file, content);
    const chooser = page.waitForEvent('filechooser');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Choose/ })
      .click();
    await (await chooser).setFiles(file);
  };
  await page.getByRole('button', { name: 'Add from CSV' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add statements from a CSV file' });
  await choose('kind;text;pack;assessment\nstrengths;=2+2;;\npraise;x;;\nstrengths;y;ilm-8316;none');
  const wrong = dialog.getByRole('list', { name: 'Rows that cannot be taken' });
  await wrong.waitFor();
  await nothingToMend(page);
  expect(await wrong.getByRole('listitem').allInnerTexts()).toEqual([
    'Line 3: “kind” must be strengths or improvements.',
    'Line 4: no pack here has this assessment.',
  ]);
  expect(await dialog.getByRole('button', { name: 'Add', exact: true }).isDisabled()).toBe(true);
  await choose('kind;text;pack;assessment\nstrengths;=2+2;;');
  await dialog.getByRole('list', { name: 'New statements' }).getByText('=2+2').waitFor();
  await dialog.getByRole('button', { name: 'Add 1 statement' }).click();
  await page.getByText('1 statement was added from ours.csv.').waitFor();

  await page.getByRole('button', { name: 'Export as CSV' }).click();
  await page.getByText(/^comment-bank .*\.csv was written to /).waitFor();
  const name = readdirSync(exports).find((one) => one.endsWith('.csv')) ?? '';
  const csv = readFileSync(join(exports, name), 'utf8');
  expect(csv).toMatch(/^\uFEFFkind,text,pack,assessment,section,criterion\r\n/);
  expect(csv).toContain("strengths,'=2+2,,,,\r\n");
  expect(complaints).toEqual([]);
});
