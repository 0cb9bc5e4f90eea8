import { markSheetDocument } from '../../../shared/documents/mark-sheet-document.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import type { SignedSheet } from '../../../shared/model/mark-sheet.ts';
import { drawDocx } from '../../exports/docx/draw-docx.ts';
import { drawPdf } from '../../exports/pdf/draw-pdf.ts';
import { signPdf } from '../../signing/pades/sign-pdf.ts';
import { asPrinted } from './printed-characters.ts';

/** What a signing hands over: the sheet, its digest, and the assessor's key for as long as it takes. */
export type ToSign = {
  readonly sheet: SignedSheet;
  readonly digest: Digest;
  /** PKCS#8. */
  readonly privateKey: Uint8Array;
  /** DER. */
  readonly certificate: Uint8Array;
};

/** The PDF with the assessor's certifying signature, and the DOCX, drawn from one document. */
export async function makeSignedFiles(input: ToSign): Promise<{ readonly pdf: Uint8Array; readonly docx: Uint8Array }> {
  const { sheet, digest } = input;
  const document = markSheetDocument({ sheet: asPrinted(sheet), digest });
  const place = sheet.form.signaturePlaces.find((one) => one.role === 'assessor');
  if (!place) throw new Error('The form has no place for the assessor to sign');
  const docx = await drawDocx(document);
  const pdf = await signPdf(await drawPdf(document), {
    fieldId: `${place.id}.signature`,
    privateKey: input.privateKey,
    certificate: input.certificate,
    signedAt: sheet.signedAt,
    signerName: sheet.assessor.name,
    reason: `Assessor's decision, revision ${sheet.revision}, sheet ${digest}`,
    location: sheet.centre.name,
    certify: true,
    // The lines stand on the page already, as the document has them.
    appearance: [],
  });
  return { pdf, docx };
}
