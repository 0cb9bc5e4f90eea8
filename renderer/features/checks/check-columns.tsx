import { IconCircleCheck, IconCircleDashed, IconPencil } from '@tabler/icons-react';
import { count } from '../../../shared/api/amounts.ts';
import type { CheckRow } from '../../../shared/api/contract.ts';
import { civilDateOf, showDate } from '../../../shared/lib/dates.ts';
import type { Column } from '../../ui/data-table.tsx';
import { Name } from '../../ui/name.tsx';
import { OutcomeBadge } from '../../ui/outcome-badge.tsx';
import styles from './check-columns.module.css';
import { dueWord } from './place-words.ts';

/** What is to be done here on a sheet, by word and shape. */
function Due({ row }: { readonly row: CheckRow }) {
  if (row.due !== null) {
    return (
      <span className={styles.due}>
        <IconPencil size="0.875rem" stroke={1.75} aria-hidden="true" />
        {dueWord(row.due)}
      </span>
    );
  }
  const checked = row.signed.length > 1;
  const Shape = checked ? IconCircleCheck : IconCircleDashed;
  return (
    <span className={styles.none}>
      <Shape size="0.875rem" stroke={1.75} aria-hidden="true" />
      {`None, ${count(row.signed.length, 'signature', 'signatures')}`}
    </span>
  );
}

/** The columns of the sheets that came in. What is due comes first. */
export const CHECK_COLUMNS: readonly Column<CheckRow>[] = [
  {
    id: 'due',
    header: 'Due here',
    width: '9.5rem',
    sort: (row) => (row.due === null ? 1 : 0),
    cell: (row) => <Due row={row} />,
  },
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
    width: '6.5rem',
    sort: (row) => row.registrationNumber,
    cell: (row) => row.registrationNumber,
  },
  {
    id: 'assessment',
    header: 'Assessment',
    width: 'minmax(9rem, 9fr)',
    sort: (row) => row.assessmentTitle,
    cell: (row) => <Name>{row.assessmentTitle}</Name>,
  },
  {
    id: 'attempt',
    header: 'Attempt',
    width: '4rem',
    align: 'end',
    sort: (row) => row.attempt,
    cell: (row) => row.attempt,
  },
  {
    id: 'revision',
    header: 'Revision',
    width: '4rem',
    align: 'end',
    sort: (row) => row.revision,
    cell: (row) => row.revision,
  },
  {
    id: 'assessor',
    header: 'Assessor',
    width: 'minmax(7.5rem, 7.5fr)',
    sort: (row) => row.assessor,
    cell: (row) => <Name>{row.assessor}</Name>,
  },
  {
    id: 'outcome',
    header: 'Outcome',
    width: '5.5rem',
    sort: (row) => row.outcome,
    cell: (row) => <OutcomeBadge outcome={row.outcome} />,
  },
  {
    id: 'total',
    header: 'Total',
    width: '2.75rem',
    align: 'end',
    sort: (row) => row.total,
    cell: (row) => row.total ?? '–',
  },
  {
    id: 'received',
    header: 'Opened',
    width: '6rem',
    sort: (row) => row.receivedAt,
    cell: (row) => showDate(civilDateOf(row.receivedAt)),
  },
];
