import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoScript, PASSPHRASE, type Session, saved, startSession } from './support.ts';

/** What the learner's panel calls the way to the desk. */
const OPEN_DESK = /^(Mark|Carry on)/;
let session: Session;
beforeAll(async () => {
  session = await startSession({ width: 1920, height: 1080 });
});
afterAll(() => session.end());

it('takes a DOCX by drag and drop to a signed Referral and its resubmission, with the mouse', {
  timeout: 180_000,
}, async () => {
  const { page, exports, complaints } = session;
  await fill(page, page.getByLabel('Centre number'), '012345');
  await fill(page, page.getByLabel('Centre name'), 'Mouse Centre (demo)');
  await fill(page, page.getByLabel('Your name'), 'Asha Ray (demo)');
  await fill(page, page.getByLabel('Passphrase', { exact: true }), PASSPHRASE);
  await fill(page, page.getByLabel('Passphrase again'), PASSPHRASE);
  await page.getByRole('button', { name: 'Create the workspace' }).click();

  await page.getByRole('button', { name: 'Learners', exact: true }).click();
  await page.getByRole('button', { name: 'Add a learner' }).first().click();
  await fill(page, page.getByLabel('Learner name'), 'Tomasz Bielak (demo)');
  await fill(page, page.getByLabel('Registration number'), 'FHA2217');
  await page.getByRole('button', { name: 'Add the learner' }).click();

  await takeIn(page, 'T Bielak-FHA2217-012345-8316-602(1).docx');
  await page
    .getByText(/1,\d\d\d words, within/)
    .first()
    .waitFor();
  await page.getByRole('region', { name: 'Tomasz Bielak (demo)' }).getByRole('button', { name: OPEN_DESK }).click();

  // The DOCX is drawn with its table and its picture, and nothing in it may run.
  const frame = page.frameLocator('iframe');
  await frame
    .getByText(/contact centre/i)
    .first()
    .waitFor();
  expect(await frame.locator('table').count()).toBeGreaterThan(0);
  expect(await frame.locator('img').count()).toBeGreaterThan(0);

  await section(page, 1, '8', 'A clear start.', 'Say who decides what.');
  await section(page, 2, '23', 'Evidence from three sides.', 'Report all twelve statements.');
  await section(page, 3, '22', 'Theory that explains the evidence.', 'Test the single cause.');
  await section(
    page,
    4,
    '9',
    'The right areas are named.',
    'To reach the minimum, give each action a date and a measure.',
  );
  expect(await page.getByRole('main').innerText()).toMatch(/Total\s*62\s*of 100\s*Referral/);
  await sign(page);

  // The resubmission opens only the referred section.
  await page.getByRole('button', { name: 'Learners', exact: true }).click();
  await page.getByRole('gridcell', { name: 'Tomasz Bielak (demo)' }).click();
  await takeIn(page, 'T Bielak-FHA2217-012345-8316-602(2).docx');
  await page.getByRole('region', { name: 'Tomasz Bielak (demo)' }).getByRole('button', { name: OPEN_DESK }).click();
  await frame
    .getByText(/contact centre/i)
    .first()
    .waitFor();
  const tabs = page.getByRole('tablist', { name: 'Sections' }).getByRole('tab');
  expect(await tabs.count()).toBe(4);
  await tabs.nth(0).click();
  await page.getByText(/Passed in attempt 1 and carried forward/).waitFor();
  for (const name of [/^Strengths, /, /^Areas for improvement, /]) {
    expect(await page.getByRole('region', { name }).count()).toBe(1);
    expect(await page.getByRole('textbox', { name }).count()).toBe(0);
  }
  expect(await page.getByRole('textbox', { name: /^Mark, / }).isEditable()).toBe(false);
  await tabs.nth(3).click();
  await page.getByText('To reach the minimum, give each action a date and a measure.').first().waitFor();
  await section(page, 4, '21', 'Every aim has a figure and a date.', 'Part aim 4 in two.');
  expect(await page.getByRole('main').innerText()).toMatch(/Total\s*74\s*of 100\s*Pass/);
  await sign(page);

  await page.getByRole('button', { name: 'Home', exact: true }).click();
  await page.getByRole('button', { name: 'Export signed sheets' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const write = dialog.getByRole('button', { name: /^Export/ });
  if (await write.isDisabled()) await dialog.getByRole('checkbox').first().click();
  await write.click();
  await dialog.getByText('T Bielak-FHA2217-012345-8316-602(2).pdf').first().waitFor();
  expect(readdirSync(exports).sort()).toEqual([
    'T Bielak-FHA2217-012345-8316-602(1).docx',
    'T Bielak-FHA2217-012345-8316-602(1).pdf',
    'T Bielak-FHA2217-012345-8316-602(2).docx',
    'T Bielak-FHA2217-012345-8316-602(2).pdf',
  ]);
  const text = execFileSync('pdftotext', ['-layout', join(exports, 'T Bielak-FHA2217-012345-8316-602(2).pdf'), '-'], {
    encoding: 'utf8',
  });
  expect(text).toMatch(/Carried forward from attempt 1/);
  expect(complaints).toEqual([]);
});

async function fill(page: Page, field: Locator, text: string): Promise<void> {
  await field.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

async function section(
  page: Page,
  number: number,
  mark: string,
  strengths: string,
  improvements: string,
): Promise<void> {
  await page
    .getByRole('tablist', { name: 'Sections' })
    .getByRole('tab')
    .nth(number - 1)
    .click();
  await fill(page, page.getByRole('textbox', { name: /^Strengths, / }), strengths);
  await fill(page, page.getByRole('textbox', { name: /^Areas for improvement, / }), improvements);
  await fill(page, page.getByRole('textbox', { name: /^Mark, / }), mark);
  await saved(page);
}

async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign the sheet' }).first().click();
  const dialog = page.getByRole('dialog');
  await fill(page, dialog.getByLabel('Passphrase'), PASSPHRASE);
  await dialog.getByRole('button', { name: 'Sign the sheet' }).click();
  await page
    .getByText(/^Signed \d+ \w+ 20\d\d/)
    .first()
    .waitFor();
}

/** A file dragged in from the system onto the window, then the form by mouse. */
async function takeIn(page: Page, name: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Take in a script' });
  await form.waitFor();
  const box = await form.boundingBox();
  if (!box) throw new Error('The form is not on screen');
  const cdp = await page.context().newCDPSession(page);
  const data = { items: [], files: [demoScript(name)], dragOperationsMask: 1 };
  const at = { x: box.x + box.width / 2, y: box.y + 30 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await cdp.detach();
  const qualification = form.getByRole('combobox', { name: 'Qualification' });
  await qualification.waitFor();
  await qualification.click();
  await page.getByRole('option', { name: /Diploma in Management/ }).click();
  await form.getByRole('combobox', { name: 'Assessment' }).click();
  await page.getByRole('option', { name: 'Reflective Review: 602' }).click();
  await form.getByRole('checkbox', { name: /declared/ }).click();
  await form.getByRole('button', { name: 'Take in the script' }).click();
  await form.getByRole('button', { name: 'Take in the script' }).waitFor({ state: 'detached' });
}
