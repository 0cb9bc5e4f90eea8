import { existsSync } from 'node:fs';
import type { Result } from '../../shared/lib/result.ts';
import type { Db } from './connection.ts';

/** Thrown inside a transaction to undo it and carry the failure out as a value. */
class RolledBack<E> extends Error {
  readonly failure: E;
  constructor(failure: E) {
    super('Rolled back');
    this.failure = failure;
  }
}

/** Thrown where the database cannot take a change any more; nothing was changed. */
export class DatabaseLost extends Error {
  /** `closed`: the workspace was locked meanwhile. `gone`: its file is no longer where it was. */
  readonly reason: 'closed' | 'gone';
  constructor(reason: 'closed' | 'gone') {
    super(`The database is ${reason}`);
    this.reason = reason;
  }
}

/**
 * One transaction around a change of state and its audit event: an expected failure or a thrown bug undoes both.
 * Nothing inside may be async. Throws DatabaseLost.
 */
export function inTransaction<T, E>(db: Db, work: () => Result<T, E>): Result<T, E> {
  try {
    return atOnce(db, () => {
      const result = work();
      if (!result.ok) throw new RolledBack(result.error);
      return result;
    });
  } catch (error) {
    if (error instanceof RolledBack) return { ok: false, error: error.failure };
    throw error;
  }
}

/** The same around work that has no expected failure. */
export function atOnce<T>(db: Db, work: () => T): T {
  if (!db.open) throw new DatabaseLost('closed');
  // A file that was deleted while it was open still takes every change, and keeps none.
  if (!existsSync(db.name)) throw new DatabaseLost('gone');
  return db.transaction(work).immediate();
}
