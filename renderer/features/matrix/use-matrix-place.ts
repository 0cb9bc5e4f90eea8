import { useMemo, useState } from 'react';
import type { MatrixColumn, MatrixLine } from './matrix-lines.ts';
import { nearest, type Position } from './matrix-move.ts';
import { type Range, rangeOf } from './matrix-range.ts';

/** A cell by name, so that it stays the same one while lines and columns come and go. */
type Named = { readonly line: string; readonly column: string };

export type MatrixPlace = {
  /** The cell that holds the keyboard. */
  readonly at: Position;
  /** The block that an act is on: the cell alone, or what Shift spans. */
  readonly range: Range;
  readonly go: (to: Position, extend: boolean) => void;
};

/** Where the keyboard is in a matrix, and which block is chosen. */
export function useMatrixPlace(lines: readonly MatrixLine[], columns: readonly MatrixColumn[]): MatrixPlace {
  const [active, setActive] = useState<Named | null>(null);
  const [anchor, setAnchor] = useState<Named | null>(null);
  return useMemo(() => {
    const at = find(lines, columns, active) ?? { line: nearest(lines, 0, 1), column: 0 };
    const from = find(lines, columns, anchor) ?? at;
    return {
      at,
      range: rangeOf(from, at),
      go: (to, extend) => {
        setActive(nameOf(lines, columns, to));
        setAnchor(nameOf(lines, columns, extend ? from : to));
      },
    };
  }, [lines, columns, active, anchor]);
}

function find(lines: readonly MatrixLine[], columns: readonly MatrixColumn[], named: Named | null): Position | null {
  const line = lines.findIndex((one) => one.key === named?.line);
  const column = columns.findIndex((one) => one.id === named?.column);
  return line === -1 || column === -1 ? null : { line, column };
}

function nameOf(lines: readonly MatrixLine[], columns: readonly MatrixColumn[], { line, column }: Position): Named {
  return { line: lines[line]?.key ?? '', column: columns[column]?.id ?? '' };
}
