import { createHash } from 'node:crypto';
import { markSheetDocument } from '../../../shared/documents/mark-sheet-document.ts';
import type { AttachedSheet, SignedRegister } from '../../../shared/model/evidence.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import type { SignedSheet } from '../../../shared/model/mark-sheet.ts';
import { drawDocx } from '../../exports/docx/draw-docx.ts';
import { drawPdf } from '../../exports/pdf/draw-pdf.ts';
import { signDocx } from '../../signing/opc/sign-docx.ts';
import { signPdf } from '../../signing/pades/sign-pdf.ts';
import { attachedRegister, attachedSheet } from './attached-data.ts';
import { asPrinted } from './printed-characters.ts';

/** What a signing hands over: the sheet, its digest, and the assessor's key for as long as it takes. */
export type ToSign = {
  readonly sheet: SignedSheet;
  readonly digest: Digest;
  /** PKCS#8. */
  readonly privateKey: Uint8Array;
  /** DER. */
  readonly certificate: Uint8Array;
  /** The centre's register in force, which travels with the files. */
  readonly register?: SignedRegister | null;
};

/**
 * The DOCX with the assessor's signature over all its parts, then the PDF that names it by its digest, with the
 * assessor's certifying signature. Both are drawn from one document and carry the sheet as data.
 */
export async function makeSignedFiles(input: ToSign): Promise<{ readonly pdf: Uint8Array; readonly docx: Uint8Array }> {
  const { sheet, digest, privateKey, certificate } = input;
  const place = sheet.form.signaturePlaces.find((one) => one.role === 'assessor');
  if (!place) throw new Error('The form has no place for the assessor to sign');
  const document = markSheetDocument({ sheet: asPrinted(sheet), digest });
  const register = input.register ? [attachedRegister(input.register)] : [];
  const data: AttachedSheet = { format: 'countersign-attachment/1', sheet, digest, docx: null };
  const signature = {
    privateKey,
    certificate,
    signedAt: sheet.signedAt,
    signerName: sheet.assessor.name,
    reason: `Assessor's decision, revision ${sheet.revision}, sheet ${digest}`,
  };
  const docx = await signDocx(await drawDocx(document, [attachedSheet(data), ...register]), {
    ...signature,
    role: 'Assessor',
  });
  const named: AttachedSheet = { ...data, docx: sha256Of(docx) };
  const drawn = await drawPdf(document, { attachments: [attachedSheet(named), ...register] });
  const pdf = await signPdf(drawn, {
    ...signature,
    fieldId: `${place.id}.signature`,
    location: sheet.centre.name,
    certify: true,
    // The lines stand on the page already, as the document has them.
    appearance: [],
  });
  return { pdf, docx };
}

function sha256Of(bytes: Uint8Array): Digest {
  return createHash('sha256').update(bytes).digest('hex') as Digest;
}
