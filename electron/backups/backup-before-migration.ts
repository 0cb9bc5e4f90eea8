import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Db, openDatabase } from '../db/connection.ts';
import { schemaVersion } from '../db/migrations/migrate.ts';

/**
 * Copies the database before its schema changes and checks the copy. `VACUUM INTO`, because the online backup does not
 * work on an encrypted database; the copy has the same key. Throws where the copy is not sound.
 */
export function backupBeforeMigration(db: Db, key: Buffer, folder: string, name: string): string {
  mkdirSync(join(folder, 'backups'), { recursive: true });
  const file = join(folder, 'backups', name);
  db.prepare('VACUUM INTO ?').run(file);
  const copy = openDatabase(file, key);
  try {
    const check: unknown = copy.pragma('integrity_check', { simple: true });
    if (check !== 'ok' || schemaVersion(copy) !== schemaVersion(db)) throw new Error('The backup is not sound');
  } finally {
    copy.close();
  }
  return file;
}
