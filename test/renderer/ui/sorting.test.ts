import fc from 'fast-check';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { compareCells } from '../../../renderer/ui/compare-cells.ts';
import { useSortedRows } from '../../../renderer/ui/use-sorted-rows.ts';

type Row = { readonly id: string; readonly name: string; readonly mark: number | null };

const COLUMNS = [
  { id: 'name', sort: (row: Row) => row.name },
  { id: 'mark', sort: (row: Row) => row.mark },
];
const keyOf = (row: Row) => row.id;

/** The ids in the order that a table shows them, drawn without a window. */
function order(rows: readonly Row[], by: string, descending = false): string {
  let shown = '';
  function Table() {
    const { sorted } = useSortedRows(rows, keyOf, COLUMNS, { id: by, descending });
    shown = sorted.map((one) => one.key).join('');
    return null;
  }
  renderToString(createElement(Table));
  return shown;
}

const ROWS: readonly Row[] = [
  { id: 'a', name: 'Unit 10', mark: 9 },
  { id: 'b', name: 'unit 2', mark: null },
  { id: 'c', name: 'Émile', mark: 10 },
  { id: 'd', name: 'Zoe', mark: 0 },
];

describe('a table', () => {
  it('sorts words as a register has them, whatever their case and accents', () => {
    expect(order(ROWS, 'name')).toBe('cbad');
    expect(order(ROWS, 'name', true)).toBe('dabc');
  });

  it('sorts numbers by size, and what is missing last either way', () => {
    expect(order(ROWS, 'mark')).toBe('dacb');
    expect(order(ROWS, 'mark', true)).toBe('cadb');
  });
});

describe('the order of two cells', () => {
  it('is one order: of itself the same, and turned round the other way', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer());
    fc.assert(
      fc.property(cell, cell, (a, b) => {
        expect(compareCells(a, a)).toBe(0);
        expect(Math.sign(compareCells(a, b)) + Math.sign(compareCells(b, a))).toBe(0);
      }),
    );
  });
});
