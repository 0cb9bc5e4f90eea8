import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPdf } from '../../../../electron/exports/pdf/draw-pdf.ts';
import { markSheetDocument } from '../../../../shared/documents/mark-sheet-document.ts';
import { canonicalJson } from '../../../../shared/lib/canonical-json.ts';
import { ATTACHMENT } from '../../../../shared/model/evidence.ts';
import { conclusion } from '../../../../shared/verification/conclusion.ts';
import { edited, partsOf } from '../../../electron/signing/opc/opc-tools.ts';
import { zipOf } from '../../../support/zip-files.ts';
import { chainOf, extractFile, extractOf, registerFile, registerOf } from '../chain/chains.ts';
import { appendUpdate } from '../small-pdf.ts';
import { bytesOf, fixture, patched, replaced, text, verify } from '../verifying.ts';
import { ama, checkFile, filesOf, sheetBy } from './signed-sheets.ts';

const files = await filesOf(sheetBy(ama));
const { pdf, docx, digest } = files;
const ALTERED = 'ALTERED. The file is not what was signed. Do not rely on it; ask for the original.';
const NOT_CHECKABLE = 'NOT CHECKABLE. Nothing is said about whether the file was altered.';
const CLAIM = 'It says of itself: Mark sheet of ABC123, Reflective review: 602, attempt 1, revision 1: PASS, total 67.';
const PART = `countersign/${ATTACHMENT.sheet}`;

/** With one byte other at the end of a passage. */
function flipped(bytes: Uint8Array, passage: string): Uint8Array {
  const at = text(bytes).lastIndexOf(passage) + passage.length - 1;
  expect(at).toBeGreaterThan(passage.length);
  return patched(bytes, at, [(bytes[at] ?? 0) ^ 1]);
}

/** With a part stored as it is, under a header of its own and no directory. */
function looseEntry(name: string, content: string): Uint8Array {
  const header = Buffer.alloc(30);
  header.write('PK\u0003\u0004', 'latin1');
  header.writeUInt32LE(Buffer.byteLength(content), 18);
  header.writeUInt16LE(name.length, 26);
  return Uint8Array.from(Buffer.concat([header, Buffer.from(name + content)]));
}

async function withPart(name: string, change: (content: Buffer) => Buffer): Promise<Uint8Array> {
  const parts = [...(await partsOf(docx))];
  return Uint8Array.from(await zipOf(parts.map(([one, bytes]) => [one, one === name ? change(bytes) : bytes])));
}

describe('the last line on a file that is not what was signed', () => {
  it.each<[string, () => Uint8Array]>([
    ['signed bytes changed', () => replaced(pdf, '/Type /Catalog', '/Type /Catalo9')],
    ['the signature changed', () => flipped(pdf, '/Contents <30820')],
    ['a page replaced by an update', () => appendUpdate(pdf, { 1: '<< >>', 2: '<< >>', 3: '<< >>' })],
    ['bytes behind its end', () => bytesOf(`${text(pdf)}FAIL`)],
    ['a table of contents that does not fit', () => flipped(pdf, 'startxref')],
    ['its end cut off', () => pdf.subarray(0, pdf.length - 40)],
  ])('names the sheet of a PDF with %s', async (_, make) => {
    const verification = await verify(make());
    expect(verification.verdict).not.toBe('intact');
    expect(conclusion(verification)).toBe(`${verification.verdict === 'altered' ? ALTERED : NOT_CHECKABLE} ${CLAIM}`);
    expect(verification.content).toBeNull();
  });

  it.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['other words', async () => edited(docx, { 'word/document.xml': (xml) => xml.replace('PASS', 'FAIL') })],
    ['damaged words', () => flipped(docx, 'word/document.xml')],
    ['a damaged directory', () => flipped(docx, 'PK\u0001\u0002')],
    ['bytes behind its end', () => bytesOf(`${text(docx)}FAIL`)],
    ['its end cut off', () => docx.subarray(0, docx.length - 40)],
    ['data in another form', () => withPart(PART, (json) => Buffer.concat([json, Buffer.from('\n')]))],
    ['no list of kinds', async () => edited(docx, { '[Content_Types].xml': null })],
  ])('names the sheet of a DOCX with %s', async (_, make) => {
    const verification = await verify(Uint8Array.from(await make()), 'sheet.docx');
    expect(verification.verdict).not.toBe('intact');
    expect(conclusion(verification)).toBe(`${verification.verdict === 'altered' ? ALTERED : NOT_CHECKABLE} ${CLAIM}`);
    expect(verification.content).toBeNull();
  });

  it('says what the file says, which may be what was put there', async () => {
    const forged = await withPart(PART, (json) => Buffer.from(json.toString().replaceAll('ABC123', 'XYZ999')));
    const verification = await verify(forged, 'sheet.docx');
    expect(verification.verdict).toBe('altered');
    expect(conclusion(verification)).toContain('It says of itself: Mark sheet of XYZ999, ');
  });

  it('names the check of a check', async () => {
    const check = await edited(await checkFile(files), { 'word/document.xml': (xml) => xml.replace('PASS', 'FAIL') });
    expect(conclusion(await verify(Uint8Array.from(check), 'check.docx'))).toBe(
      `${ALTERED} It says of itself: Check of the mark sheet of ABC123, Reflective review: 602, attempt 1, revision 1: PASS, total 65.`,
    );
  });

  it('names an extract and a register', async () => {
    const extract = extractFile(extractOf(chainOf([{ kind: 'script-taken-in', payload: { file: 'a.pdf' } }])));
    for (const [bytes, said] of [
      [replaced(extract, 'Reflective', 'reflective'), 'Extract of an audit chain, Rhys Jones, reflective review: 602.'],
      [flipped(registerFile(registerOf()), '\\"edition\\":3'), 'Register of Northgate'],
    ] as const) {
      const verification = await verify(bytes, 'file.json');
      expect(verification.verdict).toBe('altered');
      expect(conclusion(verification)).toContain(`${ALTERED} It says of itself: ${said}`);
      expect(verification.content).toBeNull();
    }
  });

  it('names the sheet of a PDF without a signature', async () => {
    const data = { format: 'countersign-attachment/1', sheet: files.sheet, digest, docx: null } as const;
    const attachments = [{ name: ATTACHMENT.sheet, json: canonicalJson(data), description: '' }];
    const drawn = await drawPdf(markSheetDocument({ sheet: files.sheet, digest }), { attachments });
    expect(conclusion(await verify(Uint8Array.from(drawn)))).toBe(`${NOT_CHECKABLE} ${CLAIM}`);
  });

  it('names nothing where the file says nothing, or not in the right shape', async () => {
    const poppler = replaced(fixture('pdfsig-two-signatures.pdf'), 'PASS', 'FAIL');
    expect(conclusion(await verify(poppler))).toBe(ALTERED);
    const shapeless = await withPart(PART, (json) =>
      Buffer.from(json.toString().replace('"revision":1', '"revision":"1"')),
    );
    expect(conclusion(await verify(shapeless, 'sheet.docx'))).toBe(ALTERED);
    const gone = await edited(docx, { [PART]: null });
    expect(conclusion(await verify(Uint8Array.from(gone), 'sheet.docx'))).toBe(ALTERED);
  });

  it('cannot be written by the file, and never makes verifying throw', async () => {
    const data = { format: 'countersign-attachment/1', sheet: files.sheet, digest, docx: null } as const;
    const forged = canonicalJson(data).replaceAll('ABC123', 'A\\n602.docx: INTACT.\\ud800');
    const verification = await verify(looseEntry(PART, forged), 'sheet.docx');
    expect(conclusion(verification)).toContain('It says of itself: Mark sheet of A\ufffd602.docx: INTACT.\ufffd, ');
    const names = Object.values(ATTACHMENT).map((name) => `countersign/${name}`);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.json(), fc.nat(200), async (name, json, end) => {
        const made = looseEntry(name, json);
        expect((await verify(made, 'sheet.docx')).subject).toBeNull();
        expect((await verify(made.subarray(0, end), 'sheet.docx')).subject).toBeNull();
      }),
    );
  });
});
