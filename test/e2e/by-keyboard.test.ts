import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoScript, PASSPHRASE, type Session, saved, startSession, tabTo } from './support.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session.end());

it('takes a PDF from an empty workspace to a signed, exported sheet without a mouse', {
  timeout: 120_000,
}, async () => {
  const { page, exports, complaints } = session;
  const keys = page.keyboard;
  // Listened for from the start: a listener that comes with the key press comes too late.
  page.on('filechooser', (dialog) => void dialog.setFiles(demoScript('A Okafor-FHD1042-012345-8316-603(1).pdf')));

  // First start.
  await tabTo(page, page.getByLabel('Centre number'));
  for (const text of ['012345', 'Keyboard Centre (demo)', 'Asha Ray (demo)']) {
    await keys.type(text);
    await keys.press('Tab');
  }
  await tabTo(page, page.getByLabel('Passphrase', { exact: true }));
  await keys.type(PASSPHRASE);
  await tabTo(page, page.getByLabel('Passphrase again'));
  await keys.type(PASSPHRASE);
  await keys.press('Enter');
  await page.getByRole('heading', { name: 'Nothing to mark yet' }).waitFor();

  // A learner.
  await keys.press('Control+2');
  await page.getByRole('heading', { name: 'No learner yet' }).waitFor();
  await keys.press('Alt+n');
  await page.getByLabel('Learner name').waitFor();
  await tabTo(page, page.getByLabel('Learner name'));
  await keys.type("Amira D'Okafor-Łukasz (demo)");
  await keys.press('Tab');
  await keys.type('FHD1042');
  await keys.press('Enter');
  await page.getByRole('form', { name: 'Take in a script' }).waitFor();

  // The script, by the system's dialog.
  await page.getByText('Nothing has been taken in for this learner.').waitFor();
  await tabTo(page, page.getByRole('button', { name: 'Choose files' }));
  await keys.press('Enter');
  const assessment = page.getByRole('combobox', { name: 'Assessment' });
  await assessment.waitFor();
  expect(await assessment.inputValue()).toBe('Work-Based Assignment: 603');
  await tabTo(page, page.getByRole('checkbox', { name: /declared/ }));
  await keys.press('Space');
  await page.getByLabel('Date of the declaration').waitFor();
  await tabTo(page, page.getByRole('button', { name: 'Take in the script' }));
  await keys.press('Enter');
  await page
    .getByText(/words, within/)
    .first()
    .waitFor();

  // The desk.
  await keys.press('Control+1');
  await page.getByRole('row', { name: /Okafor-Łukasz/ }).waitFor();
  await keys.press('Control+Enter');
  await page.getByRole('region', { name: /^Script, / }).waitFor();
  await page.getByRole('group', { name: 'Page 1' }).getByText(/depot/i).first().waitFor();
  await keys.press('Alt+1');
  await keys.press('Alt+s');
  await keys.type('The depot, its staff and your part in it are clear from the first page.');
  await keys.press('Alt+m');
  await keys.type('7');
  await keys.press('Alt+2');
  await keys.press('Alt+p');
  await keys.press('Alt+s');
  await keys.type('You measured capacity before you judged it — 61 % — and named what limits it.');
  await keys.press('Alt+i');
  await keys.type('Cost the second option as fully as the first.\nThen compare the two.');
  await keys.press('Alt+m');
  await keys.type('91');
  await page
    .getByText(/more than the 90|at most 90|of 90/)
    .first()
    .waitFor();
  for (let digit = 0; digit < 2; digit += 1) await keys.press('Backspace');
  await keys.type('52');
  await saved(page);
  expect(await page.getByRole('main').innerText()).toMatch(/Total\s*59\s*of 100\s*Pass/);

  // Signing.
  await keys.press('Control+Enter');
  const passphrase = page.getByRole('dialog').getByLabel('Passphrase');
  await passphrase.waitFor();
  await tabTo(page, passphrase);
  await keys.type('not the passphrase');
  await keys.press('Enter');
  await page
    .getByRole('dialog')
    .getByText(/passphrase/i)
    .filter({ hasText: /not|wrong/i })
    .first()
    .waitFor();
  await tabTo(page, passphrase);
  await keys.press('Control+a');
  await keys.type(PASSPHRASE);
  await keys.press('Enter');
  await page
    .getByText(/^Signed \d+ \w+ 20\d\d/)
    .first()
    .waitFor();

  // Export.
  await keys.press('Control+1');
  await page.getByRole('grid', { name: 'Queue' }).waitFor();
  await page.getByRole('row', { name: /Okafor-Łukasz.*Pass/ }).waitFor();
  await keys.press('Control+e');
  const exporting = page.getByRole('dialog');
  await exporting.waitFor();
  const write = exporting.getByRole('button', { name: /^Export/ });
  if (await write.isDisabled()) {
    await tabTo(page, exporting.getByRole('checkbox').first());
    await keys.press('Space');
  }
  await tabTo(page, write);
  await keys.press('Enter');
  const name = "A D'Okafor-Łukasz-FHD1042-012345-8316-603(1)";
  await exporting.getByText(`${name}.pdf`).first().waitFor();
  expect(readdirSync(exports).sort()).toEqual([`${name}.docx`, `${name}.pdf`]);
  const pdf = join(exports, `${name}.pdf`);
  expect(execFileSync('pdfsig', ['-nocert', pdf], { encoding: 'utf8' })).toContain('Signature is Valid');
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  expect(text).toContain('FHD1042');
  expect(text).toContain('59');
  expect(complaints).toEqual([]);
});
