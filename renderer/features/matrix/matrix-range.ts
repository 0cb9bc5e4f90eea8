import {
  type CellChange,
  type Cells,
  type CriterionLine,
  cellKey,
  type MatrixColumn,
  type MatrixLine,
} from './matrix-lines.ts';
import type { Position } from './matrix-move.ts';

/** A block of cells between two corners, both within. */
export type Range = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

/** The block that two cells span. */
export function rangeOf(one: Position, other: Position): Range {
  return {
    top: Math.min(one.line, other.line),
    bottom: Math.max(one.line, other.line),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  };
}

/** What an act on a block comes to: the cells to change, and the criteria that it leaves as they are locked. */
export type Fill = { readonly changes: readonly CellChange[]; readonly locked: readonly CriterionLine[] };

type Of = {
  readonly lines: readonly MatrixLine[];
  readonly columns: readonly MatrixColumn[];
  readonly cells: Cells;
  readonly isLocked: (unit: string, criterion: string) => boolean;
};

/** Turns every cell of a block on, or all of them off where all are on. */
export function toggled(of: Of, range: Range): Fill {
  const { open, locked } = blockOf(of, range);
  const on = !open.every((cell) => of.cells.has(keyOf(cell)));
  return { changes: open.filter((cell) => of.cells.has(keyOf(cell)) !== on).map((cell) => ({ ...cell, on })), locked };
}

/** Turns every cell of a block off. */
export function cleared(of: Of, range: Range): Fill {
  const { open, locked } = blockOf(of, range);
  return { changes: open.filter((cell) => of.cells.has(keyOf(cell))).map((cell) => ({ ...cell, on: false })), locked };
}

/** Puts one place into every cell of a block, and turns it on. */
export function placed(of: Of, range: Range, place: string): Fill {
  const { open, locked } = blockOf(of, range);
  const others = open.filter((cell) => of.cells.get(keyOf(cell)) !== place);
  return { changes: others.map((cell) => ({ ...cell, on: true, place })), locked };
}

type Cell = Pick<CellChange, 'column' | 'unit' | 'criterion'>;

function blockOf({ lines, columns, isLocked }: Of, { top, bottom, left, right }: Range) {
  const open: Cell[] = [];
  const locked: CriterionLine[] = [];
  for (const line of lines.slice(top, bottom + 1)) {
    if (line.kind !== 'criterion') continue;
    const unit = line.unit.code;
    const criterion = line.criterion.number;
    if (isLocked(unit, criterion)) locked.push(line);
    else open.push(...columns.slice(left, right + 1).map(({ id }) => ({ column: id, unit, criterion })));
  }
  return { open, locked };
}

function keyOf({ column, unit, criterion }: Cell): string {
  return cellKey(column, unit, criterion);
}
