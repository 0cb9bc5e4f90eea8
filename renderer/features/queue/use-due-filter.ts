import { useMemo, useState } from 'react';
import type { AttemptRow } from '../../../shared/api/contract.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import { type DueStanding, dueStanding } from '../../../shared/rules/due-date.ts';

/** What the queue can be narrowed to: what is over, or what the rest of this week brings. */
type DueChoice = Exclude<DueStanding, 'later'>;

export type DueFilter = {
  readonly choice: DueChoice | null;
  readonly choose: (choice: DueChoice | null) => void;
  readonly shown: readonly AttemptRow[];
  readonly counts: Readonly<Record<DueChoice, number>>;
  /** Whether anything has a due date at all. */
  readonly dated: boolean;
};

/** Narrows rows by when they are due, and counts each choice. */
export function useDueFilter(rows: readonly AttemptRow[], today: CivilDate | null): DueFilter {
  const [choice, choose] = useState<DueChoice | null>(null);
  const standings = useMemo(
    () => rows.map((row) => (row.due && today ? dueStanding(row.due, today) : null)),
    [rows, today],
  );
  const shown = useMemo(
    () => (choice === null ? rows : rows.filter((_, at) => standings[at] === choice)),
    [rows, standings, choice],
  );
  const counts = useMemo(() => {
    const of = (one: DueChoice) => standings.filter((standing) => standing === one).length;
    return { overdue: of('overdue'), 'this-week': of('this-week') };
  }, [standings]);
  const dated = useMemo(() => standings.some((standing) => standing !== null), [standings]);
  return { choice, choose, shown, counts, dated };
}
