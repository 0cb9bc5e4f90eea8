import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PASSPHRASE, type Session, startSession } from './support.ts';

const ORIGIN = 'Unit specification, edition 4, pages 2 and 3';
let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.end());

it('takes the criteria that the source does not print, keeps what is typed, and has them on the desk', {
  timeout: 180_000,
}, async () => {
  const { page, complaints } = session;
  const keys = page.keyboard;
  await createWorkspace(page);
  await openUnit(page, '1.0.0');
  await page.getByRole('button', { name: 'Enter the criteria' }).click();
  const form = page.getByRole('form', { name: 'Criteria of Unit 601' });
  const text = form.getByRole('textbox', { name: 'Outcomes and criteria' });
  const record = form.getByRole('region', { name: 'On the record' });

  // Enter brings the next number, and Enter again makes it the next outcome.
  await focused(text);
  await keys.type('1 Understand professional practice');
  for (const row of ['Explain what it asks for', 'Weigh two theories of it', '', 'Lead a team']) {
    await keys.press('Enter');
    await keys.type(row);
  }
  expect(await text.inputValue()).toBe(
    '1 Understand professional practice\n1.1 Explain what it asks for\n1.2 Weigh two theories of it\n2 Lead a team',
  );
  await form.getByRole('button', { name: 'Line 4: Has no criterion yet.' }).waitFor();
  await keys.press('Control+z');
  expect(await text.inputValue()).not.toMatch(/Lead a team$/);
  await keys.press('Control+Shift+z');

  // A paste with a number left out is said at its line, which a click selects.
  await keys.press('Enter');
  await keys.type('Lead one for a quarter');
  await keys.insertText('\nAC 2.3: Report on it');
  await form.getByRole('button', { name: 'Line 6: Begins with 2.3 where 2.2 is next.' }).click();
  await keys.insertText('AC 2.3: Report on it');
  expect((await text.inputValue()).split('\n').slice(4)).toEqual([
    '2.1 Lead one for a quarter',
    'AC 2.3: Report on it',
  ]);
  await look(page, 'entering-criteria');

  // Unsaved words are there again, wherever the person went meanwhile.
  await go(page, 'Learners');
  await openUnit(page, '1.0.0');
  expect(await text.inputValue()).toMatch(/AC 2\.3: Report on it$/);
  await form.getByRole('button', { name: 'Number anew' }).click();
  expect(await record.getByRole('definition').allInnerTexts()).toEqual([
    'Explain what it asks for',
    'Weigh two theories of it',
    'Lead one for a quarter',
    'Report on it',
  ]);
  await form.getByRole('button', { name: 'Enter the criteria' }).click();
  await form.getByText('Say where the criteria are from').waitFor();
  await keys.type(ORIGIN);
  await keys.press('Enter');

  // The keyboard stays on the page, and the unit has them now, in a further version, with a note that names their origin.
  await page.getByRole('region', { name: 'Learning outcome 2' }).getByText('Report on it').waitFor();
  await page.getByText(/^Entered as version 1\.0\.0\+012345\.1 of the pack\./).waitFor();
  await focused(page.getByRole('button', { name: 'Change the criteria' }));
  await page.getByText(`They are from: ${ORIGIN}`).waitFor();
  await page.getByRole('button', { name: /^Unit 601 .*\(Certificate\)$/ }).waitFor();
  await page.getByText(/Institute, version 1\.0\.0\+012345\.1$/).waitFor();
  await look(page, 'entered-criteria');
  await page.locator('summary', { hasText: /notes? on the source/ }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: `Added to the source: ${ORIGIN}` })
    .waitFor();

  // Two versions are told apart, and the older one says what it is for.
  await page.getByRole('combobox', { name: 'Pack' }).click();
  expect(await page.getByText('Older versions').isVisible()).toBe(true);
  await picture(page, 'pack-versions');
  await page.getByRole('option', { name: /Level 6 Certificate and Diploma.*, 1\.0\.0$/ }).click();
  await page.getByText(/This is version 1\.0\.0\. It stays for what was marked with it/).waitFor();
  await look(page, 'older-version');
  await page.getByRole('button', { name: 'Open version 1.0.0+012345.1' }).click();

  // Another unit's, pasted whole, go into the next version with those of the first.
  await page
    .getByRole('button', { name: /^Unit 602 / })
    .first()
    .click();
  await page.getByRole('button', { name: 'Enter the criteria' }).click();
  const other = page.getByRole('form', { name: 'Criteria of Unit 602' });
  await other.getByRole('textbox', { name: 'Outcomes and criteria' }).fill('LO1 Lead people\nAC1.1 Lead\nwell');
  await other.getByRole('textbox', { name: 'Where they are from' }).fill(ORIGIN);
  await other.getByRole('button', { name: 'Enter the criteria' }).click();
  await page.getByText(/Institute, version 1\.0\.0\+012345\.2$/).waitFor();
  await page.getByRole('region', { name: 'Learning outcome 1' }).getByText('Lead well').waitFor();

  // A script for the unit: the newest version is offered, the older ones are folded, and its criteria are on the desk.
  await takeIn(page);
  const sheet = page.getByRole('tabpanel');
  await sheet.getByText('1.1 Explain what it asks for').first().waitFor();
  await sheet.getByText('1.2 Weigh two theories of it').first().waitFor();
  await page
    .getByRole('tablist', { name: 'Sections' })
    .getByRole('tab', { name: /Lead a team/ })
    .click();
  await sheet.getByText('2.2 Report on it').first().waitFor();
  expect(complaints).toEqual([]);
});

async function createWorkspace(page: Page): Promise<void> {
  await page.getByLabel('Centre number').fill('012345');
  await page.getByLabel('Centre name').fill('Strategy Centre (demo)');
  await page.getByLabel('Your name').fill('Asha Ray (demo)');
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Passphrase again').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Create the workspace' }).click();
  await page.getByRole('navigation', { name: 'Screens' }).waitFor();
}

async function focused(target: Locator): Promise<void> {
  await target.waitFor();
  expect(await target.evaluate((element) => element === document.activeElement)).toBe(true);
}

async function go(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen, exact: true }).click();
}

/** The page of a unit of which the source prints a description and credits only. */
async function openUnit(page: Page, version: string): Promise<void> {
  await go(page, 'Qualifications');
  await page.getByRole('combobox', { name: 'Pack' }).click();
  await page.getByRole('option', { name: new RegExp(`Level 6 Certificate and Diploma.*, ${version}$`) }).click();
  await page
    .getByRole('button', { name: /^Unit 601 / })
    .first()
    .click();
  await page.getByRole('heading', { name: /^Unit 601/ }).waitFor();
}

async function takeIn(page: Page): Promise<void> {
  const script = join(session.folder, 'practice.txt');
  writeFileSync(script, 'What my role asks for, and how I led the team through the quarter.\n');
  await go(page, 'Learners');
  await page.getByRole('button', { name: 'Add a learner' }).first().click();
  await page.getByLabel('Learner name').fill('Ines Falk (demo)');
  await page.getByLabel('Registration number').fill('CMI0601');
  await page.getByRole('button', { name: 'Add the learner' }).click();
  const form = page.getByRole('form', { name: 'Take in a script' });
  const chooser = page.waitForEvent('filechooser');
  await form.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(script);
  const qualification = form.getByRole('combobox', { name: 'Qualification' });
  const certificate = page.getByRole('option', { name: 'Level 6 Certificate in Advanced Management and Leadership' });
  await form.getByRole('checkbox', { name: 'Show older versions of the packs' }).check();
  await qualification.click();
  expect(await certificate.count()).toBe(2);
  expect(await page.getByText(/version 1\.0\.0\+012345\.1 \(older\)$/).count()).toBe(1);
  await picture(page, 'intake-versions');
  await page.keyboard.press('Escape');
  await form.getByRole('checkbox', { name: 'Show older versions of the packs' }).uncheck();
  await qualification.click();
  expect(await certificate.count()).toBe(1);
  await certificate.click();
  await form.getByRole('combobox', { name: 'Assessment' }).click();
  await page.getByRole('option', { name: /^Unit 601/ }).click();
  await form.getByRole('checkbox', { name: /declared/ }).click();
  await form.getByRole('button', { name: 'Take in the script' }).click();
  const learner = page.getByRole('region', { name: 'Ines Falk (demo)' });
  await learner.getByRole('button', { name: /^(Mark|Carry on)/ }).click();
  await page.getByRole('tablist', { name: 'Sections' }).waitFor();
}

/** Nothing to mend in light and dark. */
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await picture(page, `${name}-${colorScheme}`);
    const found = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(found.violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }))).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Where a folder for them is named, a picture of what is on screen once nothing fades in any more. */
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(300);
  const shots = process.env.COUNTERSIGN_SCREENSHOTS;
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}
