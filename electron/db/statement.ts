import type { Statement } from 'better-sqlite3';
import type { Readable } from './connection.ts';

const kept = new WeakMap<Readable, Map<string, unknown>>();

/**
 * A statement that is prepared once for a connection and then used again: preparing costs more than running one on a
 * row. For what is asked at every keystroke; never leave one half read, the next to ask would find it busy.
 */
export function statement<Parameters extends unknown[], Row = unknown>(
  db: Readable,
  sql: string,
): Statement<Parameters, Row> {
  let statements = kept.get(db);
  if (!statements) {
    statements = new Map();
    kept.set(db, statements);
  }
  const known = statements.get(sql);
  // The text of a statement tells its parameters and its rows; its only caller has named them.
  if (known) return known as Statement<Parameters, Row>;
  const prepared = db.prepare<Parameters, Row>(sql);
  statements.set(sql, prepared);
  return prepared;
}
