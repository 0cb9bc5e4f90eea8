import { createHash } from 'node:crypto';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { type PlaceValue, placeValues } from '../../../shared/documents/place-values.ts';
import { signedLinesFor } from '../../../shared/documents/signed-lines.ts';
import { canonicalJson, type Json } from '../../../shared/lib/canonical-json.ts';
import type { Instant } from '../../../shared/lib/dates.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { SignedCheck } from '../../../shared/model/evidence.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import type { SignedSheet } from '../../../shared/model/mark-sheet.ts';
import type { SignaturePlace } from '../../../shared/model/pack.ts';
import { appendEvent, auditHead } from '../../db/stores/audit-store.ts';
import type { StoredKey } from '../../db/stores/people-store.ts';
import {
  insertPlaceSigning,
  type PlaceSigning,
  placeSigningOf,
  type ReceivedSheet,
  readReceived,
  signaturesOf,
} from '../../db/stores/received-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { missingCharacters } from '../../exports/fonts/missing-characters.ts';
import { today } from '../clock.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import { readCheckMarks } from './check-marks.ts';
import { placeRefusal } from './place-refusal.ts';
import { signingsUnderWay, undoPlace } from './settle-places.ts';
import type { SignedPdf } from './signed-pdf.ts';

/** What is about to be signed. */
export type BegunPlace = {
  readonly signing: PlaceSigning;
  readonly sheet: SignedSheet;
  readonly place: SignaturePlace;
  readonly pdf: Buffer;
  readonly values: readonly PlaceValue[];
  readonly lines: readonly string[];
  /** Null where the place is not the IQA's. */
  readonly check: SignedCheck | null;
  readonly signerName: string;
  readonly reason: string;
};

/** First phase: what will be signed is fixed and recorded. */
export function beginPlace(
  workspace: Workspace,
  input: ParsedInput<'checks.sign'>,
  key: StoredKey,
  pdf: SignedPdf,
): Result<BegunPlace, AppError> {
  return inTransaction<BegunPlace, AppError>(workspace.db, () => {
    const { db } = workspace;
    const received = readReceived(db, input.check);
    if (!received) return err({ code: 'check-unknown' });
    // A later file of the sheet came in while this one was read.
    if (received.pdf.sha256 !== sha256(pdf.bytes)) return err({ code: 'sheet-frozen' });
    const settled = settleLeft(workspace, received);
    if (!settled.ok) return settled;
    const { sheet } = pdf.attached;
    const place = sheet.form.signaturePlaces.find((one) => one.id === input.place);
    if (!place) return err({ code: 'place-unknown', place: input.place });
    const refused = placeRefusal(workspace, sheet, signaturesOf(db, received.id), place);
    if (refused) return err(refused);
    if (input.date !== undefined && input.date < sheet.attempt.dateReceived) {
      return err({
        code: 'invalid-input',
        place: 'date',
        reason: 'lies before the day on which the script was received',
      });
    }
    const at = workspace.clock.now();
    const check = checkOf(workspace, { received, pdf, place, input, key, at });
    if (!check.ok) return check;
    const begun = whatIsSigned(workspace, { received, sheet, place, pdf, input, key, at }, check.value);
    if (missingCharacters([...begun.lines, ...begun.values.map((one) => one.value)].join('')).length > 0) {
      return err({ code: 'sign-off-blocked', findings: 1 });
    }
    insertPlaceSigning(db, begun.signing);
    appendEvent(db, { at, actor: ownerOf(workspace).id, kind: 'place-signing-begun', payload: payloadOf(begun) });
    return ok(begun);
  });
}

type About = {
  readonly received: ReceivedSheet;
  readonly pdf: SignedPdf;
  readonly place: SignaturePlace;
  readonly input: ParsedInput<'checks.sign'>;
  readonly key: StoredKey;
  readonly at: Instant;
};

/** What a failing disk left of an earlier signing is undone; one that is under way now is waited for. */
function settleLeft(workspace: Workspace, { id }: ReceivedSheet): Result<null, AppError> {
  if (signingsUnderWay(workspace).has(id)) return err({ code: 'sheet-frozen' });
  const left = placeSigningOf(workspace.db, id);
  if (left) undoPlace(workspace, left);
  return ok(null);
}

/** The IQA's check, from the marks as typed; null at another place, which gives none. */
function checkOf(workspace: Workspace, about: About): Result<SignedCheck | null, AppError> {
  const { received, pdf, place, input, key, at } = about;
  if (place.role !== 'iqa') {
    return input.marks === undefined
      ? ok(null)
      : err({ code: 'invalid-input', place: 'marks', reason: 'only the IQA gives marks' });
  }
  const { attached, assessorPdf } = pdf;
  const marks = readCheckMarks(attached.sheet, input.marks ?? []);
  if (!marks.ok) return marks;
  const owner = ownerOf(workspace);
  return ok({
    format: 'countersign-check/1',
    check: received.id,
    sheet: { sheet: received.sheet, revision: received.revision, digest: received.digest },
    files: { pdf: assessorPdf, docx: attached.docx },
    marks: marks.value.marks,
    decision: marks.value.decision,
    checkDate: input.date ?? today(workspace.clock),
    iqa: { person: owner.id, name: owner.name, key: key.id, fingerprint: key.fingerprint },
    signedAt: at,
    chainHead: auditHead(workspace.db).hash as Digest,
  });
}

function whatIsSigned(
  workspace: Workspace,
  { received, place, pdf, input, key, at }: About & { readonly sheet: SignedSheet },
  check: SignedCheck | null,
): BegunPlace {
  const { sheet } = pdf.attached;
  const { name } = ownerOf(workspace);
  const date = input.date ?? today(workspace.clock);
  const found = check === null ? {} : { marks: check.marks, decision: check.decision };
  return {
    signing: {
      received: received.id,
      place: place.id,
      key: key.id,
      check: check && canonicalJson(check),
      begunAt: at,
      files: null,
    },
    sheet,
    place,
    pdf: pdf.bytes,
    values: placeValues(sheet, place, { ...found, date, name }),
    lines: signedLinesFor({ name, signedAt: at, fingerprint: key.fingerprint }),
    check,
    signerName: name,
    reason: `${REASONS[place.role]}, revision ${sheet.revision}, sheet ${received.digest}`,
  };
}

const REASONS: Readonly<Record<SignaturePlace['role'], string>> = {
  assessor: "Assessor's decision",
  'countersigning-assessor': "Countersignature of the assessor's decision",
  iqa: "Internal quality assurer's check",
  ev: "External verifier's verification",
};

function payloadOf({ signing, sheet }: BegunPlace): Json {
  return { check: signing.received, sheet: sheet.sheet, revision: sheet.revision, place: signing.place };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
