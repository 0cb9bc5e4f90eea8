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

/**
 * One transaction around a change of state and its audit event: an expected failure or a thrown bug undoes both.
 * Nothing inside may be async.
 */
export function inTransaction<T, E>(db: Db, work: () => Result<T, E>): Result<T, E> {
  try {
    return db
      .transaction(() => {
        const result = work();
        if (!result.ok) throw new RolledBack(result.error);
        return result;
      })
      .immediate();
  } catch (error) {
    if (error instanceof RolledBack) return { ok: false, error: error.failure };
    throw error;
  }
}
