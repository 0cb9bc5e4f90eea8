import type { Instant } from '../../../shared/lib/dates.ts';
import type { TextChange } from '../../../shared/lib/text-change.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import type { Db, Readable } from '../connection.ts';
import { statement } from '../statement.ts';

/** Steps belong to one revision of a sheet: what was signed is not undone. */
export type StepsOf = { readonly sheet: SheetId; readonly revision: number };

/** One step of a sheet's history of edits. Numbered from 1 without a gap; those that were undone are the last ones. */
export type UndoStep = {
  readonly sequence: number;
  readonly field: string;
  /** The stretch of what the field holds that the step changed. */
  readonly change: TextChange;
  /** Nothing more joins it, as a paste or a choice. */
  readonly whole: boolean;
  readonly beganAt: Instant;
  readonly savedAt: Instant;
};

type Row = Omit<UndoStep, 'change' | 'whole'> & { at: number; before: string; after: string; whole: 0 | 1 };
const COLUMNS = 'sequence, field, at, before, after, whole, began_at AS beganAt, saved_at AS savedAt';

/** The last step that stands. */
export function lastStep(db: Readable, { sheet, revision }: StepsOf): UndoStep | null {
  const row = statement<[string, number], Row>(
    db,
    `SELECT ${COLUMNS} FROM undo_step WHERE sheet_id = ? AND revision = ? AND undone = 0 ORDER BY sequence DESC LIMIT 1`,
  ).get(sheet, revision);
  return row ? fromRow(row) : null;
}

/** The first of the steps that were undone. */
export function firstUndone(db: Readable, { sheet, revision }: StepsOf): UndoStep | null {
  const after = lastStep(db, { sheet, revision })?.sequence ?? 0;
  const row = statement<[string, number, number], Row>(
    db,
    `SELECT ${COLUMNS} FROM undo_step WHERE sheet_id = ? AND revision = ? AND sequence = ?`,
  ).get(sheet, revision, after + 1);
  return row ? fromRow(row) : null;
}

/** Whether there is a step to undo, and one that was undone: the first of all stands, or the last of all does not. */
export function stepsLeft(
  db: Readable,
  { sheet, revision }: StepsOf,
): { readonly undo: boolean; readonly redo: boolean } {
  type Ends = { readonly first: 0 | 1 | null; readonly last: 0 | 1 | null };
  const ends = statement<[StepsOf], Ends>(
    db,
    `SELECT (SELECT undone FROM undo_step WHERE sheet_id = @sheet AND revision = @revision AND sequence = 1) AS first,
            (SELECT undone FROM undo_step WHERE sheet_id = @sheet AND revision = @revision
              ORDER BY sequence DESC LIMIT 1) AS last`,
  ).get({ sheet, revision });
  return { undo: ends?.first === 0, redo: ends?.last === 1 };
}

/** Puts a step in its place, one that is there already with what joined it. */
export function putStep(db: Db, { sheet, revision }: StepsOf, step: UndoStep): void {
  const { at, removed, inserted } = step.change;
  statement(
    db,
    `INSERT INTO undo_step (sheet_id, revision, sequence, field, at, before, after, whole, began_at, saved_at, undone)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
     ON CONFLICT (sheet_id, revision, sequence) DO UPDATE SET
       at = excluded.at, before = excluded.before, after = excluded.after, saved_at = excluded.saved_at`,
  ).run(
    sheet,
    revision,
    step.sequence,
    step.field,
    at,
    removed,
    inserted,
    step.whole ? 1 : 0,
    step.beganAt,
    step.savedAt,
  );
}

export function setUndone(db: Db, { sheet, revision }: StepsOf, sequence: number, undone: boolean): void {
  statement(db, 'UPDATE undo_step SET undone = ? WHERE sheet_id = ? AND revision = ? AND sequence = ?').run(
    undone ? 1 : 0,
    sheet,
    revision,
    sequence,
  );
}

/** Drops the steps from a number on; gives how many there were. */
export function dropSteps(db: Db, { sheet, revision }: StepsOf, from: number): number {
  return statement(db, 'DELETE FROM undo_step WHERE sheet_id = ? AND revision = ? AND sequence >= ?').run(
    sheet,
    revision,
    from,
  ).changes;
}

/** Drops every step of the sheet: a revision that is signed cannot be undone any more. */
export function dropAllSteps(db: Db, sheet: SheetId): void {
  statement(db, 'DELETE FROM undo_step WHERE sheet_id = ?').run(sheet);
}

function fromRow({ at, before, after, whole, ...row }: Row): UndoStep {
  return { ...row, change: { at, removed: before, inserted: after }, whole: whole === 1 };
}
