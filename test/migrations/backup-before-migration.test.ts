import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupBeforeMigration } from '../../electron/backups/backup-before-migration.ts';
import { DatabaseRefused, openDatabase } from '../../electron/db/connection.ts';
import { schemaVersion } from '../../electron/db/migrations/migrate.ts';
import { filesWith } from '../support/files-under.ts';
import { temporaryDatabase } from '../support/temporary-database.ts';
import { ROWS_AT_1 } from './rows-at-1.ts';

function filled() {
  const made = temporaryDatabase();
  for (const sql of ROWS_AT_1) made.db.exec(sql);
  return made;
}

describe('the backup before a migration', () => {
  it('holds what the database held when it was made, and nothing of what came after', () => {
    const { db, key, folder } = filled();
    const file = backupBeforeMigration(db, key, folder, 'schema-1.db');
    db.exec(`UPDATE learner SET name = 'Somebody else'`);
    const copy = openDatabase(file, key);
    expect(copy.prepare('SELECT name FROM learner').pluck().all()).toEqual(['Rhys Jones']);
    expect(schemaVersion(copy)).toBe(schemaVersion(db));
    expect(copy.pragma('foreign_key_check')).toEqual([]);
    copy.close();
  });

  it('is encrypted, with the same key only', () => {
    const { db, key, folder } = filled();
    const file = backupBeforeMigration(db, key, folder, 'schema-1.db');
    expect(filesWith(join(folder, 'backups'), 'Rhys')).toEqual([]);
    expect(readFileSync(file).subarray(0, 6).toString()).not.toBe('SQLite');
    expect(() => openDatabase(file, Buffer.alloc(32, 1))).toThrow(DatabaseRefused);
  });

  it('is one file that needs no other', () => {
    const { db, key, folder } = filled();
    backupBeforeMigration(db, key, folder, 'schema-1.db');
    expect(readdirSync(join(folder, 'backups'))).toEqual(['schema-1.db']);
  });

  it('never takes the place of another', () => {
    const { db, key, folder } = filled();
    const file = backupBeforeMigration(db, key, folder, 'schema-1.db');
    const before = readFileSync(file);
    expect(() => backupBeforeMigration(db, key, folder, 'schema-1.db')).toThrow(/already exists/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('throws where it has no place to go, so that nothing is migrated', () => {
    const { db, key, folder } = filled();
    writeFileSync(join(folder, 'backups'), 'a file where the folder should be');
    expect(() => backupBeforeMigration(db, key, folder, 'schema-1.db')).toThrow();
  });
});
