import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PASSPHRASE } from './support.ts';

/** A new workspace from the first screen. */
export async function firstStart(page: Page): Promise<void> {
  await page.getByLabel('Centre number').fill('012345');
  await page.getByLabel('Centre name').fill('Strategy Centre (demo)');
  await page.getByLabel('Your name').fill('Asha Ray (demo)');
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Passphrase again').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Create the workspace' }).click();
}

export async function addLearner(page: Page, name: string, number: string): Promise<void> {
  await page.getByRole('button', { name: 'Learners', exact: true }).click();
  await page.getByRole('button', { name: 'Add a learner' }).first().click();
  await page.getByLabel('Learner name').fill(name);
  await page.getByLabel('Registration number').fill(number);
  await page.getByRole('button', { name: 'Add the learner' }).click();
}

/** Takes in a declared script for the learner on show and opens the desk. */
export async function takeInAndMark(
  page: Page,
  learner: string,
  script: string,
  work: { readonly qualification: RegExp; readonly assessment: string },
): Promise<void> {
  const form = page.getByRole('form', { name: 'Take in a script' });
  const chooser = page.waitForEvent('filechooser');
  await form.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(script);
  await form.getByRole('combobox', { name: 'Qualification' }).click();
  await page.getByRole('option', { name: work.qualification }).click();
  await form.getByRole('combobox', { name: 'Assessment' }).click();
  await page.getByRole('option', { name: work.assessment }).click();
  await form.getByRole('checkbox', { name: /declared/ }).click();
  await form.getByRole('button', { name: 'Take in the script' }).click();
  await form.getByRole('button', { name: 'Take in the script' }).waitFor({ state: 'detached' });
  await page
    .getByRole('region', { name: learner })
    .getByRole('button', { name: /^(Mark|Carry on)/ })
    .click();
  await page.getByRole('tablist', { name: 'Sections' }).waitFor();
}

/** Signs the sheet on show by its keys, every warning seen. */
export async function signSheet(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Passphrase').fill(PASSPHRASE);
  for (const warning of await dialog.getByRole('checkbox', { name: /^I have seen this/ }).all()) await warning.check();
  await dialog.getByRole('button', { name: 'Sign the sheet' }).click();
  await page
    .getByText(/^Signed \d+ \w+ 20\d\d/)
    .first()
    .waitFor();
}

/** Writes every signed sheet in both formats. */
export async function exportSigned(page: Page, last: string): Promise<void> {
  await page.getByRole('button', { name: 'Home', exact: true }).click();
  await page.getByRole('button', { name: 'Export signed sheets' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const write = dialog.getByRole('button', { name: /^Export/ });
  if (await write.isDisabled()) await dialog.getByRole('checkbox').first().click();
  await write.click();
  await dialog.getByText(last).first().waitFor();
}

/** Nothing on screen breaks a rule of accessibility, in light and dark; pictures are kept where a folder is named for them. */
export async function look(page: Page, name: string): Promise<void> {
  const shots = process.env.COUNTERSIGN_SCREENSHOTS;
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(300);
    if (shots) {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: join(shots, `${name}-${colorScheme}.png`) });
    }
    // Legacy mode, because the host lets no second page be opened.
    const found = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(found.violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }))).toEqual([]);
  }
}
