import { civilDateOf, showDate } from '../../../shared/lib/dates.ts';
import type { BankStatement } from '../../../shared/model/comment-bank.ts';
import type { Column } from '../../ui/data-table.tsx';
import { KIND_NAMES } from './kind-names.ts';
import { type PlaceOption, placesText } from './place-options.ts';

/** Columns that leave where a statement is open beside the table. */
const BESIDE = ['last', 'origin'];

/** The columns of the bank; places are named as the packs name them. */
export function bankColumns(
  options: ReadonlyMap<string, PlaceOption>,
  beside: boolean,
): readonly Column<BankStatement>[] {
  const columns: readonly Column<BankStatement>[] = [
    {
      id: 'text',
      header: 'Statement',
      width: 'minmax(13rem, 6fr)',
      sort: (row) => row.text,
      cell: (row) => (
        <span dir="auto" title={row.text}>
          {row.text}
        </span>
      ),
    },
    {
      id: 'kind',
      header: 'Kind',
      width: '8.25rem',
      sort: (row) => KIND_NAMES[row.kind],
      cell: (row) => KIND_NAMES[row.kind],
    },
    {
      id: 'where',
      header: 'Where',
      width: 'minmax(8.5rem, 2fr)',
      sort: (row) => placesText(row.places, options),
      cell: (row) => placesText(row.places, options),
    },
    { id: 'uses', header: 'Used', width: '3rem', align: 'end', sort: (row) => row.uses, cell: (row) => row.uses },
    {
      id: 'last',
      header: 'Last used',
      width: '5.5rem',
      sort: (row) => row.lastUsed,
      cell: (row) => (row.lastUsed ? showDate(civilDateOf(row.lastUsed)) : ''),
    },
    {
      id: 'origin',
      header: 'From',
      width: '3.5rem',
      sort: (row) => row.origin,
      cell: (row) => (row.origin === 'starter' ? 'Starter' : 'Own'),
    },
  ];
  return beside ? columns.filter((one) => !BESIDE.includes(one.id)) : columns;
}
