import type { Table } from '../../../shared/documents/document.ts';
import { points } from '../fonts/text-operators.ts';
import { drawPiece, type Flow } from './flow.ts';
import { INK } from './page.ts';
import { pdfString } from './pdf-string.ts';
import type { Piece } from './piece.ts';
import type { StructureNode } from './structure-node.ts';
import { type LaidRow, layRow, PADDING } from './table-layout.ts';

/** A row is not begun in less than this, in points, unless all of it fits. */
const LEAST_START = 46;
/** A head that takes more of a page than this is not repeated. */
const MOST_HEAD = 0.4;

/** Draws a table; rows flow over pages, their columns side by side, and the head stands on every page. */
export function drawTable(flow: Flow, table: Table, parent: StructureNode): void {
  const of: StructureNode = {
    tag: 'Table',
    parent,
    attributes: { O: 'Table', Summary: pdfString(table.summary) },
  };
  const head = table.head.map((row) => layRow(row, table, of));
  const rows = table.rows.map((row) => layRow(row, table, of));
  const headHeight = head.reduce((sum, row) => sum + row.height, 0);
  const repeated = headHeight <= flow.capacity * MOST_HEAD ? head : [];
  const first = rows[0];
  const needed = headHeight + (first ? Math.min(first.height, LEAST_START) : 0);
  if (needed > flow.room && !flow.atTop) flow.newPage();
  for (const row of head) drawRow(flow, row, []);
  for (const row of rows) drawRow(flow, row, repeated);
}

function drawRow(flow: Flow, row: LaidRow, head: readonly LaidRow[]): void {
  const headHeight = head.reduce((sum, each) => sum + each.height, 0);
  const nextPage = (): void => {
    flow.newPage();
    for (const each of head) drawRepeatedHead(flow, each);
  };
  if (row.height > flow.room && !flow.atTop) {
    const fitsOnOne = row.height <= flow.capacity - headHeight;
    if ((row.together && fitsOnOne) || flow.room < Math.min(row.height, LEAST_START)) nextPage();
  }
  let left = row.cells.map((cell) => cell.pieces);
  let height = row.height;
  for (;;) {
    if (height <= flow.room) {
      drawSlice(flow, row, left, height);
      return;
    }
    const slice = left.map((pieces) => fitting(pieces, flow.room - PADDING.above - PADDING.below));
    const taken = slice.reduce((sum, pieces) => sum + pieces.length, 0);
    if (
      taken === 0 &&
      height - flow.room > 0 &&
      left.some((pieces) => pieces.length > 0) &&
      !onFreshPage(flow, headHeight)
    ) {
      nextPage();
      continue;
    }
    const drawn = taken === 0 ? left.map((pieces) => pieces.slice(0, 1)) : slice;
    drawSlice(flow, row, drawn, Math.min(flow.room, height));
    left = left.map((pieces, column) => withoutGaps(pieces.slice(drawn[column]?.length ?? 0)));
    if (left.every((pieces) => pieces.length === 0)) return;
    height =
      Math.max(...left.map((pieces) => pieces.reduce((sum, piece) => sum + piece.height, 0))) +
      PADDING.above +
      PADDING.below;
    nextPage();
  }
}

function onFreshPage(flow: Flow, headHeight: number): boolean {
  return flow.capacity - flow.room <= headHeight + 0.01;
}

/** As many pieces as fit in `room`, without parting what belongs together. */
function fitting(pieces: readonly Piece[], room: number): readonly Piece[] {
  let used = 0;
  let count = 0;
  let last = 0;
  for (const piece of pieces) {
    used += piece.height;
    if (used > room) break;
    count++;
    if (!piece.keepWithNext) last = count;
  }
  return pieces.slice(0, count === pieces.length ? count : last > 0 ? last : count);
}

function withoutGaps(pieces: readonly Piece[]): readonly Piece[] {
  const start = pieces.findIndex((piece) => piece.marks.length > 0);
  return start === -1 ? [] : pieces.slice(start);
}

/** Draws what a page holds of a row, with its borders. */
function drawSlice(flow: Flow, row: LaidRow, pieces: readonly (readonly Piece[])[], height: number): void {
  drawGrid(flow, row, height);
  flow.pdf.element(row.node);
  for (const cell of row.cells) flow.pdf.element(cell.node);
  for (const [column, cell] of row.cells.entries()) {
    let y = flow.y + PADDING.above;
    for (const piece of pieces[column] ?? []) {
      drawPiece(flow.pdf, piece, cell.x + PADDING.across, y);
      y += piece.height;
    }
  }
  flow.y += height;
}

/** A head on a later page: drawn, but no part of the text, which has it already. */
function drawRepeatedHead(flow: Flow, row: LaidRow): void {
  drawGrid(flow, row, row.height);
  flow.pdf.mark('Pagination');
  for (const cell of row.cells) {
    let y = flow.y + PADDING.above;
    for (const piece of cell.pieces) {
      for (const mark of piece.marks) mark.draw(flow.pdf, cell.x + PADDING.across, y);
      y += piece.height;
    }
  }
  flow.y += row.height;
}

function drawGrid(flow: Flow, row: LaidRow, height: number): void {
  const box = (x: number, width: number): string =>
    `${points(x)} ${points(flow.y)} ${points(width)} ${points(height)} re`;
  flow.pdf.mark('Layout');
  const shaded = row.cells.filter((cell) => cell.shaded).map((cell) => box(cell.x, cell.width));
  if (shaded.length > 0) flow.pdf.operators(`${INK.headGrey} g ${shaded.join(' ')} f 0 g`);
  flow.pdf.operators(`${INK.hairline} w ${row.cells.map((cell) => box(cell.x, cell.width)).join(' ')} S`);
}
