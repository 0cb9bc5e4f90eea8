import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { DueDate } from '../../../shared/model/due-dates.ts';
import type { Assessment, Pack } from '../../../shared/model/pack.ts';
import { dueDateCounter, type Turnaround, turnaroundOf } from '../../../shared/rules/due-date.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { getDueDateRules } from './due-date-rules.ts';

/** The centre's way of counting, read once for as many attempts as are asked about. */
export type DueDates = {
  /** The days of an assessment's qualification; null where nobody sets any. */
  readonly turnaround: (pack: Pack, assessment: Assessment) => Turnaround | null;
  readonly count: (received: CivilDate, turnaround: Turnaround) => DueDate;
};

export function dueDatesOf(workspace: Workspace): DueDates {
  const rules = getDueDateRules(workspace);
  return {
    turnaround: (pack, { qualification }) => {
      const source = pack.qualifications.find((one) => one.code === qualification)?.turnaroundDays ?? null;
      return turnaroundOf(rules, pack.code, qualification, source);
    },
    count: dueDateCounter(rules),
  };
}
