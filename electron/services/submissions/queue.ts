import type { AttemptRow, Page } from '../../../shared/api/contract.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import type { LearnerId } from '../../../shared/model/ids.ts';
import type { Assessment } from '../../../shared/model/pack.ts';
import type { Turnaround } from '../../../shared/rules/due-date.ts';
import { listAttempts as listRows, type QueueRow } from '../../db/stores/attempt-store.ts';
import { type DueDates, dueDatesOf } from '../due-dates/attempt-due.ts';
import { getAssessment } from '../packs/packs.ts';
import type { Workspace } from '../workspace/workspace.ts';

const PAGE = 200;

/** A page of the queue, oldest received first. */
export function listAttempts(workspace: Workspace, input: ParsedInput<'attempts.list'>): Page<AttemptRow> {
  const { state = null, search = '', limit = PAGE, offset = 0 } = input;
  const page = listRows(workspace.db, { state, learner: null, search, limit, offset });
  return { total: page.total, rows: withAssessments(workspace, page.rows) };
}

/** Every attempt of one learner. */
export function learnerQueue(workspace: Workspace, learner: LearnerId): readonly AttemptRow[] {
  const page = listRows(workspace.db, { state: null, learner, search: '', limit: 1000, offset: 0 });
  return withAssessments(workspace, page.rows);
}

/** What the rows of one assessment have in common. */
type Common = { readonly assessment: Assessment | null; readonly turnaround: Turnaround | null };

/** Looks an assessment up once for all of its rows: a list has thousands of rows, of a few assessments. */
function withAssessments(workspace: Workspace, rows: readonly QueueRow[]): readonly AttemptRow[] {
  const dueDates = dueDatesOf(workspace);
  const known = new Map<string, Common>();
  return rows.map((row) => {
    const key = `${row.pack} ${row.assessment}`;
    const common = known.get(key) ?? commonOf(workspace, row, dueDates);
    known.set(key, common);
    return withCommon(row, common, dueDates);
  });
}

function commonOf(workspace: Workspace, row: QueueRow, dueDates: DueDates): Common {
  const found = getAssessment(workspace, row.pack, row.assessment);
  if (!found.ok) return { assessment: null, turnaround: null };
  const { pack, assessment } = found.value;
  return { assessment, turnaround: dueDates.turnaround(pack, assessment) };
}

/** Written out: copying each row twice is most of what a list costs. */
function withCommon(row: QueueRow, { assessment, turnaround }: Common, dueDates: DueDates): AttemptRow {
  const open = row.state === 'to-mark' || row.state === 'in-progress';
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
    due: open && turnaround ? dueDates.count(row.dateReceived, turnaround).date : null,
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
