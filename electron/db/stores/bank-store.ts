import type { Instant } from '../../../shared/lib/dates.ts';
import type { BankPlace, BankStatement, StatementKind } from '../../../shared/model/comment-bank.ts';
import type { StatementId } from '../../../shared/model/ids.ts';
import type { Db, Readable } from '../connection.ts';
import { statement } from '../statement.ts';

type Row = {
  readonly id: StatementId;
  readonly kind: StatementKind;
  readonly text: string;
  readonly places: string;
  readonly origin: BankStatement['origin'];
  readonly uses: number;
  readonly lastUsed: Instant | null;
};
const COLUMNS = 'id, kind, text, places, origin, uses, last_used_at AS lastUsed';

/** The whole bank, oldest first. */
export function readBank(db: Readable): readonly BankStatement[] {
  return statement<[], Row>(db, `SELECT ${COLUMNS} FROM bank_statement WHERE removed = 0 ORDER BY rowid`)
    .all()
    .map(fromRow);
}

export function countBank(db: Readable): number {
  const row = statement<[], { total: number }>(db, 'SELECT count(*) AS total FROM bank_statement WHERE removed = 0');
  return row.get()?.total ?? 0;
}

export function readStatement(db: Readable, id: StatementId): BankStatement | null {
  const row = statement<[string], Row>(db, `SELECT ${COLUMNS} FROM bank_statement WHERE id = ? AND removed = 0`);
  const found = row.get(id);
  return found ? fromRow(found) : null;
}

/** The statement with these words, where there is one. */
export function statementByText(db: Readable, kind: StatementKind, text: string): BankStatement | null {
  const found = statement<[string, string], Row>(
    db,
    `SELECT ${COLUMNS} FROM bank_statement WHERE kind = ? AND text = ? AND removed = 0`,
  ).get(kind, text);
  return found ? fromRow(found) : null;
}

export function insertStatement(db: Db, { places, ...rest }: BankStatement): void {
  statement<[Omit<Row, 'places'> & { readonly places: string }]>(
    db,
    `INSERT INTO bank_statement (id, kind, text, places, origin, uses, last_used_at, removed)
     VALUES (@id, @kind, @text, @places, @origin, @uses, @lastUsed, 0)`,
  ).run({ ...rest, places: JSON.stringify(places) });
}

export function updateStatement(db: Db, { id, kind, text, places, origin }: BankStatement): void {
  statement<[string, string, string, string, string]>(
    db,
    'UPDATE bank_statement SET kind = ?, text = ?, places = ?, origin = ? WHERE id = ?',
  ).run(kind, text, JSON.stringify(places), origin, id);
}

export function noteUse(db: Db, id: StatementId, at: Instant): void {
  statement<[string, string]>(
    db,
    'UPDATE bank_statement SET uses = uses + 1, last_used_at = ? WHERE id = ? AND removed = 0',
  ).run(at, id);
}

/** Says whether there was such a statement to remove. */
export function markRemoved(db: Db, id: StatementId): boolean {
  const done = statement<[string]>(db, 'UPDATE bank_statement SET removed = 1 WHERE id = ? AND removed = 0').run(id);
  return done.changes === 1;
}

/** A statement that was removed and is still to be had, brought back. */
export function markRestored(db: Db, id: StatementId): void {
  statement<[string]>(db, 'UPDATE bank_statement SET removed = 0 WHERE id = ?').run(id);
}

export function readRemoved(db: Readable, id: StatementId): BankStatement | null {
  const found = statement<[string], Row>(db, `SELECT ${COLUMNS} FROM bank_statement WHERE id = ? AND removed = 1`).get(
    id,
  );
  return found ? fromRow(found) : null;
}

/** Forgets what was removed. */
export function deleteRemoved(db: Db): void {
  db.prepare('DELETE FROM bank_statement WHERE removed = 1').run();
}

function fromRow({ places, ...rest }: Row): BankStatement {
  // Written by insertStatement and updateStatement alone.
  return { ...rest, places: JSON.parse(places) as readonly BankPlace[] };
}
