import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { look } from './desk-steps.ts';
import { DEMO_PASSPHRASE, type Session, saved, startSession, tabTo } from './support.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession({ demo: true });
  const { page } = session;
  await unlock(page);
  // The demo's sheet that is still to be finished; its script is a PDF.
  await page.getByRole('button', { name: /Carry on marking/ }).click();
  await page.getByRole('tablist', { name: 'Sections' }).waitFor();
  await page.getByRole('tab', { name: /^2/ }).click();
});
afterAll(() => session.end());

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase').fill(DEMO_PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'What is selected' });
const strengths = (page: Page) => page.getByRole('textbox', { name: /^Strengths, / });
const marks = (page: Page, number: number) => page.locator(`[data-highlight="${number}"]`);
const chips = (page: Page, field: string) => page.getByRole('list', { name: `Quotations, ${field}` });

/** The first line of text on a page that is long enough to quote. */
async function lineOn(page: Page, number: number): Promise<Locator> {
  const lines = page.getByRole('group', { name: `Page ${number}` }).locator('[data-text-of-page] span');
  await lines.first().waitFor();
  const index = await lines.evaluateAll((all) => all.findIndex((one) => (one.textContent ?? '').length > 50));
  return lines.nth(index);
}

/** Drags over most of a line, as a hand with a mouse does. */
async function dragOver(page: Page, line: Locator): Promise<void> {
  const box = await line.boundingBox();
  if (!box) throw new Error('The line is not on screen');
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + 2, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, middle, { steps: 4 });
  await page.mouse.move(box.x + box.width - 3, middle, { steps: 4 });
  await page.mouse.up();
}

const boxOf = (locator: Locator): Promise<Box> =>
  locator.first().evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left, top, width, height };
  });

/** How far a highlight lies from the line that it was made of: its sides and its middle, in CSS pixels. */
async function apart(page: Page, number: number, line: Locator): Promise<number> {
  const mark = await boxOf(marks(page, number));
  const text = await boxOf(line);
  return Math.max(
    Math.abs(mark.left - text.left),
    Math.abs(mark.left + mark.width - text.left - text.width),
    Math.abs(mark.top + mark.height / 2 - text.top - text.height / 2),
  );
}

it('sends words that were dragged over to the strengths, with their page, and draws them again at any zoom', {
  timeout: 120_000,
}, async () => {
  const { page, complaints } = session;
  const before = await strengths(page).inputValue();
  const line = await lineOn(page, 1);
  const words = ((await line.textContent()) ?? '').trim();
  await dragOver(page, line);
  await toolbar(page).getByText('p 1', { exact: true }).waitFor();
  await toolbar(page).getByText('Section 2', { exact: true }).waitFor();
  await look(page, 'highlights-toolbar');
  await toolbar(page).getByRole('button', { name: 'Quote under strengths' }).click();
  await toolbar(page).waitFor({ state: 'detached' });

  await expect.poll(() => strengths(page).inputValue()).toMatch(/> \[1\] “.+” \(p 1\)$/);
  const text = await strengths(page).inputValue();
  expect(text.startsWith(before)).toBe(true);
  const quoted = /“(.+)”/.exec(text.slice(before.length))?.[1] ?? '';
  expect(quoted.length).toBeGreaterThan(40);
  expect(words).toContain(quoted);
  await saved(page);
  await marks(page, 1).waitFor();
  expect(await apart(page, 1, line)).toBeLessThan(12);

  for (const zoom of ['Zoom in', 'Zoom in', 'Zoom out', 'Zoom out', 'Zoom out', 'Fit the width']) {
    await page.getByRole('button', { name: zoom, exact: true }).click();
    await expect.poll(() => apart(page, 1, line)).toBeLessThan(16);
  }
  await look(page, 'highlights-quoted');
  expect(complaints).toEqual([]);
});

it('goes from a quotation to its place and back, by mouse and by keyboard', { timeout: 120_000 }, async () => {
  const { page } = session;
  const keys = page.keyboard;
  await page.getByLabel(/^Page, of /).fill('4');
  await keys.press('Enter');
  await marks(page, 1).waitFor({ state: 'detached' });

  const chip = chips(page, 'strengths').getByRole('button', { name: /^\[1\] p 1 “/ });
  await strengths(page).focus();
  await tabTo(page, chip, 4);
  await keys.press('Enter');
  await marks(page, 1).waitFor();
  expect(await page.getByLabel(/^Page, of /).inputValue()).toBe('1');

  // From another section: the section is changed, and the caret stands behind the quotation.
  await page.getByRole('tab', { name: /^1/ }).click();
  await chip.waitFor({ state: 'detached' });
  const box = await boxOf(marks(page, 1));
  await page.mouse.click(box.left + box.width / 2, box.top + box.height / 2);
  await expect.poll(() => page.getByRole('tab', { name: /^2/ }).getAttribute('aria-selected')).toBe('true');
  const caret = () =>
    strengths(page).evaluate((field: { readonly value: string; readonly selectionEnd: number }) =>
      field === document.activeElement ? field.value.slice(0, field.selectionEnd) : '',
    );
  await expect.poll(caret).toMatch(/\(p 1\)$/);

  await page.getByRole('tab', { name: /^1/ }).click();
  await page.getByRole('button', { name: /^Highlight 1, strengths of section 2: “/ }).focus();
  await keys.press('Enter');
  await expect.poll(caret).toMatch(/\(p 1\)$/);
});
