import type { AttemptRow, Page } from '../../../shared/api/contract.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import type { LearnerId } from '../../../shared/model/ids.ts';
import { listAttempts as listRows, type QueueRow } from '../../db/stores/attempt-store.ts';
import { getAssessment } from '../packs/packs.ts';
import type { Workspace } from '../workspace/workspace.ts';

const PAGE = 200;

/** A page of the queue, oldest received first. */
export function listAttempts(workspace: Workspace, input: ParsedInput<'attempts.list'>): Page<AttemptRow> {
  const { state = null, search = '', limit = PAGE, offset = 0 } = input;
  const page = listRows(workspace.db, { state, learner: null, search, limit, offset });
  return { total: page.total, rows: page.rows.map((row) => withAssessment(workspace, row)) };
}

/** Every attempt of one learner. */
export function learnerQueue(workspace: Workspace, learner: LearnerId): readonly AttemptRow[] {
  const page = listRows(workspace.db, { state: null, learner, search: '', limit: 1000, offset: 0 });
  return page.rows.map((row) => withAssessment(workspace, row));
}

/** Written out: thousands of rows are listed, and copying each one twice is most of what it costs. */
function withAssessment(workspace: Workspace, row: QueueRow): AttemptRow {
  const found = getAssessment(workspace, row.pack, row.assessment);
  const assessment = found.ok ? found.value.assessment : null;
  return {
    attempt: row.attempt,
    learner: row.learner,
    learnerName: row.learnerName,
    registrationNumber: row.registrationNumber,
    cohort: row.cohort,
    assessment: row.assessment,
    assessmentTitle: assessment?.title ?? row.assessment,
    units: assessment?.units ?? [],
    number: row.number,
    dateReceived: row.dateReceived,
    due: null,
    declared: row.declared === 1,
    state: row.state,
    sheet: row.sheet,
    outcome: row.outcome,
    total: row.total,
    sectionsMarked: row.sectionsMarked,
    sections: assessment?.scheme.sections.length ?? 0,
    stale: row.stale === 1,
  };
}
