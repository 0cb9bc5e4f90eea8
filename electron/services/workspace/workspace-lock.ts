import { join } from 'node:path';
import Database from 'better-sqlite3';

/**
 * Holds a workspace for one process. An exclusive lock on an empty database file: the system lets go of it when the
 * process ends, however it ends, so a stale lock cannot happen. Null where another process holds it.
 */
export function holdWorkspace(folder: string): (() => void) | null {
  const holder = new Database(join(folder, 'workspace.lock'), { timeout: 0 });
  try {
    holder.pragma('journal_mode = MEMORY');
    holder.exec('BEGIN EXCLUSIVE');
    // On a file that can only be read the lock would be a shared one; a change that is never committed needs a true one.
    holder.pragma('user_version = 1');
  } catch (error) {
    holder.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  return () => holder.close();
}
