import type { LearnerRow } from '../../../shared/api/contract.ts';
import type { Column } from '../../ui/data-table.tsx';
import { Name } from '../../ui/name.tsx';

/** The columns of the list of learners. */
export const LEARNER_COLUMNS: readonly Column<LearnerRow>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(10rem, 3fr)',
    sort: (row) => row.name,
    cell: (row) => <Name>{row.name}</Name>,
  },
  {
    id: 'registration',
    header: 'Registration',
    width: 'minmax(7rem, 1fr)',
    sort: (row) => row.registrationNumber,
    cell: (row) => <Name>{row.registrationNumber}</Name>,
  },
  {
    id: 'cohort',
    header: 'Cohort',
    width: 'minmax(5rem, 1fr)',
    sort: (row) => row.cohort || null,
    cell: (row) => <Name>{row.cohort}</Name>,
  },
  {
    id: 'attempts',
    header: 'Attempts',
    width: '5rem',
    align: 'end',
    sort: (row) => row.attempts,
    cell: (row) => row.attempts,
  },
  {
    id: 'to-mark',
    header: 'To mark',
    width: '4.5rem',
    align: 'end',
    sort: (row) => row.toMark,
    cell: (row) => row.toMark,
  },
];
