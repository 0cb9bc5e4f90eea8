import type { Outputs } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import type { DraftSheet } from '../../../shared/model/mark-sheet.ts';
import { warningKey } from '../../../shared/rules/acknowledged-warnings.ts';
import { rehearse } from '../../../shared/rules/rehearsal.ts';
import { isWarning, type RehearsalFinding } from '../../../shared/rules/rehearsal-finding.ts';
import { readAttempt } from '../../db/stores/attempt-store.ts';
import { staleCriteria, staleSections } from '../marking/stale-sections.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { unprintable } from './printed-characters.ts';
import { rehearsedDates } from './rehearsed-dates.ts';
import { readyWords, rehearsedWords } from './rehearsed-words.ts';
import { gatherSheet } from './sheet-content.ts';

/** What blocks signing the sheet now, and what would embarrass it at sampling. */
export function rehearseSheet(workspace: Workspace, id: SheetId): Result<Outputs['sheets.rehearse'], AppError> {
  readyWords(workspace);
  const gathered = gatherSheet(workspace, id, workspace.clock.now());
  if (!gathered.ok) return gathered;
  const { draft } = gathered.value;
  const findings = findingsOf(workspace, draft);
  return ok({ findings, warnings: findings.filter(isWarning).map(warningKey), decision: draft.decision });
}

/** The findings for a gathered sheet; signing asks the same question of the same content. */
export function findingsOf(workspace: Workspace, draft: DraftSheet): readonly RehearsalFinding[] {
  const attempt = readAttempt(workspace.db, draft.attempt.id);
  return rehearse({
    scheme: draft.scheme,
    sections: draft.sections,
    evidence: draft.evidence ?? [],
    redo: draft.redo,
    scripts: draft.attempt.scripts.length,
    returned: attempt?.returned != null,
    dates: rehearsedDates(workspace, draft, attempt),
    words: rehearsedWords(workspace, draft),
    stale: [
      ...staleSections(workspace, draft.sections).map(({ section, now }) => ({
        section,
        criterion: null,
        state: now.state,
      })),
      ...staleCriteria(workspace, draft.sections),
    ],
    missing: unprintable(draft),
  });
}
