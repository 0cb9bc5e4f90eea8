import type { Db } from '../connection.ts';
import { first } from './0001-first.ts';
import type { Migration } from './migration.ts';

/** Every migration in order; the list is explicit, so that nothing on disk can add to it. */
export const migrations: readonly Migration[] = [first];

export const CURRENT_VERSION = migrations.length;

/** Thrown where a newer app wrote the database: nothing is touched. */
export class FutureDatabase extends Error {
  readonly found: number;
  constructor(found: number, known: number) {
    super(`The database has schema ${found}, this app knows ${known}`);
    this.found = found;
  }
}

/**
 * Brings the schema to the last of `steps`, each step and its version number in one transaction. `backup` runs once
 * before the first step on a database that already holds something. Throws FutureDatabase.
 */
export function migrate(db: Db, backup: (from: number) => void, steps: readonly Migration[] = migrations): void {
  const found = schemaVersion(db);
  if (found > steps.length) throw new FutureDatabase(found, steps.length);
  if (found > 0 && found < steps.length) backup(found);
  for (const migration of steps.slice(found)) {
    db.transaction(() => {
      db.exec(migration.sql);
      db.pragma(`user_version = ${migration.version}`);
    }).exclusive();
  }
}

/** The schema's version as the database says it; 0 in a new one. */
export function schemaVersion(db: Db): number {
  const version: unknown = db.pragma('user_version', { simple: true });
  return typeof version === 'number' ? version : 0;
}
