import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import type { ProgressRow } from '../../../shared/api/contract.ts';
import type { Column } from '../../ui/data-table.tsx';
import { Name } from '../../ui/name.tsx';
import styles from './unit-state-badge.module.css';

const COLUMNS: readonly Column<ProgressRow>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(10rem, 2fr)',
    sort: (row) => row.learnerName,
    cell: (row) => <Name>{row.learnerName}</Name>,
  },
  {
    id: 'registration',
    header: 'Registration',
    width: 'minmax(6.5rem, 1fr)',
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
  figure('achieved', 'Achieved', '4.75rem', (row) => row.creditsAchieved),
  figure('in-progress', 'In progress', '5.75rem', (row) => row.creditsInProgress),
  figure('referred', 'Referred', '4.75rem', (row) => row.creditsReferred),
  figure('chosen', 'Chosen', '4.5rem', (row) => row.creditsChosen),
  {
    id: 'rules',
    header: 'Rules held',
    width: '5.5rem',
    align: 'end',
    sort: (row) => row.held,
    cell: (row) => (row.conditions === 0 ? 'None' : `${row.held} of ${row.conditions}`),
  },
  {
    id: 'award',
    header: 'Award',
    width: '9.5rem',
    sort: (row) => WORDS[awardOf(row)],
    cell: (row) => <AwardBadge row={row} />,
  },
];

function figure(id: string, header: string, width: string, of: (row: ProgressRow) => number): Column<ProgressRow> {
  return { id, header, width, align: 'end', sort: of, cell: of };
}

/** The columns of a cohort's table, the last of them the way to a learner's portfolio. */
export function progressColumns(onPortfolio: (row: ProgressRow) => void): readonly Column<ProgressRow>[] {
  return [
    ...COLUMNS,
    {
      id: 'portfolio',
      header: 'Portfolio',
      width: '5.5rem',
      cell: (row) => (
        <Button
          variant="subtle"
          size="compact-xs"
          // Space on the row does the same.
          tabIndex={-1}
          aria-label={`Open the portfolio of ${row.learnerName}`}
          onClick={(event) => {
            event.stopPropagation();
            onPortfolio(row);
          }}
        >
          Open
        </Button>
      ),
    },
  ];
}

type Award = 'complete' | 'planned' | 'open';
const WORDS: Readonly<Record<Award, string>> = {
  complete: 'Complete',
  planned: 'Units chosen',
  open: 'Units to choose',
};
const SHAPES = { complete: IconCircleCheckFilled, planned: IconCircle, open: IconCircleDashed };
const LOOKS: Readonly<Record<Award, string | undefined>> = {
  complete: styles.achieved,
  planned: styles['in-progress'],
  open: styles.planned,
};

function awardOf({ complete, planned }: ProgressRow): Award {
  if (complete) return 'complete';
  return planned ? 'planned' : 'open';
}

/** Whether the award is complete, would be with the units chosen, or needs further units; by word and shape. */
function AwardBadge({ row }: { readonly row: ProgressRow }) {
  const award = awardOf(row);
  const Shape = SHAPES[award];
  return (
    <span className={`${styles.badge} ${LOOKS[award]}`}>
      <Shape size="0.875rem" stroke={1.75} aria-hidden="true" />
      {WORDS[award]}
    </span>
  );
}
