import type { AttemptRow } from '../../../shared/api/contract.ts';
import { type CivilDate, dayNumber, showDate } from '../../../shared/lib/dates.ts';
import type { AttemptState } from '../../../shared/model/submission.ts';
import type { Column } from '../../ui/data-table.tsx';
import { Name } from '../../ui/name.tsx';
import { OutcomeBadge } from '../../ui/outcome-badge.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { DueCell } from './due-cell.tsx';

/** What is begun comes before what is not, and what is done last; within each, what is due first. */
const RANK: Readonly<Record<AttemptState, number>> = { 'in-progress': 0, 'to-mark': 1, returned: 2, signed: 3 };
/** More than the number of any day. */
const NEVER = 1_000_000;

/**
 * The columns; when a result is due stands among them where anything has a due date. In a window that is not wide it
 * takes the place of the day of receipt, from which it is counted, and what can spare some room gives it.
 */
export function queueColumns(today: CivilDate | null, wide: boolean): readonly Column<AttemptRow>[] {
  if (today === null) return COLUMNS;
  const due: Column<AttemptRow> = {
    id: 'due',
    header: 'Due',
    width: 'minmax(7.25rem, 7.25fr)',
    sort: (row) => row.due,
    cell: (row) => row.due && <DueCell due={row.due} today={today} />,
  };
  return COLUMNS.flatMap((column) => {
    if (column.id === 'received') return wide ? [column, due] : [due];
    return { ...column, width: wide ? column.width : (NARROW[column.id] ?? column.width) };
  });
}

const NARROW: Readonly<Record<string, string>> = { registration: '5.75rem', state: '5.75rem', missing: '4.75rem' };

/**
 * The usual titles are in full in a window of 1366 pixels; what grows does so by its least width,
 * or the table would be wider than that. An outcome is shown where a sheet has one that says something.
 */
const COLUMNS: readonly Column<AttemptRow>[] = [
  {
    id: 'learner',
    header: 'Learner',
    width: 'minmax(8.75rem, 8.75fr)',
    sort: (row) => row.learnerName,
    cell: (row) => <Name>{row.learnerName}</Name>,
  },
  {
    id: 'registration',
    header: 'Registration',
    width: '7rem',
    sort: (row) => row.registrationNumber,
    cell: (row) => row.registrationNumber,
  },
  {
    id: 'cohort',
    header: 'Cohort',
    width: 'minmax(7.25rem, 7.25fr)',
    sort: (row) => row.cohort || null,
    cell: (row) => <Name>{row.cohort}</Name>,
  },
  {
    id: 'assessment',
    header: 'Assessment',
    width: 'minmax(10rem, 10fr)',
    sort: (row) => row.assessmentTitle,
    cell: (row) => <Name>{row.assessmentTitle}</Name>,
  },
  {
    id: 'attempt',
    header: 'Attempt',
    width: '4rem',
    align: 'end',
    sort: (row) => row.number,
    cell: (row) => row.number,
  },
  {
    id: 'received',
    header: 'Received',
    width: '5.25rem',
    sort: (row) => row.dateReceived,
    cell: (row) => showDate(row.dateReceived),
  },
  {
    id: 'state',
    header: 'State',
    width: '6rem',
    sort: (row) => RANK[row.state] * 2 * NEVER + (row.due ? dayNumber(row.due) : NEVER),
    cell: (row) => <StateBadge state={row.state} />,
  },
  {
    id: 'marked',
    header: 'Sections',
    width: '4.5rem',
    align: 'end',
    sort: (row) => (row.sections === 0 ? null : row.sectionsMarked / row.sections),
    cell: (row) => (row.sheet ? `${row.sectionsMarked} of ${row.sections}` : ''),
  },
  {
    id: 'total',
    header: 'Total',
    width: '3rem',
    align: 'end',
    sort: (row) => (row.sectionsMarked > 0 ? row.total : null),
    cell: (row) => (row.sectionsMarked > 0 && row.total !== null ? row.total : ''),
  },
  {
    id: 'outcome',
    header: 'Outcome',
    width: '5.5rem',
    sort: (row) => row.outcome,
    cell: (row) => (row.outcome && row.outcome !== 'incomplete' ? <OutcomeBadge outcome={row.outcome} /> : ''),
  },
  {
    id: 'missing',
    header: 'Missing',
    width: '5rem',
    sort: (row) => missing(row) || null,
    cell: missing,
  },
];

/** What stands in the way, in one word. */
function missing(row: AttemptRow): string {
  if (row.stale) return 'Recheck';
  return row.declared ? '' : 'Declaration';
}
