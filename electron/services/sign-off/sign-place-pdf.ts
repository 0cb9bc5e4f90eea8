import type { PlaceValue } from '../../../shared/documents/place-values.ts';
import type { Instant } from '../../../shared/lib/dates.ts';
import type { SignedSheet } from '../../../shared/model/mark-sheet.ts';
import type { SignaturePlace } from '../../../shared/model/pack.ts';
import { PdfFile } from '../../pdf-file/pdf-file.ts';
import { fillFields } from '../../signing/pades/fill-fields.ts';
import { fieldsOf } from '../../signing/pades/form-field.ts';
import { signPdf } from '../../signing/pades/sign-pdf.ts';

/** What a later signer adds to the form: what they fill in, and their signature. */
export type PlaceSigning = {
  readonly sheet: SignedSheet;
  readonly place: SignaturePlace;
  /** From `placeValues`. */
  readonly values: readonly PlaceValue[];
  /** From `signedLinesFor`: what shows on the form's own line. */
  readonly lines: readonly string[];
  /** PKCS#8. */
  readonly privateKey: Uint8Array;
  /** DER. */
  readonly certificate: Uint8Array;
  readonly signedAt: Instant;
  readonly signerName: string;
  readonly reason: string;
};

/**
 * Signs one of the form's later places in a PDF that the assessor has signed: an increment with the values, then one with
 * the signature, which locks the place's own fields. The bytes of `pdf` stay as they are. Throws if a field is not there
 * or is taken, before anything is made, and MissingCharacterError for what no font of the form has: ask
 * `missingCharacters` first.
 */
export async function signPlacePdf(pdf: Uint8Array, signing: PlaceSigning): Promise<Uint8Array> {
  const { place, values, lines } = signing;
  const fieldId = `${place.id}.signature`;
  const fields = fieldsOf(new PdfFile(pdf));
  for (const id of [fieldId, ...values.map((value) => value.fieldId)]) {
    if (!fields.has(id)) throw new Error(`The PDF has no field "${id}"`);
  }
  return signPdf(await fillFields(pdf, values), {
    fieldId,
    privateKey: signing.privateKey,
    certificate: signing.certificate,
    signedAt: signing.signedAt,
    signerName: signing.signerName,
    reason: signing.reason,
    location: signing.sheet.centre.name,
    certify: false,
    appearance: lines,
  });
}
