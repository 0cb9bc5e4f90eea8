import Database from 'better-sqlite3';

/** A connection that may write. Stores that only read take a `Readable`. */
export type Db = Database.Database;
export type Readable = Pick<Db, 'prepare'>;

/** Why a database could not be opened. */
export class DatabaseRefused extends Error {
  readonly reason: 'wrong-key-or-damaged' | 'busy';
  constructor(reason: 'wrong-key-or-damaged' | 'busy') {
    super(`The database was refused: ${reason}`);
    this.reason = reason;
  }
}

/** Opens an encrypted database with its 32-byte raw key, with the pragmas that the store relies on. Throws DatabaseRefused. */
export function openDatabase(file: string, key: Buffer): Db {
  if (key.length !== 32) throw new RangeError('A database key has 32 bytes');
  const db = new Database(file, { timeout: 2000 });
  try {
    // The very first call, and the length is ours to check: another length would be taken as a passphrase.
    db.pragma(`key = 'raw:${key.toString('hex')}'`);
    db.pragma('temp_store = MEMORY');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // Without it a REPLACE deletes a row past the triggers that keep the audit chain append-only.
    db.pragma('recursive_triggers = ON');
    db.pragma('trusted_schema = OFF');
    db.pragma('secure_delete = ON');
    refuseReadOnly(db);
    return db;
  } catch (error) {
    db.close();
    throw refusal(error);
  }
}

/** SQLite opens a file that cannot be written for reading only, and says so at the first change. Asked at once instead. */
function refuseReadOnly(db: Db): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.pragma(`user_version = ${db.pragma('user_version', { simple: true })}`);
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
  }
}

/** What a fault of the database is: a refusal where the file is not sound or held by another, the fault itself elsewhere. */
export function refusal(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  if (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT')) {
    return new DatabaseRefused('wrong-key-or-damaged');
  }
  if (error.code.startsWith('SQLITE_BUSY')) return new DatabaseRefused('busy');
  return error;
}
