import {
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { compareCells } from './compare-cells.ts';

/** What a column sorts by; null sorts last. */
export type SortKey<Row> = { readonly id: string; readonly sort?: (row: Row) => string | number | null };
export type SortOrder = { readonly id: string; readonly descending: boolean };
type Item<Row extends object> = { readonly key: string; readonly row: Row };

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
/** The rows in the order that the person chose, with what a head needs to show and change that order. */
export function useSortedRows<Row extends object>(
  rows: readonly Row[],
  rowKey: (row: Row) => string,
  columns: readonly SortKey<Row>[],
  initial: SortOrder | undefined,
) {
  const [sorting, setSorting] = useState<SortingState>(initial ? [{ id: initial.id, desc: initial.descending }] : []);
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (item: Item<Row>) => column.sort?.(item.row) ?? undefined,
        sortUndefined: 'last' as const,
        enableSorting: column.sort !== undefined,
        sortFn: (a: { getValue: (id: string) => unknown }, b: { getValue: (id: string) => unknown }, id: string) =>
          compareCells(a.getValue(id), b.getValue(id)),
      })),
    [columns],
  );
  const data = useMemo(() => rows.map((row) => ({ key: rowKey(row), row })), [rows, rowKey]);
  const table = useTable({
    features,
    columns: definitions,
    data,
    state: { sorting },
    onSortingChange: setSorting,
    enableSortingRemoval: false,
    sortDescFirst: false,
  });
  return {
    sorted: table.getRowModel().rows.map((one) => one.original),
    orderOf: (id: string) => table.getColumn(id)?.getIsSorted() ?? false,
    toggle: (id: string) => table.getColumn(id)?.toggleSorting(),
  };
}
