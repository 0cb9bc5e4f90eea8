import type { Row, Table } from '../../../shared/documents/document.ts';
import { points } from '../fonts/text-operators.ts';
import { drawPiece, type Flow } from './flow.ts';
import { INK } from './page.ts';
import { pdfString } from './pdf-string.ts';
import { heightOf, type Piece } from './piece.ts';
import type { StructureNode } from './structure-node.ts';
import { type LaidCell, type LaidRow, layRow, PADDING } from './table-layout.ts';

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
  if (neededFor(head, rows, table, flow.capacity) > flow.room && !flow.atTop) flow.newPage();
  const headHeight = total(head);
  const repeated = headHeight <= flow.capacity * MOST_HEAD ? head : [];
  for (const row of head) drawRow(flow, row, []);
  for (const [index, row] of rows.entries()) {
    const start = startOf(rows, index, flow.capacity - total(repeated));
    if (row.withNext && start > flow.room && !flow.atTop) nextPage(flow, repeated);
    drawRow(flow, row, repeated);
  }
}

/** What must fit on a page for the table to begin there, in points: no more than a page of `capacity` has. */
export function tableStart(table: Table, parent: StructureNode, capacity: number): number {
  const lay = (rows: readonly Row[]) => rows.map((row) => layRow(row, table, parent));
  const held = table.rows.findIndex((row) => !row.withNext);
  const rows = table.together ? table.rows : table.rows.slice(0, held < 0 ? undefined : held + 1);
  return neededFor(lay(table.head), lay(rows), table, capacity);
}

function neededFor(head: readonly LaidRow[], rows: readonly LaidRow[], table: Table, capacity: number): number {
  const headHeight = total(head);
  const whole = headHeight + total(rows);
  return table.together && whole <= capacity ? whole : headHeight + startOf(rows, 0, capacity - headHeight);
}

/** What must fit for a row to begin on a page of `capacity`: all of it, and the beginning of the one that it stays with. */
function startOf(rows: readonly LaidRow[], index: number, capacity: number): number {
  const row = rows[index];
  if (!row) return 0;
  if (!row.together || row.height > capacity) return Math.min(row.height, LEAST_START);
  const both = row.withNext ? row.height + startOf(rows, index + 1, capacity - row.height) : row.height;
  return both <= capacity ? both : row.height;
}

function nextPage(flow: Flow, head: readonly LaidRow[]): void {
  flow.newPage();
  for (const each of head) drawRepeatedHead(flow, each);
}

function total(rows: readonly LaidRow[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0);
}

/** Draws a row, over as many pages as it takes. */
function drawRow(flow: Flow, row: LaidRow, head: readonly LaidRow[]): void {
  const emptyPage = flow.capacity - total(head);
  const goesOnOnePage = row.together && row.height <= emptyPage;
  if (row.height > flow.room && (goesOnOnePage || flow.room < Math.min(row.height, LEAST_START)) && !flow.atTop) {
    nextPage(flow, head);
  }
  let left = row.cells.map((cell) => cell.pieces);
  let height = row.height;
  let begun = false;
  while (height > flow.room) {
    const room = flow.room - PADDING.above - PADDING.below;
    const fresh = flow.room > emptyPage - 0.01;
    const slice = left.map((pieces) => fitting(pieces, room, fresh));
    if (slice.some((pieces) => pieces.length > 0) || fresh) {
      drawSlice(flow, row, slice, flow.room, begun);
      left = left.map((pieces, column) => withoutGaps(pieces.slice(slice[column]?.length ?? 0)));
      if (left.every((pieces) => pieces.length === 0)) return;
      begun = true;
    }
    height =
      PADDING.above +
      PADDING.below +
      Math.max(...left.map(heightOf), ...row.cells.map((cell) => heightOf(cell.continued)));
    nextPage(flow, head);
  }
  drawSlice(flow, row, left, height, begun);
}

/** As many pieces as fit in `room`, without parting what belongs together; on a fresh page at least one. */
function fitting(pieces: readonly Piece[], room: number, fresh: boolean): readonly Piece[] {
  let used = 0;
  let count = 0;
  let whole = 0;
  for (const piece of pieces) {
    used += piece.height;
    if (used > room) break;
    count++;
    if (!piece.keepWithNext) whole = count;
  }
  if (count === pieces.length || whole > 0) return pieces.slice(0, count === pieces.length ? count : whole);
  return fresh ? pieces.slice(0, Math.max(count, 1)) : [];
}

function withoutGaps(pieces: readonly Piece[]): readonly Piece[] {
  const start = pieces.findIndex((piece) => piece.marks.length > 0);
  return start === -1 ? [] : pieces.slice(start);
}

/** Draws what a page holds of a row, with its borders. */
function drawSlice(
  flow: Flow,
  row: LaidRow,
  pieces: readonly (readonly Piece[])[],
  height: number,
  continued: boolean,
): void {
  drawGrid(flow, row, height);
  flow.pdf.element(row.node);
  for (const cell of row.cells) flow.pdf.element(cell.node);
  for (const [column, cell] of row.cells.entries()) {
    const shown = pieces[column] ?? [];
    if (continued && shown.length === 0) drawAside(flow, cell, cell.continued);
    let y = flow.y + PADDING.above;
    for (const piece of shown) {
      drawPiece(flow.pdf, piece, cell.x + PADDING.across, y);
      y += piece.height;
    }
  }
  flow.y += height;
}

/** A head on a later page: drawn, but no part of the text, which has it already. */
function drawRepeatedHead(flow: Flow, row: LaidRow): void {
  drawGrid(flow, row, row.height);
  for (const cell of row.cells) drawAside(flow, cell, cell.pieces);
  flow.y += row.height;
}

/** Draws what is said once more for the eye only. */
function drawAside(flow: Flow, cell: LaidCell, pieces: readonly Piece[]): void {
  flow.pdf.mark('Pagination');
  let y = flow.y + PADDING.above;
  for (const piece of pieces) {
    for (const mark of piece.marks) mark.draw(flow.pdf, cell.x + PADDING.across, y);
    y += piece.height;
  }
}

function drawGrid(flow: Flow, row: LaidRow, height: number): void {
  const box = (x: number, width: number): string =>
    `${points(x)} ${points(flow.y)} ${points(width)} ${points(height)} re`;
  flow.pdf.mark('Layout');
  const shaded = row.cells.filter((cell) => cell.shaded).map((cell) => box(cell.x, cell.width));
  if (shaded.length > 0) flow.pdf.operators(`${INK.headGrey} g ${shaded.join(' ')} f 0 g`);
  flow.pdf.operators(`${INK.hairline} w ${row.cells.map((cell) => box(cell.x, cell.width)).join(' ')} S`);
}
