import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { look } from './desk-steps.ts';
import { DEMO_PASSPHRASE, type Session, startSession } from './support.ts';

const WIDTH = 1366;
const sheetOf = (page: Page) => page.getByRole('tablist', { name: 'Sections' });
const divider = (page: Page, side: 'Width' | 'Height') =>
  page.getByRole('separator', { name: `${side} of the script` });
const sizeOf = async (page: Page, side: 'Width' | 'Height') =>
  Number(await divider(page, side).getAttribute('aria-valuenow'));

async function toDesk(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(DEMO_PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^(Carry on marking|Mark the next script)/ }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('group', { name: 'Page 1' }).waitFor();
}

describe('the layout of the desk', { timeout: 120_000 }, () => {
  let session: Session;
  let again: Session | null = null;
  beforeAll(async () => {
    session = await startSession({ demo: true });
    await toDesk(session.page);
  }, 240_000);
  afterAll(async () => {
    await again?.end();
    await session.end();
  });

  it('moves no more than it is asked to where the system asks for less motion', async () => {
    const { page } = session;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.keyboard.press('Control+/');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    const moving = await page.locator('body *').evaluateAll((elements) =>
      elements
        .filter((element) => {
          const style = element.computedStyleMap();
          return ['animation-name', 'transition-property'].some((name) => style.get(name)?.toString() !== 'none');
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(moving).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('offers the script above the sheet in a tall window, and does not ask again', async () => {
    const { page } = session;
    const offer = page.getByRole('region', { name: 'Layout' });
    expect(await offer.count()).toBe(0);
    await page.setViewportSize({ width: 1080, height: 1500 });
    await offer.waitFor();
    expect(await divider(page, 'Width').count()).toBe(1);
    await look(page, 'desk-offers-layout');
    await offer.getByRole('button', { name: 'Stay side by side' }).click();
    await offer.waitFor({ state: 'detached' });
    expect(await divider(page, 'Width').count()).toBe(1);
    await page.setViewportSize({ width: WIDTH, height: 768 });
  });

  it('puts the script above the sheet by a key, with both feedback fields and the mark in sight', async () => {
    const { page } = session;
    await page.keyboard.press('Alt+t');
    await divider(page, 'Height').waitFor();
    const script = await page.getByRole('region', { name: /^Script, / }).boundingBox();
    const sheet = await sheetOf(page).boundingBox();
    expect((script?.y ?? 0) + (script?.height ?? 0)).toBeLessThanOrEqual((sheet?.y ?? 0) + 1);
    for (const field of [/^Strengths/, /^Areas for improvement/, /^Mark/]) {
      const box = await page.getByRole('tabpanel').getByRole('textbox', { name: field }).boundingBox();
      expect((box?.y ?? 768) + (box?.height ?? 768)).toBeLessThan(768);
    }
    await look(page, 'desk-above');
  });

  it('keeps the size of each layout apart, by keyboard, and both over a restart', async () => {
    const { page } = session;
    await divider(page, 'Height').focus();
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowLeft']) await page.keyboard.press(key);
    expect(await sizeOf(page, 'Height')).toBe(46);
    await page.keyboard.press('Alt+t');
    await divider(page, 'Width').focus();
    await page.keyboard.press('End');
    expect(await sizeOf(page, 'Width')).toBe(75);
    await page.getByRole('button', { name: 'Layout: one above the other' }).click();
    expect(await sizeOf(page, 'Height')).toBe(46);
    // What is dragged is written once it rests.
    await page.waitForTimeout(800);
    await session.window.close();
    again = await startSession({ workspace: join(session.folder, 'workspaces', 'main') });
    await toDesk(again.page);
    expect(await sizeOf(again.page, 'Height')).toBe(46);
    await again.page.keyboard.press('Shift+F6');
    expect(await sizeOf(again.page, 'Width')).toBe(75);
  });

  it.each([
    { layout: 'beside' as const, by: [] },
    { layout: 'above' as const, by: ['Alt+t'] },
  ])('shows one side at a time at twice the text, and cuts nothing off, laid out $layout', async ({ layout, by }) => {
    const page = again?.page;
    if (!page) throw new Error('The app was not opened again');
    for (const key of by) await page.keyboard.press(key);
    await page.locator('html').evaluate((root) => root.style.setProperty('font-size', '200%'));
    const sides = page.getByRole('button', { name: /^(Script|Sheet)$/ });
    await expect.poll(() => sides.count()).toBe(2);
    for (const side of ['Sheet', 'Script']) {
      await page.getByRole('button', { name: side, exact: true }).click();
      expect(await beyondTheWindow(page)).toEqual([]);
      await look(page, `desk-${layout}-${side.toLowerCase()}-twice-the-text`);
    }
    await page.locator('html').evaluate((root) => root.style.removeProperty('font-size'));
    await page.getByRole('separator').waitFor();
    expect(again?.complaints).toEqual([]);
  });
});

/** Controls in sight that reach over the left or the right edge of the window, where nothing scrolls to them. */
function beyondTheWindow(page: Page): Promise<readonly string[]> {
  return page
    .locator('main, section[aria-label="Title bar"]')
    .locator('button, input, textarea')
    .evaluateAll(
      (controls, width) =>
        controls
          .filter((control) => control.checkVisibility({ visibilityProperty: true }))
          .filter((control) => {
            const { left, right } = control.getBoundingClientRect();
            return left < 0 || right > width;
          })
          .map((control) => control.outerHTML.slice(0, 120)),
      WIDTH,
    );
}
