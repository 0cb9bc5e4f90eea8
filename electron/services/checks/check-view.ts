import type { CheckRow, CheckView, FileVerification } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { CheckId } from '../../../shared/model/ids.ts';
import { allReceived, type ReceivedSheet, readReceived, signaturesOf } from '../../db/stores/received-store.ts';
import type { LaunchReader } from '../../readers/launch-reader.ts';
import { parseSignedSheet } from '../sign-off/signed-content.ts';
import { describe, verifyKept } from '../verification/verify-file.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { checkExportName } from './check-export-name.ts';
import { ownWorkOf } from './own-work.ts';
import { placeRefusal } from './place-refusal.ts';
import { parseQaRecord } from './qa-record.ts';

/** A sheet that came in, with its PDF verified as it lies here now; `known` is what was found of a file a moment ago. */
export async function viewCheck(
  workspace: Workspace,
  id: CheckId,
  launch?: LaunchReader,
  known?: FileVerification,
): Promise<Result<CheckView, AppError>> {
  const received = readReceived(workspace.db, id);
  if (!received) return err({ code: 'check-unknown' });
  const sheet = parseSignedSheet(received.content);
  const signed = signaturesOf(workspace.db, id);
  const exportName = checkExportName(sheet, signed);
  const file = { name: `${exportName}.pdf`, ...received.pdf };
  const verification =
    known?.sha256 === file.sha256
      ? { ...known, name: file.name }
      : describe(workspace, file, await verifyKept(workspace, file, launch));
  return ok({
    check: id,
    sheet,
    digest: received.digest,
    receivedAt: received.receivedAt,
    places: sheet.form.signaturePlaces.map((place) => {
      const signature = signed.find((one) => one.place === place.id);
      return {
        place,
        signed: signature ? { name: signature.name, fingerprint: signature.fingerprint, at: signature.at } : null,
        refusal: placeRefusal(workspace, sheet, signed, place),
      };
    }),
    qa: qaOf(received),
    pdf: received.pdf,
    docx: received.docx,
    verification,
    exportName,
  });
}

function qaOf({ check }: ReceivedSheet): CheckView['qa'] {
  if (check === null) return null;
  const { marks, decision, checkDate } = parseQaRecord(check);
  return { marks, decision, date: checkDate };
}

/** Every sheet that came in, the newest first, with the place that is due here. */
export function listChecks(workspace: Workspace): readonly CheckRow[] {
  const isOwn = ownWorkOf(workspace);
  return allReceived(workspace.db).map((received) => {
    const sheet = parseSignedSheet(received.content);
    const signed = signaturesOf(workspace.db, received.id);
    const due = sheet.form.signaturePlaces.find(
      (place) => placeRefusal(workspace, sheet, signed, place, isOwn) === null,
    );
    return {
      check: received.id,
      learnerName: sheet.learner.name,
      registrationNumber: sheet.learner.registrationNumber,
      assessmentTitle: sheet.assessment.title,
      attempt: sheet.attempt.number,
      revision: sheet.revision,
      assessor: sheet.assessor.name,
      outcome: sheet.decision.outcome,
      total: sheet.decision.total,
      receivedAt: received.receivedAt,
      signed: signed.map((one) => one.place),
      due: due?.role ?? null,
    };
  });
}
