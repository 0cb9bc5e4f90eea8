import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSPHRASE, PASSPHRASE, type Session, saved, startSession, tabTo } from './support.ts';

/** A sheet that the demo's assessor signed as a Pass, and exported. */
const SHEET = 'A Okafor-FHD1042-012345-8316-603(1)';
/** Verifying and signing start programs of their own; the machine may be busy. */
const SLOW = 60_000;

let assessor: Session;
beforeAll(async () => {
  assessor = await startSession({ demo: true });
  const { page } = assessor;
  await page.getByLabel('Passphrase', { exact: true }).fill(DEMO_PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('grid', { name: 'Queue' }).waitFor();
}, 240_000);
afterAll(() => assessor.end());

const exported = (name: string) => join(assessor.folder, 'demo', name);

describe('verifying a file', { timeout: 240_000 }, () => {
  it('teaches while there is nothing to show', async () => {
    const { page } = assessor;
    await page.keyboard.press('Control+5');
    await page.getByText('Find out what a file proves').waitFor();
    await page.getByRole('status').filter({ hasText: 'Nothing verified yet' }).waitFor();
  });

  it('says of a signed PDF that it is intact, and apart from that whose key signed it', async () => {
    const { page } = assessor;
    await choose(page, 'Choose files', [exported(`${SHEET}.pdf`)]);
    const file = page.getByRole('region', { name: `${SHEET}.pdf` });
    const integrity = file.getByRole('region', { name: /^Integrity/ });
    await integrity.getByText('Intact', { exact: true }).waitFor({ timeout: SLOW });
    const trust = file.getByRole('region', { name: /^Trust/ });
    await trust.getByText('Morgan Vale (demo)').first().waitFor();
    expect(await file.getByRole('region', { name: 'The sheet that it carries' }).innerText()).toMatch(
      /Amira Okafor \(demo\)[\s\S]*FHD1042[\s\S]*Pass/,
    );
    const digest = createHash('sha256')
      .update(readFileSync(exported(`${SHEET}.pdf`)))
      .digest('hex');
    await file.getByText(digest, { exact: true }).waitFor();
  });

  it('says of an altered one what was altered, in the same list', async () => {
    const { page, folder } = assessor;
    const altered = join(folder, 'altered.pdf');
    writeFileSync(altered, withOtherTitle(readFileSync(exported(`${SHEET}.pdf`))));
    await choose(page, 'Choose files', [altered, exported(`${SHEET}.docx`)]);
    const file = page.getByRole('region', { name: 'altered.pdf' });
    await file.getByText('Altered', { exact: true }).first().waitFor({ timeout: SLOW });
    await file
      .getByRole('list', { name: 'Altered' })
      .getByText(/bytes that the signature covers were changed/)
      .first()
      .waitFor();
    expect(await file.innerText()).not.toMatch(/\bvalid\b/i);
    await page.getByRole('status').filter({ hasText: '3 files: 2 intact, 1 altered' }).waitFor({ timeout: SLOW });
  });

  it('takes a file dropped anywhere that nothing else takes it, and goes there', async () => {
    const { page } = assessor;
    await page.keyboard.press('Control+1');
    await page.getByRole('grid', { name: 'Queue' }).waitFor();
    await drop(page, [exported(`${SHEET}.docx`)]);
    const file = page.getByRole('region', { name: `${SHEET}.docx` });
    await file.getByText('Intact', { exact: true }).waitFor({ timeout: SLOW });
    await page.getByRole('button', { name: 'Clear the list' }).click();
    await page.getByText('Find out what a file proves').waitFor();
  });
});

describe('checking a sheet as IQA', { timeout: 300_000 }, () => {
  let iqa: Session;
  beforeAll(async () => {
    iqa = await startSession();
    const { page } = iqa;
    await page.getByLabel('Centre number').fill('012345');
    await page.getByLabel('Centre name').fill('Fernhollow Training Centre (demo)');
    await page.getByLabel('Your name').fill('Imogen Quist (demo)');
    await page.getByRole('checkbox', { name: 'Assessor', exact: true }).uncheck();
    await page.getByRole('button', { name: 'Create the workspace' }).click();
    await page.getByRole('checkbox', { name: 'IQA', exact: true }).check();
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByLabel('Passphrase again').fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Create the workspace' }).click();
    await page.getByRole('heading', { name: 'Queue' }).waitFor();
  }, 120_000);
  afterAll(() => iqa.end());

  it('refuses an altered sheet, and leads to what was altered', async () => {
    const { page } = iqa;
    await page.keyboard.press('Control+4');
    await page.getByText('No sheet has come in yet').waitFor();
    await drop(page, [join(assessor.folder, 'altered.pdf')]);
    await page
      .getByRole('alert')
      .getByText(/was altered after it was signed/)
      .waitFor({ timeout: SLOW });
    await page.getByRole('button', { name: 'Verify it' }).click();
    await page.getByRole('region', { name: 'altered.pdf' }).getByText('Altered', { exact: true }).first().waitFor({
      timeout: SLOW,
    });
    await page.keyboard.press('Control+4');
  });

  it('opens the PDF with its DOCX, takes QA marks by keyboard, keeps them, and signs in the same file', async () => {
    const { page, exports } = iqa;
    await choose(page, 'Open a signed sheet', [exported(`${SHEET}.docx`), exported(`${SHEET}.pdf`)]);
    const places = page.getByRole('list', { name: 'Places to sign' });
    await places.getByText(/Signed by Morgan Vale/).waitFor({ timeout: SLOW });
    await page
      .getByRole('group', { name: 'Page 1' })
      .getByText(/MARK SHEET/)
      .first()
      .waitFor({ timeout: SLOW });

    const marks = page.getByRole('textbox', { name: /^QA mark, / });
    const sections = await marks.count();
    expect(sections).toBeGreaterThan(1);
    await tabTo(page, marks.first(), 80);
    await page.keyboard.type('999');
    await page.getByText(/are available here/).waitFor();
    for (let at = 0; at < sections; at += 1) {
      await page.keyboard.press('Control+a');
      await page.keyboard.type('0');
      await page.keyboard.press('Enter');
    }
    await page.getByText(/The QA marks come to Referral, the assessor’s to Pass/).waitFor();
    await page.getByText(/Kept in this window until you sign/).waitFor();

    // What was typed is there again after another screen.
    await page.keyboard.press('Control+1');
    await page.getByRole('heading', { name: 'Queue' }).waitFor();
    await page.keyboard.press('Control+4');
    await marks.first().waitFor({ timeout: SLOW });
    for (const mark of await marks.all()) expect(await mark.inputValue()).toBe('0');

    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: 'Sign as IQA' });
    await dialog.waitFor();
    await page.keyboard.type(PASSPHRASE);
    await page.keyboard.press('Enter');
    await places.getByText(/Signed by Imogen Quist/).waitFor({ timeout: SLOW });

    await page.keyboard.press('Control+e');
    await page.getByText(/written to /).waitFor({ timeout: SLOW });
    const pdf = readdirSync(exports).find((name) => name.endsWith('.pdf'));
    expect(readdirSync(exports).some((name) => name.endsWith('.docx'))).toBe(true);
    const said = execFileSync('pdfsig', ['-nocert', join(exports, pdf ?? '')], { encoding: 'utf8' });
    expect(said.match(/Signature is Valid\./g)).toHaveLength(2);
    expect(iqa.complaints).toEqual([]);
  });

  it('renews the certificate with another role, and signs a register with the assessor in it', async () => {
    const { page, exports } = iqa;
    const { page: desk, exports: sent } = assessor;
    await desk.keyboard.press('Control+8');
    await desk.getByRole('button', { name: 'Save my certificate' }).click();
    await desk.getByText(/It holds no secret: send it to the lead IQA/).waitFor();
    const certificate = readdirSync(sent).find((name) => name.endsWith('.cer')) ?? '';

    await page.keyboard.press('Control+8');
    await page.getByRole('button', { name: 'Renew the certificate' }).click();
    const renewing = page.getByRole('dialog', { name: 'Renew the certificate' });
    await renewing.getByRole('checkbox', { name: 'Lead IQA' }).check();
    await renewing.getByLabel('Your passphrase').fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByText(/^You have a new key/).waitFor({ timeout: SLOW });
    await page.getByText('1 earlier key').waitFor();

    await choose(page, 'Add a certificate', [join(sent, certificate)]);
    await page.getByText(/^The certificate is known here now/).waitFor({ timeout: SLOW });
    await page.getByRole('button', { name: 'Sign the first edition' }).click();
    const signing = page.getByRole('dialog', { name: 'Sign edition 1' });
    await signing.getByRole('checkbox', { name: 'List Morgan Vale (demo)' }).check();
    await signing.getByLabel('Your passphrase').fill(PASSPHRASE);
    await signing.getByRole('button', { name: 'Sign edition 1' }).click();
    await page.getByText(/^Edition 1 is signed and in force here/).waitFor({ timeout: SLOW });
    await page
      .getByRole('list', { name: 'Keys of Morgan Vale (demo)' })
      .getByText('In the register, edition 1, as Morgan Vale (demo): assessor')
      .waitFor();
    await page.getByRole('button', { name: 'Export the register' }).click();
    await page.getByText(/^countersign-register .* written to/).waitFor({ timeout: SLOW });

    const register = readdirSync(exports).find((name) => name.startsWith('countersign-register')) ?? '';
    await page.keyboard.press('Control+5');
    await choose(page, 'Choose files', [join(exports, register)]);
    await page.getByRole('region', { name: register }).getByText('Intact', { exact: true }).waitFor({ timeout: SLOW });
  });
});

describe('the audit chain', { timeout: 240_000 }, () => {
  it('is said to be whole, and gives an extract about one learner that can be verified', async () => {
    const { page, exports } = assessor;
    await page.keyboard.press('Control+8');
    await page.getByText(/^Whole: all \d+ links follow from each other/).waitFor({ timeout: SLOW });
    await page.keyboard.press('Control+2');
    await page.getByRole('gridcell', { name: 'Amira Okafor (demo)' }).click();
    await page.getByRole('button', { name: 'Audit extract' }).click();
    const signing = page.getByRole('dialog', { name: 'Sign the extract' });
    await signing.getByLabel('Your passphrase').fill(DEMO_PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByText(/^\d+ events? in .* written to /).waitFor({ timeout: SLOW });
    const extract = readdirSync(exports).find((name) => name.endsWith('.json')) ?? '';
    await page.keyboard.press('Control+5');
    await choose(page, 'Choose files', [join(exports, extract)]);
    await page.getByRole('region', { name: extract }).getByText('Intact', { exact: true }).waitFor({ timeout: SLOW });
    expect(assessor.complaints).toEqual([]);
  });
});

describe('a sheet that was signed', { timeout: 240_000 }, () => {
  it('is reopened with a reason, compared with what it was, and signed again', async () => {
    const { page } = assessor;
    await page.keyboard.press('Control+1');
    await page.getByRole('row', { name: /Amira Okafor.*Pass/ }).click();
    await page.getByRole('button', { name: 'Reopen the sheet' }).click();
    const asking = page.getByRole('dialog', { name: 'Reopen the signed sheet' });
    await asking.getByLabel('Reason').fill('The QA mark of section 1 was agreed.');
    await asking.getByRole('button', { name: 'Begin revision 2' }).click();
    await page.getByText(/opened again: The QA mark of section 1 was agreed/).waitFor();

    await page.getByRole('textbox', { name: /^Strengths, / }).fill('Said again, with the agreed reason.');
    await saved(page);
    await page.getByRole('button', { name: 'Compare revisions' }).click();
    const comparing = page.getByRole('dialog', { name: /Compare/ });
    await comparing.getByText('Said again, with the agreed reason.').waitFor();
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: 'Sign the sheet' });
    await dialog.waitFor();
    const warnings = dialog.getByRole('checkbox');
    if ((await warnings.count()) > 0) await warnings.check();
    await dialog.getByLabel('Your passphrase').fill(DEMO_PASSPHRASE);
    await page.keyboard.press('Enter');
    await page
      .getByRole('region', { name: 'Signature' })
      .getByText(/revision 2/)
      .waitFor({ timeout: SLOW });
    expect(assessor.complaints).toEqual([]);
  });
});

/** Answers the system's dialog that a button opens. */
async function choose(page: Page, button: string, files: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).first().click();
  await (await chooser).setFiles(files);
}

/** Files dragged in from the system onto the middle of the window. */
async function drop(page: Page, files: string[]): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  }
  await cdp.detach();
}

/** The same file but for one letter of its title, which the signature covers. */
function withOtherTitle(bytes: Buffer): Buffer {
  const at = bytes.indexOf('/Title');
  if (at < 0) throw new Error('The PDF has no title');
  const altered = Buffer.from(bytes);
  const letter = at + '/Title ('.length + 4;
  altered[letter] = (altered[letter] ?? 0) ^ 1;
  return altered;
}
