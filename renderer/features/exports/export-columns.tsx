import type { AttemptRow } from '../../../shared/api/contract.ts';
import { showDate } from '../../../shared/lib/dates.ts';
import type { Column } from '../../ui/data-table.tsx';
import { Name } from '../../ui/name.tsx';
import { OutcomeBadge } from '../../ui/outcome-badge.tsx';
import { RowCheckbox } from '../../ui/row-checkbox.tsx';

/** The columns of the sheets to choose from; the first one is the choice. */
export function exportColumns(
  chosen: ReadonlyMap<string, unknown>,
  toggle: (row: AttemptRow) => void,
): readonly Column<AttemptRow>[] {
  return [
    {
      id: 'chosen',
      header: 'Chosen',
      headerHidden: true,
      width: '1.5rem',
      cell: (row) => (
        <RowCheckbox
          label={`Export ${row.learnerName}, ${row.assessmentTitle}, attempt ${row.number}`}
          checked={chosen.has(row.attempt)}
          onToggle={() => toggle(row)}
        />
      ),
    },
    {
      id: 'learner',
      header: 'Learner',
      width: 'minmax(8rem, 2fr)',
      sort: (row) => row.learnerName,
      cell: (row) => <Name>{row.learnerName}</Name>,
    },
    {
      id: 'assessment',
      header: 'Assessment',
      width: 'minmax(8rem, 2fr)',
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
      width: '6rem',
      sort: (row) => row.dateReceived,
      cell: (row) => showDate(row.dateReceived),
    },
    {
      id: 'outcome',
      header: 'Outcome',
      width: '6rem',
      sort: (row) => row.outcome,
      cell: (row) => (row.outcome ? <OutcomeBadge outcome={row.outcome} /> : ''),
    },
  ];
}
