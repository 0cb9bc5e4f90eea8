import type { AttemptView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { EventKind } from '../../../shared/model/audit.ts';
import type { AttemptId } from '../../../shared/model/ids.ts';
import type { Attempt } from '../../../shared/model/submission.ts';
import { attemptsAt, readAttempt, updateAttempt } from '../../db/stores/attempt-store.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import { officialSheetOf } from '../../db/stores/sheet-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { today } from '../clock.ts';
import { getAssessment } from '../packs/packs.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import { viewAttempt } from './attempt-view.ts';

/** Dates, declaration and refusal box, until the sheet is signed. */
export function editAttempt(workspace: Workspace, input: ParsedInput<'attempts.edit'>): Result<AttemptView, AppError> {
  const { attempt, ...facts } = input;
  return change(workspace, attempt, 'attempt-edited', (before) => ok({ ...before, ...facts }));
}

/** Sends the work back unmarked, with a reason: a state of its own, not a referral. */
export function returnAttempt(
  workspace: Workspace,
  input: ParsedInput<'attempts.return'>,
): Result<AttemptView, AppError> {
  const returned = { reason: input.reason, date: today(workspace.clock) };
  return change(workspace, input.attempt, 'attempt-returned', (before) =>
    before.returned ? err({ code: 'attempt-returned' }) : ok({ ...before, returned }),
  );
}

/**
 * Takes a Return back; the reason stays in the audit chain. Refused once the work that was asked for has come: two
 * attempts would be open at once.
 */
export function withdrawReturn(workspace: Workspace, id: AttemptId): Result<AttemptView, AppError> {
  return change(workspace, id, 'return-withdrawn', (before) => {
    if (!before.returned) return ok(before);
    const found = getAssessment(workspace, before.pack, before.assessment);
    if (!found.ok) return found;
    const latest = attemptsAt(workspace.db, before.learner, found.value.pack.code, before.assessment).at(-1);
    if (latest && latest.number > before.number) return err({ code: 'attempt-exists', number: latest.number });
    return ok({ ...before, returned: null });
  });
}

function change(
  workspace: Workspace,
  id: AttemptId,
  kind: EventKind,
  edit: (before: Attempt) => Result<Attempt, AppError>,
): Result<AttemptView, AppError> {
  const changed = inTransaction<null, AppError>(workspace.db, () => {
    const before = readAttempt(workspace.db, id);
    if (!before) return err({ code: 'attempt-unknown' });
    if ((officialSheetOf(workspace.db, id)?.state ?? 'draft') !== 'draft') return err({ code: 'attempt-signed' });
    const after = edit(before);
    if (!after.ok) return after;
    if (after.value === before) return ok(null);
    updateAttempt(workspace.db, after.value);
    appendEvent(workspace.db, {
      at: workspace.clock.now(),
      actor: ownerOf(workspace).id,
      kind,
      payload: { attempt: id, before: facts(before), after: facts(after.value) },
    });
    return ok(null);
  });
  return changed.ok ? viewAttempt(workspace, id) : changed;
}

function facts(attempt: Attempt) {
  const { dateReceived, declarationDate, standardisationRefused, returned } = attempt;
  return { dateReceived, declarationDate, standardisationRefused, returned };
}
