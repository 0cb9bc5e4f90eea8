import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { drawPdf } from '../../../../electron/exports/pdf/draw-pdf.ts';
import { signPlacePdf } from '../../../../electron/services/sign-off/sign-place-pdf.ts';
import { checkDocument } from '../../../../shared/documents/check-document.ts';
import { documentLines, documentWords } from '../../../../shared/documents/document-text.ts';
import { markSheetDocument } from '../../../../shared/documents/mark-sheet-document.ts';
import { canonicalJson } from '../../../../shared/lib/canonical-json.ts';
import { ATTACHMENT, type SignedRegister } from '../../../../shared/model/evidence.ts';
import {
  canAskLibreOffice,
  signaturesInLibreOffice,
} from '../../../support/libre-office/signatures-in-libre-office.ts';
import { present } from '../../../support/result.ts';
import {
  attachedFile,
  complaints,
  facts,
  hasPreflight,
  objectJson,
  placedText,
  preflight,
  readOut,
  structureText,
} from '../../exports/pdf/pdf-tools.ts';
import { partsOf } from '../../signing/opc/opc-tools.ts';
import { pdfsig } from '../../signing/signature-tools.ts';
import { ev } from '../../signing/signers.ts';
import { sha256, signedAtAllPlaces } from './signing-all-places.ts';

const register: SignedRegister = { format: 'countersign-signed-register/1', text: '{"people":[]}', signature: 'AAAA' };
const made = await signedAtAllPlaces(register);
const { sheet, digest, files, check, pdfs, checkDocx } = made;
const last = present(pdfs.at(-1)).pdf;
const document = markSheetDocument({ sheet, digest });

/** What poppler saves of a PDF's attachment. */
const attached = (pdf: Uint8Array, name: string) => attachedFile(pdf, name).toString('utf8');

/** A DOCX's data, read by no code of ours. */
const part = async (docx: Uint8Array, name: string) =>
  present((await partsOf(docx)).get(`countersign/${name}`)).toString('utf8');

describe('the data in the files that an assessor signs', () => {
  const data = { format: 'countersign-attachment/1', sheet, digest } as const;

  it('is the signed sheet: in the PDF with the DOCX’s digest, in the DOCX without', async () => {
    expect(attached(files.pdf, ATTACHMENT.sheet)).toBe(canonicalJson({ ...data, docx: sha256(files.docx) }));
    expect(await part(files.docx, ATTACHMENT.sheet)).toBe(canonicalJson({ ...data, docx: null }));
  });

  it('has the centre’s register where there is one, and rides on whoever signs the PDF later', async () => {
    for (const pdf of [files.pdf, last]) expect(attached(pdf, ATTACHMENT.register)).toBe(canonicalJson(register));
    expect(await part(files.docx, ATTACHMENT.register)).toBe(canonicalJson(register));
    expect(attached(last, ATTACHMENT.sheet)).toBe(attached(files.pdf, ATTACHMENT.sheet));
  });

  it.skipIf(!hasPreflight)('left out, the form is PDF/A as preflight judges part 1', { timeout: 60_000 }, async () => {
    expect(preflight(await drawPdf(document, { conformance: 'PDF/A-1b' }))).toBe('The file is a valid PDF/A-1b file');
  });
});

describe.each(pdfs)('the PDF after the signature at the place $place', ({ place, pdf }) => {
  const signed = pdfs.findIndex((one) => one.place === place) + 1;

  it('has every signature so far valid, and no complaint of qpdf', () => {
    const reports = pdfsig(pdf);
    expect(reports.map((one) => one.field)).toEqual(
      expect.arrayContaining(pdfs.slice(0, signed).map((one) => `${one.place}/signature`)),
    );
    expect(reports).toHaveLength(signed);
    for (const { report } of reports) expect(report).toContain('Signature is Valid.');
    expect(complaints(pdf)).toBe('');
  });

  it('is read aloud in the form’s order, tagged, with its title and language', () => {
    const structure = structureText(pdf);
    const spoken = documentLines(document).map((line) => line.replace(/ +/g, ' '));
    let at = 0;
    const text = readOut(structure).replace(/\s+/g, ' ');
    for (const line of spoken) {
      const found = text.indexOf(line, at);
      expect(found, line).toBeGreaterThanOrEqual(at);
      at = found + line.length;
    }
    // Signing changes nothing of it: what was laid out for the signers was there from the first.
    expect(withoutObjects(structure)).toBe(withoutObjects(structureText(files.pdf)));
    expect(facts(pdf)).toMatch(/Title: +MARK SHEET: REFLECTIVE REVIEW: 602, Rhys Jones/);
    expect(facts(pdf)).toMatch(/Tagged: +yes/);
    expect(objectJson(pdf)).toContain('"/Lang": "u:en-GB"');
  });
});

describe('the form to a person who cannot see it', () => {
  it('has a heading, table heads with what they are the head of, and a name for every field', () => {
    const structure = structureText(last);
    expect(structure).toMatch(/^ {2}H1 \(block\)\n {4}"MARK SHEET: REFLECTIVE REVIEW: 602"$/m);
    const heads = structure.match(/^ +TH:?\n(?: +\/.*\n)*/gm) ?? [];
    expect(heads.length).toBeGreaterThan(10);
    for (const head of heads) expect(head).toMatch(/\/Scope \/(?:Column|Row)/);
    const objects = objectJson(last);
    const names = objects.match(/"\/TU": "u:[^"]+"/g) ?? [];
    expect(new Set(names).size).toBe(objects.match(/"\/Subtype": "\/Widget"/g)?.length);
    expect(names).toEqual(
      expect.arrayContaining([
        '"/TU": "u:QA mark, Context"',
        '"/TU": "u:Quality assurance use, Outcome"',
        '"/TU": "u:Countersigning assessor signature and date"',
        '"/TU": "u:Date externally verified (where applicable)"',
      ]),
    );
  });
});

describe('the places of the form', () => {
  it('show what each signer filled in and who signed, on the form’s own lines', () => {
    const text = placedText(last).replace(/ +/g, ' ');
    for (const words of [
      'Name of IQA: Ελένη Παπαδοπούλου',
      'Date of IQA check: 2 Dec 2026',
      ' Zoë Ångström-Nguyễn\n',
      'Signed electronically by Zoë Ångström-Nguyễn',
      'Signed electronically by Ελένη Παπαδοπούλου',
      'Date externally verified (where applicable): 12 Jan 2027',
      "12 Jan 2027, 10:12 +00:00 (the signing computer's claim)",
    ]) {
      expect(text).toContain(words);
    }
  });

  it('are locked by their signers, and refused before anything is made where they are not there', async () => {
    const place = present(sheet.form.signaturePlaces.find((one) => one.id === 'ev'));
    const { privateKey, certificate } = ev;
    const signing = { sheet, place, lines: [], privateKey, certificate, signedAt: check.signedAt };
    const sign = (pdf: Uint8Array, fieldId: string) =>
      signPlacePdf(pdf, { ...signing, values: [{ fieldId, value: '9' }], signerName: 'Sarah', reason: 'Again' });
    const [, , byIqa] = pdfs;
    await expect(sign(present(byIqa).pdf, 'qa.mark.context')).rejects.toThrow('locked by a signature');
    await expect(sign(present(byIqa).pdf, 'qa.mark.nowhere')).rejects.toThrow('no field "qa.mark.nowhere"');
    await expect(sign(last, 'ev.date')).rejects.toThrow('locked by a signature');
  });
});

describe('the check as a DOCX', () => {
  it('carries the check and the sheet as data, and says what the document says', async () => {
    expect(await part(checkDocx, ATTACHMENT.check)).toBe(canonicalJson(check));
    expect(JSON.parse(await part(checkDocx, ATTACHMENT.sheet))).toMatchObject({ digest, docx: null });
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(checkDocx) });
    expect(value.split(/\s+/u).filter(Boolean)).toEqual(documentWords(checkDocument({ sheet, check })));
  });

  it.skipIf(!canAskLibreOffice())(
    'is signed validly in LibreOffice’s eyes, as the sheet’s is',
    { timeout: 120_000 },
    () => {
      const verdicts = signaturesInLibreOffice({ sheet: files.docx, check: checkDocx });
      expect(verdicts.sheet).toMatchObject([{ valid: true, subject: expect.stringContaining('Morgan Vale') }]);
      expect(verdicts.check).toMatchObject([{ valid: true, subject: expect.stringContaining('Ελένη') }]);
    },
  );
});

/** Object numbers change where an object is written anew. */
function withoutObjects(structure: string): string {
  return structure.replace(/Object \d+ \d+/g, 'Object');
}
