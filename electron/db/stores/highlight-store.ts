import type { Highlight } from '../../../shared/model/highlight.ts';
import type { HighlightId, SheetId } from '../../../shared/model/ids.ts';
import type { Db, Readable } from '../connection.ts';
import { statement } from '../statement.ts';

type Row = Omit<Highlight, 'anchor'> & { anchor: string; removed: 0 | 1 };
const COLUMNS = 'id, number, script_id AS script, kind, section, anchor, words, note, created_at AS createdAt, removed';

export function insertHighlight(db: Db, sheet: SheetId, highlight: Highlight): void {
  const { id, number, script, kind, section, anchor, words, note, createdAt } = highlight;
  statement(
    db,
    `INSERT INTO highlight (id, sheet_id, number, script_id, kind, section, anchor, words, note, created_at, removed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
  ).run(id, sheet, number, script, kind, section, JSON.stringify(anchor), words, note, createdAt);
}

/** What a highlight is for, and the words beside it; its place stays. */
export function updateHighlight(db: Db, { id, kind, section, note }: Highlight): void {
  statement(db, 'UPDATE highlight SET kind = ?, section = ?, note = ? WHERE id = ?').run(kind, section, note, id);
}

export function setHighlightRemoved(db: Db, id: HighlightId, removed: boolean): void {
  statement(db, 'UPDATE highlight SET removed = ? WHERE id = ?').run(removed ? 1 : 0, id);
}

/** The highlights of a sheet by number, without those that were removed. */
export function highlightsOf(db: Readable, sheet: SheetId): readonly Highlight[] {
  return statement<[string], Row>(
    db,
    `SELECT ${COLUMNS} FROM highlight WHERE sheet_id = ? AND removed = 0 ORDER BY number`,
  )
    .all(sheet)
    .map(({ removed: _, ...row }) => fromRow(row));
}

export function readHighlight(
  db: Readable,
  sheet: SheetId,
  id: HighlightId,
): { readonly highlight: Highlight; readonly removed: boolean } | null {
  const row = statement<[string, string], Row>(
    db,
    `SELECT ${COLUMNS} FROM highlight WHERE id = ? AND sheet_id = ?`,
  ).get(id, sheet);
  if (!row) return null;
  const { removed, ...rest } = row;
  return { highlight: fromRow(rest), removed: removed === 1 };
}

/** The number after the highest one ever given on the sheet. */
export function nextHighlightNumber(db: Readable, sheet: SheetId): number {
  const row = statement<[string], { last: number | null }>(
    db,
    'SELECT max(number) AS last FROM highlight WHERE sheet_id = ?',
  ).get(sheet);
  return (row?.last ?? 0) + 1;
}

function fromRow(row: Omit<Row, 'removed'>): Highlight {
  return { ...row, anchor: JSON.parse(row.anchor) };
}
