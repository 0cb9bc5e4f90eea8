import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Db, openDatabase } from '../../electron/db/connection.ts';
import { migrate } from '../../electron/db/migrations/migrate.ts';
import { temporaryFolder } from './temporary-folder.ts';

export type TemporaryDatabase = {
  readonly folder: string;
  readonly file: string;
  readonly key: Buffer;
  readonly db: Db;
};

/** A real encrypted database without a schema, in a folder of its own. */
export function emptyDatabase(): TemporaryDatabase {
  const folder = temporaryFolder();
  const [file, key] = [join(folder, 'test.db'), randomBytes(32)];
  const db = openDatabase(file, key);
  onTestFinished(() => {
    db.close();
  });
  return { folder, file, key, db };
}

/** The same with the app's schema. */
export function temporaryDatabase(): TemporaryDatabase {
  const made = emptyDatabase();
  migrate(made.db, () => undefined);
  return made;
}
