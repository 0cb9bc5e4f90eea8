import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pdfOf } from '../support/script-files.ts';
import { addLearner, look, takeInAndMark } from './desk-steps.ts';
import { DEMO_PASSPHRASE, demoScript, type Session, saved, startSession, tabTo } from './support.ts';

let session: Session;
/** The folder of the first session, in which the workspace lies. */
let demo: string;
beforeAll(async () => {
  session = await startSession({ demo: true });
  const { page } = session;
  demo = session.folder;
  await unlock(page);
  // The demo's sheet that is still to be finished; its script is a PDF.
  await page.getByRole('button', { name: /Carry on marking/ }).click();
  await page.getByRole('tablist', { name: 'Sections' }).waitFor();
  await page.getByRole('tab', { name: /^2/ }).click();
});
afterAll(async () => {
  await session.end();
  rmSync(demo, { recursive: true, force: true });
});

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

it('quotes a match of the find field, longer or shorter by Shift and the arrows, without a mouse', {
  timeout: 120_000,
}, async () => {
  const { page } = session;
  const keys = page.keyboard;
  await keys.press('Control+f');
  await page.getByRole('textbox', { name: 'Find in the script' }).fill('flaw in this evidence');
  await page.getByText('1 of 1', { exact: true }).waitFor();
  await keys.press('Alt+q');
  await toolbar(page).waitFor();
  await page.getByRole('textbox', { name: 'Find in the script' }).waitFor({ state: 'detached' });
  await keys.press('Shift+Control+ArrowRight');
  await keys.press('Shift+Control+ArrowRight');
  await keys.press('Alt+Shift+I');
  const improvements = page.getByRole('textbox', { name: /^Areas for improvement, / });
  await expect.poll(() => improvements.inputValue()).toMatch(/^> \[2\] “flaw in this evidence.+” \(p \d\)$/);
  const lines = await marks(page, 2).evaluateAll((all) => all.map((one) => one.getAttribute('style') ?? ''));
  expect(lines.length).toBeGreaterThan(0);
  for (const style of lines) expect(style).toContain('dashed');
  expect(await marks(page, 1).first().getAttribute('style')).toContain('solid');
});

it('ends a selection with the words that were dragged over, also beside the text', { timeout: 120_000 }, async () => {
  const { page } = session;
  await page.getByLabel(/^Page, of /).fill('1');
  await page.keyboard.press('Enter');
  const lines = page.getByRole('group', { name: 'Page 1' }).locator('[data-text-of-page] span');
  const first = lines.filter({ hasText: /^I have been Head of Programmes/ });
  const last = lines.filter({ hasText: /^when it is written or/ });
  const [from, to] = [await first.boundingBox(), await last.boundingBox()];
  if (!from || !to) throw new Error('The lines are not on screen');
  await page.mouse.move(from.x + 1, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  // Into the margin, where no text is.
  await page.mouse.move(to.x + to.width + 60, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
  await toolbar(page).waitFor();
  await page.keyboard.press('Alt+Shift+I');
  const improvements = page.getByRole('textbox', { name: /^Areas for improvement, / });
  await expect.poll(() => improvements.inputValue()).toMatch(/\[3\] “I have been Head of Programmes/);
  const quoted = /\[3\] “(.+)” \(p 1\)/.exec(await improvements.inputValue())?.[1] ?? '';
  expect(quoted.endsWith(((await last.textContent()) ?? '').trim())).toBe(true);
  expect(await marks(page, 3).count()).toBe(3);
  const list = chips(page, 'areas for improvement');
  await list.getByRole('button', { name: 'Remove quotation 3' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove both' }).click();
  await marks(page, 3).first().waitFor({ state: 'detached' });
});

it('asks about the other side of what is removed, and shows what has lost it', { timeout: 120_000 }, async () => {
  const { page } = session;
  const keys = page.keyboard;
  const improvements = page.getByRole('textbox', { name: /^Areas for improvement, / });
  const list = chips(page, 'areas for improvement');
  const dialog = page.getByRole('dialog');

  // The quotation goes, and the highlight stays: shown as what it is, and quoted again.
  await list.getByRole('button', { name: 'Remove quotation 2' }).click();
  await look(page, 'highlights-remove');
  await dialog.getByRole('button', { name: 'Keep the highlight' }).click();
  await expect.poll(() => improvements.inputValue()).toBe('');
  await list.getByText('not in the text').waitFor();
  await page.getByRole('button', { name: /^Highlight 2, .* of section 2, not quoted in the text/ }).waitFor();
  await list.getByRole('button', { name: 'Quote again' }).click();
  await expect.poll(() => improvements.inputValue()).toMatch(/^> \[2\] “flaw/);

  // The highlight goes by its own key, and the quotation stays until its highlight is brought back.
  await page.getByRole('button', { name: /^Highlight 2, areas for improvement of section 2: / }).focus();
  await keys.press('Delete');
  await dialog.getByRole('button', { name: 'Keep the quotation' }).click();
  await marks(page, 2).first().waitFor({ state: 'detached' });
  await list.getByText('highlight removed').waitFor();
  await look(page, 'highlights-lost');
  await list.getByRole('button', { name: 'Bring back' }).click();
  await marks(page, 2).first().waitFor();

  await list.getByRole('button', { name: 'Remove quotation 2' }).click();
  await dialog.getByRole('button', { name: 'Remove both' }).click();
  await marks(page, 2).first().waitFor({ state: 'detached' });
  expect(await improvements.inputValue()).toBe('');
  await list.waitFor({ state: 'detached' });
});

it('takes a region of a page by keys, and keeps a private note beside words', { timeout: 120_000 }, async () => {
  const { page } = session;
  const keys = page.keyboard;
  // Dragged with the mouse, and let go.
  await page.getByRole('button', { name: 'Mark a region of the page' }).click();
  const paper = await page.getByRole('region', { name: /^Script, / }).boundingBox();
  if (!paper) throw new Error('The script is not on screen');
  await page.mouse.move(paper.x + 200, paper.y + 200);
  await page.mouse.down();
  await page.mouse.move(paper.x + 400, paper.y + 300, { steps: 4 });
  await page.mouse.up();
  await toolbar(page).getByRole('button', { name: 'Quote under strengths' }).waitFor();
  await keys.press('Escape');
  await toolbar(page).waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Mark a region of the page' }).click();
  const frame = page.getByRole('button', { name: /^Region of page \d: arrow keys move it/ });
  await frame.waitFor();
  const before = await boxOf(frame);
  await keys.press('ArrowUp');
  await keys.press('Shift+ArrowRight');
  const after = await boxOf(frame);
  expect([after.top - before.top, after.width - before.width]).toEqual([-8, 8]);
  await keys.press('Enter');
  await toolbar(page).waitFor();
  await keys.press('Alt+Shift+S');
  await expect.poll(() => strengths(page).inputValue()).toMatch(/> \[4\] Marked on the page \(p \d\)/);
  const drawn = await boxOf(marks(page, 4));
  expect(Math.abs(drawn.left - after.left) + Math.abs(drawn.width - after.width)).toBeLessThan(4);

  await page.getByLabel(/^Page, of /).fill('1');
  await keys.press('Enter');
  await dragOver(page, await lineOn(page, 1));
  await keys.press('Alt+Shift+N');
  const note = page.getByRole('dialog', { name: 'Private notes' }).getByRole('textbox', { name: 'Note 5, p 1' });
  await note.waitFor();
  await expect.poll(() => note.evaluate((field) => field === document.activeElement)).toBe(true);
  await keys.type('Ask her about this at the interview.');
  await look(page, 'highlights-notes');
  await keys.press('Escape');
  await page.getByRole('button', { name: 'Private notes, 1' }).waitFor();
  await saved(page);
});

it('shows everything again after a restart', { timeout: 120_000 }, async () => {
  await session.window.close();
  session = await startSession({ workspace: join(demo, 'workspaces', 'main') });
  const { page } = session;
  await unlock(page);
  await page.getByRole('button', { name: /Carry on marking/ }).click();
  await page.getByRole('tab', { name: /^2/ }).click();
  await chips(page, 'strengths')
    .getByRole('button', { name: /^\[1\] p 1 “/ })
    .click();
  await marks(page, 1).waitFor();
  expect(await apart(page, 1, await lineOn(page, 1))).toBeLessThan(16);
  await page.getByRole('button', { name: 'Private notes, 1' }).click();
  const notes = page.getByRole('dialog', { name: 'Private notes' });
  await expect
    .poll(() => notes.getByRole('textbox', { name: 'Note 5, p 1' }).inputValue())
    .toBe('Ask her about this at the interview.');
  await notes.getByRole('button', { name: 'Show note 5, p 1' }).click();
  await notes.waitFor({ state: 'detached' });
});

it('quotes a document by its heading and paragraph, and finds the words again', { timeout: 180_000 }, async () => {
  const { page, complaints } = session;
  await addLearner(page, 'Wen Sato (demo)', 'DOC602');
  await takeInAndMark(page, 'Wen Sato (demo)', demoScript('T Bielak-FHA2217-012345-8316-602(1).docx'), {
    qualification: /Level 6 Diploma in Management/,
    assessment: '605',
  });
  const frame = page.frameLocator('iframe[title^="Script, "]');
  const line = frame.locator('article p:not([class*="eading"])', { hasText: /\w{60,}|(\w+ ){12,}/ }).first();
  await line.waitFor();
  const box = await line.boundingBox();
  if (!box) throw new Error('The paragraph is not on screen');
  await page.mouse.move(box.x + 2, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 8, { steps: 4 });
  await page.mouse.move(box.x + 240, box.y + 8, { steps: 4 });
  await page.mouse.up();
  await toolbar(page)
    .getByText(/paragraph \d+$/)
    .waitFor();
  await page.keyboard.press('Alt+Shift+S');
  await expect.poll(() => strengths(page).inputValue()).toMatch(/^> \[1\] “.+” \(.*paragraph \d+\)$/);
  const quoted = /“(.+)” \(/.exec(await strengths(page).inputValue())?.[1] ?? '';
  expect(((await line.textContent()) ?? '').replace(/\s+/g, ' ')).toContain(quoted);

  const mark = frame.locator('[data-highlight="1"]').first();
  const over = async () => {
    const [drawn, words] = [await mark.boundingBox(), await line.boundingBox()];
    return drawn && words ? Math.abs(drawn.x - words.x) + Math.abs(drawn.y - words.y) : Number.NaN;
  };
  await mark.waitFor();
  await expect.poll(over).toBeLessThan(12);
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
  await expect.poll(over).toBeLessThan(14);
  await look(page, 'highlights-docx');

  // Opened again, the same words carry it, and the way leads both ways.
  await page.getByRole('button', { name: 'Home', exact: true }).click();
  await page
    .getByRole('button', { name: /Carry on marking/ })
    .first()
    .waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await mark.waitFor();
  await expect.poll(over).toBeLessThan(14);
  await frame.getByRole('button', { name: /^Highlight 1, strengths of section 1: “/ }).click();
  await expect.poll(() => strengths(page).evaluate((field) => field === document.activeElement)).toBe(true);
  await chips(page, 'strengths')
    .getByRole('button', { name: /^\[1\] / })
    .click();
  await mark.waitFor();
  expect(complaints).toEqual([]);
});

it('draws the highlights of a long script only where it is read', { timeout: 240_000 }, async () => {
  const { page } = session;
  const file = join(demo, 'long.pdf');
  const pages = Array.from({ length: 200 }, (_, index) => `Page ${index + 1} of a long script, with a line of text.`);
  writeFileSync(file, await pdfOf(...pages));
  await addLearner(page, 'Lena Lang (demo)', 'LONG200');
  await takeInAndMark(page, 'Lena Lang (demo)', file, {
    qualification: /Level 6 Diploma in Management/,
    assessment: '605',
  });
  const made = await page.evaluate(async () => {
    const { call } = window.countersign;
    const rows = await call('attempts.list', { search: 'Lena Lang' });
    const attempt = rows.ok ? rows.value.rows[0]?.attempt : undefined;
    const opened = attempt ? await call('sheets.open', { attempt }) : null;
    if (!opened?.ok) return 0;
    const { sheet, revision, attempt: of } = opened.value;
    const script = of.scripts[0]?.id;
    if (!script) return 0;
    let count = 0;
    for (let at = 0; at < 400; at += 1) {
      const box = { x: 72, y: 700 - (at % 2) * 40, width: 200, height: 12 };
      const added = await call('highlights.add', {
        sheet,
        revision,
        script,
        kind: at % 2 === 0 ? 'strengths' : 'improvements',
        section: 's1',
        anchor: { kind: 'pdf', page: Math.floor(at / 2) + 1, boxes: [box] },
        words: 'a line of text',
        note: '',
      });
      if (added.ok) count += 1;
    }
    return count;
  });
  expect(made).toBe(400);
  await page.getByRole('button', { name: 'Home', exact: true }).click();
  await page.keyboard.press('Alt+ArrowLeft');
  await marks(page, 1).waitFor();
  await page.getByLabel('Page, of 200').fill('150');
  await page.keyboard.press('Enter');
  await marks(page, 299).waitFor();
  expect(await marks(page, 300).count()).toBe(1);
  const drawn = await page.locator('[data-highlight]').count();
  const shown = await page.locator('[data-text-of-page]').count();
  expect(drawn).toBe(shown * 2);
  expect(shown).toBeLessThan(10);
});

it('takes notes alone beside a sheet that is signed', { timeout: 120_000 }, async () => {
  const { page, complaints } = session;
  const keys = page.keyboard;
  await page.getByRole('button', { name: 'Learners', exact: true }).click();
  await page.getByText('Amira Okafor (demo)').first().click();
  const learner = page.getByRole('region', { name: 'Amira Okafor (demo)' });
  await learner.getByRole('button', { name: /^Work-Based Assignment: 603/ }).click();
  await page.getByRole('button', { name: 'Open the sheet' }).click();
  const first = page.getByRole('group', { name: 'Page 1' }).locator('[data-text-of-page] span').first();
  await first.waitFor();
  await dragOver(page, await lineOn(page, 1));
  await toolbar(page).getByText('Signed: notes only').waitFor();
  expect(
    await toolbar(page)
      .getByRole('button', { name: /^Quote under/ })
      .count(),
  ).toBe(0);
  await keys.press('Alt+Shift+S');
  await keys.press('Alt+Shift+N');
  const notes = page.getByRole('dialog', { name: 'Private notes' });
  await notes.getByRole('textbox', { name: 'Note 1, p 1' }).fill('Seen after signing.');
  await look(page, 'highlights-signed');
  await keys.press('Escape');
  await notes.waitFor({ state: 'detached' });
  const badge = page.getByRole('button', { name: 'Private note 1: Seen after signing.' });
  await badge.focus();
  await keys.press('Delete');
  await page.getByRole('dialog', { name: 'Remove note 1' }).getByRole('button', { name: 'Remove' }).click();
  await badge.waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});
