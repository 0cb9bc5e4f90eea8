import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_PASSPHRASE, type Session, saved, startSession } from './support.ts';

/** The section that the demo leaves without its mark. */
const SECTION = /^2 /;
const THING = 'the mark “1e1”';
let session: Session;
beforeAll(async () => {
  session = await startSession({ demo: true });
});
afterAll(() => session.end());

it('does not let a sheet be signed while it shows a mark that was refused, and leads to that mark', {
  timeout: 60_000,
}, async () => {
  const { page, complaints } = session;
  const keys = page.keyboard;
  const desk = page.getByRole('main');
  const tile = page.getByRole('tab', { name: SECTION });
  const mark = page.getByRole('textbox', { name: /^Mark, / });
  const rehearsal = page.getByRole('region', { name: 'Rehearsal' });
  const goThere = rehearsal.getByRole('button', {
    name: new RegExp(`Go there: Section 2, .+: ${THING} was not saved`),
  });
  await openUnfinished(page);

  // What the demo left out is put in and saved; nothing is left to do.
  await keys.press('Alt+3');
  await keys.press('Alt+s');
  await keys.type('Each recommendation says who acts, and by when.');
  await keys.press('Alt+m');
  await keys.type('30');
  await keys.press('Alt+2');
  await keys.press('Alt+m');
  await keys.type('40');
  await saved(page);
  await desk.getByText(/Total\s*77\s*of 100/).waitFor();
  await desk.getByRole('button', { name: /^To do/ }).waitFor({ state: 'detached' });
  expect(await tile.innerText()).toContain('40');
  expect(await tile.getAttribute('title')).not.toContain('not saved');

  // A mark that is no whole number in digits, typed over it.
  await keys.press('Control+a');
  await keys.type('1e1');
  await desk.getByText(/^Not saved, section 2: A mark is a whole number in digits\..+from 0 to 50\.$/).waitFor();
  await desk.getByRole('button', { name: 'To do: 1 thing' }).waitFor();
  await page.getByRole('tab', { name: new RegExp(`^2 .+not saved: ${THING}`) }).waitFor();

  // It is still said, in full, from another section.
  await keys.press('Alt+1');
  await page.getByRole('tabpanel', { name: /^1 / }).waitFor();
  const said = desk.getByText(/^Not saved, section 2: /);
  expect(await isCut(said)).toBe(false);
  expect(await page.getByRole('tab', { name: /^1 / }).getAttribute('title')).not.toContain('not saved');
  await page.getByRole('tab', { name: new RegExp(`^2 .+not saved: ${THING}`) }).waitFor();

  // Signing opens the rehearsal at it, and no dialog with an outcome that does not count it.
  await keys.press('Control+Enter');
  await goThere.waitFor();
  await expect.poll(() => hasKeyboard(goThere)).toBe(true);
  expect(await page.getByRole('dialog').count()).toBe(0);
  await rehearsal.getByText('1 thing to put right before signing').waitFor();

  // From there to the mark, with what was typed.
  await keys.press('Enter');
  await page.getByRole('tabpanel', { name: SECTION }).waitFor();
  await expect.poll(() => hasKeyboard(mark)).toBe(true);
  expect(await mark.inputValue()).toBe('1e1');

  // Asked for anew, the rehearsal says it too.
  await rehearsal.getByRole('button', { name: 'Close the rehearsal' }).click();
  await rehearsal.waitFor({ state: 'detached' });
  await keys.press('F7');
  await goThere.waitFor();

  // Put right, it blocks nothing, and the dialog counts what is on screen.
  await keys.press('Alt+m');
  await keys.press('Control+a');
  await keys.type('41');
  await saved(page);
  await goThere.waitFor({ state: 'detached' });
  await keys.press('Control+Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Total 78').waitFor();
  await dialog.getByText('Pass', { exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

async function openUnfinished(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(DEMO_PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('gridcell', { name: 'Ffion Prosser (demo)' }).dblclick();
  await page.getByRole('tab', { name: SECTION }).waitFor();
}

async function hasKeyboard(field: Locator): Promise<boolean> {
  return await field.evaluate((element) => element === document.activeElement);
}

/** Whether some of a text is cut to its box; letters may stand out of their line by less than half of it. */
async function isCut(text: Locator): Promise<boolean> {
  return await text.evaluate(
    (element) => element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight + 6,
  );
}
