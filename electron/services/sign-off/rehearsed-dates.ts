import { type CivilDate, civilDateOf } from '../../../shared/lib/dates.ts';
import type { DraftSheet } from '../../../shared/model/mark-sheet.ts';
import type { Attempt } from '../../../shared/model/submission.ts';
import type { RehearsedDates } from '../../../shared/rules/rehearsal-dates.ts';
import { readAttempt } from '../../db/stores/attempt-store.ts';
import { officialSheetOf } from '../../db/stores/sheet-store.ts';
import { revisionsOf } from '../../db/stores/signing-store.ts';
import { today } from '../clock.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The dates of the sheet, with those of the attempt before it and of what was signed so far. */
export function rehearsedDates(workspace: Workspace, draft: DraftSheet, attempt: Attempt | null): RehearsedDates {
  const { dateReceived, declarationDate } = draft.attempt;
  const before = attempt?.previous ? readAttempt(workspace.db, attempt.previous) : null;
  const sheet = before && officialSheetOf(workspace.db, before.id);
  const earlier = sheet ? signedOn(workspace, sheet.id) : [];
  const signed = [...earlier, ...signedOn(workspace, draft.sheet)];
  return {
    today: today(workspace.clock),
    dateReceived,
    declarationDate,
    earlier: before && { signed: earlier[0] ?? null, returned: before.returned?.date ?? null },
    lastSigned: signed.toSorted().at(-1) ?? null,
  };
}

/** The days on which revisions were signed, oldest first. */
function signedOn(workspace: Workspace, sheet: DraftSheet['sheet']): readonly CivilDate[] {
  return revisionsOf(workspace.db, sheet).map((one) => civilDateOf(one.signedAt));
}
