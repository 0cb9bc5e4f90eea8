import type { AttemptView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { AttemptId } from '../../../shared/model/ids.ts';
import type { Attempt, AttemptState } from '../../../shared/model/submission.ts';
import { judgeWordCount } from '../../../shared/rules/word-count.ts';
import { attemptsAt, readAttempt } from '../../db/stores/attempt-store.ts';
import { readLearner } from '../../db/stores/learner-store.ts';
import { officialSheetOf, type StoredSheet } from '../../db/stores/sheet-store.ts';
import { dueDatesOf } from '../due-dates/attempt-due.ts';
import { getAssessment } from '../packs/packs.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Where an attempt stands. */
export function attemptState(attempt: Attempt, sheet: StoredSheet | null): AttemptState {
  if (attempt.returned) return 'returned';
  if (sheet?.state === 'signed') return 'signed';
  return sheet?.savedAt ? 'in-progress' : 'to-mark';
}

/** An attempt with its learner, assessment, word count and the other attempts. */
export function viewAttempt(workspace: Workspace, id: AttemptId): Result<AttemptView, AppError> {
  const attempt = readAttempt(workspace.db, id);
  if (!attempt) return err({ code: 'attempt-unknown' });
  const learner = readLearner(workspace.db, attempt.learner);
  if (!learner) return err({ code: 'learner-unknown' });
  const found = getAssessment(workspace, attempt.pack, attempt.assessment);
  if (!found.ok) return found;
  const { pack, assessment } = found.value;
  const sheet = officialSheetOf(workspace.db, id);
  const words = attempt.scripts.map((script) => script.words);
  const dueDates = dueDatesOf(workspace);
  const turnaround = dueDates.turnaround(pack, assessment);
  return ok({
    attempt,
    state: attemptState(attempt, sheet),
    learner,
    assessment,
    wordCount: judgeWordCount(assessment.brief.wordCount, words),
    due: turnaround && dueDates.count(attempt.dateReceived, turnaround),
    sheet: sheet?.id ?? null,
    attempts: attemptsAt(workspace.db, learner.id, pack.code, assessment.id).map((one) => ({
      attempt: one.id,
      number: one.number,
      state: attemptState(one, officialSheetOf(workspace.db, one.id)),
    })),
  });
}
