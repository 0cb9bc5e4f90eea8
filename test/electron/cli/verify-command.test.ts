import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyCommand } from '../../../electron/cli/verify-command.ts';
import { ama, filesOf, sheetBy } from '../../shared/verification/data/signed-sheets.ts';
import { fixture, replaced } from '../../shared/verification/verifying.ts';

const folder = mkdtempSync(join(tmpdir(), 'countersign-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function run(...files: readonly string[]): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const code = await verifyCommand(files, (line) => void lines.push(line));
  return { code, lines };
}

const signed = fixture('pdfsig-two-signatures.pdf');
const intact = put('sheet.pdf', signed);
const altered = put('altered.pdf', replaced(signed, 'PASS', 'FAIL'));
const unsigned = put('unsigned.txt', 'Mark sheet');

describe('verify FILE...', () => {
  it('prints a line for each finding and one for the verdict, each with the file’s name', async () => {
    const { code, lines } = await run(intact);
    expect(code).toBe(0);
    expect(lines).toHaveLength(7);
    expect(lines.every((line) => line.startsWith('sheet.pdf: '))).toBe(true);
    expect(lines[0]).toContain('Signed by Rhys Pryce');
    expect(lines.at(-1)).toBe(
      'sheet.pdf: INTACT. Nothing that was signed has been altered since. Whether the signers are who their certificates say was not judged.',
    );
  });

  it('ends with 1 where any file was altered, else with 2 where any was not checkable', async () => {
    expect((await run(altered)).code).toBe(1);
    expect((await run(unsigned)).code).toBe(2);
    expect((await run(intact, unsigned)).code).toBe(2);
    expect((await run(unsigned, altered, intact)).code).toBe(1);
    expect((await run()).code).toBe(2);
  });

  it('goes on behind a file that is missing, a folder, or too large', async () => {
    mkdirSync(join(folder, 'a folder'));
    const large = put('large.pdf', '%PDF-1.7');
    truncateSync(large, 512 * 1024 * 1024 + 1);
    const { code, lines } = await run(join(folder, 'missing.pdf'), join(folder, 'a folder'), large, intact);
    expect(code).toBe(2);
    expect(lines).toContain('missing.pdf: There is no such file. Check the name and the folder.');
    expect(lines).toContain('a folder: This is no file, so there is nothing to check. Name the file itself.');
    expect(lines).toContain('large.pdf: The file is larger than 512 MB, so it was not checked.');
    expect(lines.at(-1)).toMatch(/^sheet\.pdf: INTACT/);
  });

  it('keeps a file’s name from writing lines of its own', async () => {
    const { lines } = await run(put('a\nsheet.pdf: INTACT.pdf', 'x'));
    expect(lines.join('\n')).not.toMatch(/^sheet\.pdf/m);
  });

  it('says what each file is about, and what they say about each other', async () => {
    const { pdf, docx } = await filesOf(sheetBy(ama));
    const { code, lines } = await run(put('602.pdf', pdf), put('602.docx', docx));
    expect(code).toBe(0);
    expect(lines).toContain(
      '602.pdf: INTACT. Mark sheet of ABC123, Reflective review: 602, attempt 1, revision 1: PASS, total 67. Nothing that was signed has been altered since. Whether the signers are who their certificates say was not judged.',
    );
    expect(lines.at(-1)).toBe('Compared: “602.docx” is the DOCX that “602.pdf” names by its SHA-256.');
    expect(lines.join('\n')).not.toMatch(/\bvalid\b/i);
  });

  it('says in the last line what an altered file says of itself', async () => {
    const { pdf } = await filesOf(sheetBy(ama));
    const { code, lines } = await run(put('forged.pdf', Buffer.concat([pdf, Buffer.from('FAIL')])));
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe(
      'forged.pdf: ALTERED. The file is not what was signed. Do not rely on it; ask for the original. It says of itself: Mark sheet of ABC123, Reflective review: 602, attempt 1, revision 1: PASS, total 67.',
    );
  });

  it('ends with 1 where a signed file contradicts itself', async () => {
    const { docx } = await filesOf(sheetBy(ama, { decision: { outcome: 'pass', total: 99 } }));
    const { code, lines } = await run(put('wrong.docx', docx));
    expect(code).toBe(1);
    expect(lines.at(-1)).toMatch(/^wrong\.docx: WRONG\. Mark sheet of ABC123/);
  });
});
