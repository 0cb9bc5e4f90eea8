import type { Cell, Row, Table } from '../../../shared/documents/document.ts';
import { cellPieces } from './cell-pieces.ts';
import { STYLE } from './house-style.ts';
import { PAGE, TEXT_WIDTH } from './page.ts';
import { heightOf, type Piece } from './piece.ts';
import type { StructureNode } from './structure-node.ts';
import { textPieces } from './text-pieces.ts';

/** Inside a cell, in points. */
export const PADDING = { across: 4, above: 3, below: 3.5 } as const;

export type LaidCell = {
  readonly node: StructureNode;
  readonly x: number;
  readonly width: number;
  readonly shaded: boolean;
  readonly pieces: readonly Piece[];
  /** What says on a later page which row this is; empty in cells that are no row heads. */
  readonly continued: readonly Piece[];
};

export type LaidRow = {
  readonly node: StructureNode;
  readonly cells: readonly LaidCell[];
  /** The row's height if it is not parted, in points. */
  readonly height: number;
  readonly together: boolean;
  readonly withNext: boolean;
};

/** Lays a row out in its table's columns. Throws if the cells do not fill the columns: that is a bug of the document. */
export function layRow(row: Row, table: Table, parent: StructureNode): LaidRow {
  const node: StructureNode = { tag: 'TR', parent };
  let column = 0;
  const cells = row.cells.map((cell) => {
    const span = cell.span ?? 1;
    const left = shareOf(table, 0, column);
    const share = shareOf(table, column, column + span);
    column += span;
    const width = share * TEXT_WIDTH;
    const cellNode = cellNodeOf(cell, span, node);
    return {
      node: cellNode,
      x: PAGE.left + left * TEXT_WIDTH,
      width,
      shaded: cell.shaded ?? false,
      pieces: cellPieces(cell, width - PADDING.across * 2, cellNode),
      continued: continuedPieces(cell, width - PADDING.across * 2, cellNode),
    };
  });
  if (column !== table.columns.length) throw new Error(`A row of "${table.summary}" does not fill its columns`);
  const content = Math.max(0, ...cells.map((cell) => heightOf(cell.pieces)));
  const height = Math.max(content + PADDING.above + PADDING.below, row.minimumHeight ?? 0);
  return { node, cells, height, together: row.together ?? false, withNext: row.withNext ?? false };
}

function shareOf(table: Table, from: number, to: number): number {
  return table.columns.slice(from, to).reduce((sum, share) => sum + share, 0);
}

function cellNodeOf(cell: Cell, span: number, parent: StructureNode): StructureNode {
  const spans = span > 1 ? { ColSpan: span } : {};
  if (cell.head) {
    const attributes = { O: 'Table', Scope: cell.head === 'column' ? 'Column' : 'Row', ...spans };
    return { tag: 'TH', parent, attributes };
  }
  return span > 1 ? { tag: 'TD', parent, attributes: { O: 'Table', ...spans } } : { tag: 'TD', parent };
}

/** A criterion may be a paragraph: of so many characters its start tells which one it is. */
const MOST_CONTINUED = 80;

/** The row's first words, for the pages that the row runs on over. */
function continuedPieces(cell: Cell, width: number, of: StructureNode): readonly Piece[] {
  const [first] = cell.content;
  if (cell.head !== 'row') return [];
  if (first?.kind === 'text') return textPieces(`${first.text} (continued)`, STYLE.small, width, of);
  const criterion = first?.kind === 'bullets' ? (first.items[0] ?? '') : '';
  if (criterion === '') return [];
  const start =
    criterion.length <= MOST_CONTINUED ? criterion : `${criterion.slice(0, MOST_CONTINUED).toWellFormed()}…`;
  return textPieces(`${start} (continued)`, STYLE.small, width, of);
}
