import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSPHRASE, type Session, startSession } from './support.ts';

/** Where the keys are looked at, and how to get there from the place before. */
const PLACES: readonly { readonly name: string; readonly reach: (page: Page) => Promise<unknown> }[] = [
  {
    name: 'the queue',
    reach: (page) => page.getByRole('button', { name: /^(Carry on marking|Mark the next script)/ }).waitFor(),
  },
  {
    name: 'the desk, in feedback that is being written',
    reach: async (page) => {
      await page.keyboard.press('Control+Enter');
      await page.getByRole('group', { name: 'Page 1' }).waitFor();
      await page.keyboard.press('Alt+s');
    },
  },
  {
    name: 'the desk, with something found in the script',
    reach: async (page) => {
      await page.keyboard.press('Control+f');
      await page.keyboard.type('the');
      await page.getByText(/^1 of \d+/).waitFor();
      await page.keyboard.press('Alt+s');
    },
  },
  {
    name: 'the desk of a signed sheet',
    reach: async (page) => {
      await page.keyboard.press('Control+1');
      await page
        .getByRole('row', { name: /Signed/ })
        .first()
        .dblclick();
      await page
        .getByText(/^Signed \d+ \w+ 20\d\d/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'the comment bank',
    reach: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('Comment bank');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: /bank/ }).waitFor();
    },
  },
  { name: 'the learners', reach: (page) => go(page, '2', /^Learners/) },
  { name: 'the checks', reach: (page) => go(page, '4', /^Checks/) },
  { name: 'verifying', reach: (page) => go(page, '5', /^Verify/) },
  { name: 'the qualifications', reach: (page) => go(page, '6', /^Qualifications/) },
  { name: 'progress', reach: (page) => go(page, '7', /^Progress/) },
  { name: 'the settings', reach: (page) => go(page, '8', /^Settings/) },
];

let session: Session;
beforeAll(async () => {
  session = await startSession({ demo: true });
  const { page } = session;
  await page.getByLabel('Passphrase', { exact: true }).fill(DEMO_PASSPHRASE);
  await page.keyboard.press('Enter');
}, 240_000);
afterAll(() => session.end());

describe('the list of keys', () => {
  it.each(PLACES)(
    'says at $name what every button there says, and no key twice',
    { timeout: 60_000 },
    async (place) => {
      const { page } = session;
      await place.reach(page);
      await page.waitForTimeout(300);
      const offered = await page
        .locator('[aria-keyshortcuts]:enabled')
        .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-keyshortcuts') ?? ''));
      const listed = await keysListed(page);
      expect(listed.length).toBeGreaterThan(10);
      expect(listed.filter((key, index) => listed.indexOf(key) !== index)).toEqual([]);
      expect(offered.map(asRead).filter((key) => !listed.includes(key))).toEqual([]);
      // Whatever the palette gives a key is in the list too.
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog', { name: 'Open anything' }).waitFor();
      const named = await page
        .getByRole('dialog', { name: 'Open anything' })
        .locator('button:has(kbd)')
        .evaluateAll((rows) =>
          rows.map((row) => [...row.querySelectorAll('kbd')].map((key) => key.textContent).join('+')),
        );
      expect(named.length).toBeGreaterThan(10);
      expect(named.filter((key) => !listed.includes(key))).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
  );

  it('opens by a question mark where nothing is typed, finds, and gives the keyboard back', async () => {
    const { page } = session;
    await page.keyboard.press('Control+1');
    await page.getByRole('grid', { name: 'Queue' }).waitFor();
    await page.keyboard.press('Shift+?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await dialog.waitFor();
    await page.keyboard.type('lock');
    await expect.poll(() => dialog.locator('dt').allTextContents()).toEqual(['Lock the workspace']);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('no such thing');
    await dialog.getByText(/No key that works here/).waitFor();
    for (let presses = 0; presses < 2; presses += 1) await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('tablist', { name: 'Sections' }).waitFor();
    await page.keyboard.press('Alt+i');
    const typed = page.getByRole('textbox', { name: /^Areas for improvement/ });
    await typed.press('End');
    await page.keyboard.type(' Why?');
    expect(await typed.inputValue()).toMatch(/ Why\?$/);
    await page.keyboard.press('Control+/');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await typed.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(session.complaints).toEqual([]);
  });
});

/** Opens the list by its keys, reads every way that it gives, and closes it. */
async function keysListed(page: Page): Promise<readonly string[]> {
  await page.keyboard.press('Control+/');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await dialog.waitFor();
  const keys = await dialog.locator('dd > span:has(kbd) + span').allTextContents();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return keys;
}

/** Keys of `aria-keyshortcuts` as the list writes them. */
function asRead(keys: string): string {
  const names: Readonly<Record<string, string>> = {
    Control: 'Ctrl',
    Plus: '+',
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
  };
  return keys
    .split('+')
    .map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join('+');
}

async function go(page: Page, digit: string, heading: RegExp): Promise<void> {
  await page.keyboard.press(`Control+${digit}`);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}
