import type { AttemptRow } from '../../../shared/api/contract.ts';
import { showDate } from '../../../shared/lib/dates.ts';
import type { AttemptState } from '../../../shared/model/submission.ts';
import type { Column } from '../../ui/data-table.tsx';
import { Name } from '../../ui/name.tsx';
import { OutcomeBadge } from '../../ui/outcome-badge.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';

/** What is begun comes before what is not, and what is done last. */
const RANK: Readonly<Record<AttemptState, number>> = { 'in-progress': 0, 'to-mark': 1, returned: 2, signed: 3 };

/** The queue's columns. An outcome is shown where a sheet has one that says something. */
export const QUEUE_COLUMNS: readonly Column<AttemptRow>[] = [
  {
    id: 'learner',
    header: 'Learner',
    width: 'minmax(9rem, 2fr)',
    sort: (row) => row.learnerName,
    cell: (row) => <Name>{row.learnerName}</Name>,
  },
  {
    id: 'registration',
    header: 'Registration',
    width: 'minmax(6rem, 8rem)',
    sort: (row) => row.registrationNumber,
    cell: (row) => row.registrationNumber,
  },
  {
    id: 'cohort',
    header: 'Cohort',
    width: 'minmax(4rem, 1fr)',
    sort: (row) => row.cohort || null,
    cell: (row) => <Name>{row.cohort}</Name>,
  },
  {
    id: 'assessment',
    header: 'Assessment',
    width: 'minmax(9rem, 2fr)',
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
    width: '6.5rem',
    sort: (row) => row.dateReceived,
    cell: (row) => showDate(row.dateReceived),
  },
  {
    id: 'state',
    header: 'State',
    width: '6.5rem',
    sort: (row) => RANK[row.state],
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
    width: '6.5rem',
    sort: (row) => row.outcome,
    cell: (row) => (row.outcome && row.outcome !== 'incomplete' ? <OutcomeBadge outcome={row.outcome} /> : ''),
  },
  {
    id: 'missing',
    header: 'Missing',
    width: '6rem',
    sort: (row) => (row.declared ? null : 'Declaration'),
    cell: (row) => (row.declared ? '' : 'Declaration'),
  },
];
