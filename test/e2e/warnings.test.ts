import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyCommand } from '../../electron/cli/verify-command.ts';
import { addLearner, exportSigned, firstStart, look, takeInAndMark } from './desk-steps.ts';
import { PASSPHRASE, type Session, saved, startSession } from './support.ts';

const LEARNER = 'Rhys Jones (demo)';
const NAMED = /^Warning:\s.*name “Amira Okafor”, as another learner is called \(DEM0001\)/;
const REFERS = /^Warning:\s.*speak of a referral: “resubmit”/;
let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.end());

it('signs a sheet only when each of its warnings is ticked, and prints them in the signed form', {
  timeout: 180_000,
}, async () => {
  const { page, folder, exports, complaints } = session;
  const keys = page.keyboard;
  const script = join(folder, 'report.txt');
  writeFileSync(script, 'How the depot is run, and what would make it run better.\n');
  await firstStart(page);
  await addLearner(page, 'Amira Okafor', 'DEM0001');
  await page.getByRole('button', { name: 'Home', exact: true }).click();
  await addLearner(page, LEARNER, 'DEM0002');
  await takeInAndMark(page, LEARNER, script, { qualification: /Level 6 Diploma in Management/, assessment: '603' });
  for (const [section, strengths, improvements, mark] of [
    ['1', 'A clear start, Amira Okafor.', 'Say who decides.', '8'],
    ['2', 'Both options are weighed.', 'Please resubmit it.', ''],
  ] as const) {
    await keys.press(`Alt+${section}`);
    await keys.press('Alt+s');
    await keys.type(strengths);
    await keys.press('Alt+i');
    await keys.type(improvements);
    await keys.press('Alt+m');
    await keys.type(mark);
  }
  await saved(page);

  // What blocks stands first; a warning is ticked by one key and leads to its place.
  await keys.press('F7');
  const panel = page.getByRole('region', { name: 'Rehearsal' });
  await panel.getByText('1 thing to put right before signing, 1 warning, 1 to tick as seen').waitFor();
  const lines = panel.getByRole('listitem');
  expect(await lines.nth(0).innerText()).toMatch(/^Blocks signing:\s.*has no mark yet/);
  expect(await lines.nth(1).innerText()).toMatch(NAMED);
  const named = panel.getByRole('checkbox', { name: /name “Amira Okafor”/ });
  await keys.press('Control+Enter');
  await panel.getByRole('button', { name: /has no mark yet/ }).waitFor();
  await keys.press('ArrowDown');
  expect(await named.isChecked()).toBe(false);
  await keys.press('s');
  expect(await named.isChecked()).toBe(true);
  await look(page, 'warnings-rehearsal');
  await keys.press('Enter');
  const strengths = page.getByRole('textbox', { name: /^Strengths, / });
  await expect.poll(() => strengths.evaluate((field) => field.contains(document.activeElement))).toBe(true);

  // With the mark the sheet is a Pass, and the second section speaks of a referral.
  await keys.press('Alt+2');
  await keys.press('Alt+m');
  await keys.type('60');
  await saved(page);
  await keys.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'Sign the sheet' });
  await dialog.getByText('1 warning is left to tick.').waitFor();
  const items = dialog.getByRole('listitem').filter({ hasText: 'Warning:' });
  expect(await items.allInnerTexts()).toEqual([expect.stringMatching(NAMED), expect.stringMatching(REFERS)]);
  expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(1);
  const left = dialog.getByRole('checkbox', { checked: false });
  await expect.poll(() => left.evaluate((box) => box === document.activeElement)).toBe(true);
  await dialog.getByLabel('Passphrase').fill(PASSPHRASE);
  const sign = dialog.getByRole('button', { name: 'Sign the sheet' });
  expect(await sign.isDisabled()).toBe(true);
  await look(page, 'warnings-sign');
  await left.focus();
  await keys.press('Space');
  await dialog.getByText('Every warning is ticked').waitFor();
  await sign.click();
  await page
    .getByText(/^Signed \d+ \w+ 20\d\d/)
    .first()
    .waitFor();

  await exportSigned(page, '8316-603(1).pdf');
  const pdf = join(exports, 'R Jones-DEM0002-012345-8316-603(1).pdf');
  const printed = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
  expect(printed).toMatch(
    /Warnings seen by the assessor before signing: the text names another learner \([^;]+\); the outcome is a pass, and the text speaks of a referral \(/,
  );
  expect(printed).not.toContain('DEM0001');
  for (const file of [pdf, pdf.replace(/pdf$/, 'docx')]) {
    const said: string[] = [];
    expect(await verifyCommand([file], (line) => void said.push(line)), said.join('\n')).toBe(0);
    expect(said.join('\n')).toContain('INTACT');
  }
  expect(complaints).toEqual([]);
});
