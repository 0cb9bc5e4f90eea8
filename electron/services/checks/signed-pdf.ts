import { createHash } from 'node:crypto';
import type { AppError } from '../../../shared/api/errors.ts';
import { placeValues } from '../../../shared/documents/place-values.ts';
import { civilDateOf } from '../../../shared/lib/dates.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { AttachedSheet } from '../../../shared/model/evidence.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import type { SignedSheet } from '../../../shared/model/mark-sheet.ts';
import type { SignaturePlace } from '../../../shared/model/pack.ts';
import type { ReceivedSignature } from '../../db/stores/received-store.ts';
import type { VerifiedFile, VerifiedSignature } from '../../readers/verified-file.ts';
import { idOf } from '../../signing/pades/form-field.ts';
import { readCarriedSheet } from '../verification/carried-data.ts';
import { type QaRecord, qaRecordInForm } from './qa-record.ts';

/** A mark sheet's PDF that is whole, with what it says. */
export type SignedPdf = {
  readonly bytes: Buffer;
  readonly attached: AttachedSheet;
  readonly places: readonly ReceivedSignature[];
  /** SHA-256 of the file as the assessor signed it, which this one begins with. */
  readonly assessorPdf: Digest;
  /** What the IQA found, where the IQA has signed and the form holds it whole. */
  readonly qa: QaRecord | null;
  /** What stands in the form's fields, by the document's ids. */
  readonly fields: ReadonlyMap<string, string>;
  readonly signatures: readonly VerifiedSignature[];
};

/** What a verified file is as a mark sheet, or why it is none that can be checked here. */
export function asSignedPdf(name: string, bytes: Buffer, verified: VerifiedFile): Result<SignedPdf, AppError> {
  const refuse = (reason: Extract<AppError, { code: 'not-a-signed-sheet' }>['reason']) =>
    err({ code: 'not-a-signed-sheet', name, reason } as const);
  if (verified.type !== 'pdf') return refuse('type');
  if (verified.verdict !== 'intact') return refuse(verified.verdict);
  const attached = readCarriedSheet(verified.sheet);
  if (!attached) return refuse('no-data');
  const { sheet } = attached;
  const { signatures } = verified;
  const [first] = signatures;
  const places = signedPlaces(sheet, signatures);
  const own = sheet.form.signaturePlaces.find((place) => place.role === 'assessor');
  const assessor = places.find((one) => one.place === own?.id);
  // The data names its signer, so another one's signature under it would pass somebody else's words off as theirs.
  if (!first || assessor?.fingerprint !== sheet.assessor.fingerprint || first.fingerprint !== assessor.fingerprint) {
    return refuse('altered');
  }
  const fields = new Map(verified.fields.map((one) => [idOf(one.name), one.value]));
  return ok({
    bytes,
    attached,
    places,
    assessorPdf: createHash('sha256').update(bytes.subarray(0, first.end)).digest('hex') as Digest,
    qa: qaIn(sheet, places, fields),
    fields,
    signatures,
  });
}

/** The form's places that are signed, by the names of their fields. */
function signedPlaces({ form }: SignedSheet, signatures: readonly VerifiedSignature[]): readonly ReceivedSignature[] {
  return form.signaturePlaces.flatMap(({ id }) => {
    const signature = signatures.find((one) => one.field !== null && idOf(one.field) === `${id}.signature`);
    if (!signature) return [];
    const { name, fingerprint, claimedTime } = signature;
    return { place: id, name, fingerprint, at: claimedTime };
  });
}

function qaIn(
  sheet: SignedSheet,
  places: readonly ReceivedSignature[],
  fields: ReadonlyMap<string, string>,
): QaRecord | null {
  const place = sheet.form.signaturePlaces.find((one) => one.role === 'iqa');
  const signed = places.find((one) => one.place === place?.id);
  if (!place || !signed) return null;
  const qa = qaRecordInForm(sheet, fields, signed.at === null ? null : civilDateOf(signed.at));
  return qa && standsIn(sheet, place, fields, qa) ? qa : null;
}

/** Whether a form says what a check says: every mark, the total and the outcome. */
export function standsIn(
  sheet: SignedSheet,
  place: SignaturePlace,
  fields: ReadonlyMap<string, string>,
  { marks, decision }: QaRecord,
): boolean {
  const values = placeValues(sheet, place, { marks, decision, date: null, name: '' });
  return values.every(({ fieldId, value }) => fieldId === `${place.id}.name` || fields.get(fieldId) === value);
}
