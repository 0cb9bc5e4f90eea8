import type { Db, Readable } from '../connection.ts';
import { statement } from '../statement.ts';

/**
 * `slots`: SHA-256 of the slots file that was in force when the workspace was last open. `appearance`: how the app
 * looks, as JSON. `audit-head`: the newest link of the chain when it was written, so that a chain that lost its end shows.
 * `due-dates`: how the centre counts to a due date. `bank-starters`: the files of starter statements that were brought in.
 */
export type SettingName = 'slots' | 'appearance' | 'audit-head' | 'due-dates' | 'bank-starters';

export function readSetting(db: Readable, name: SettingName): string | null {
  const read = statement<[string], { value: string }>(db, 'SELECT value FROM setting WHERE name = ?');
  return read.get(name)?.value ?? null;
}

export function writeSetting(db: Db, name: SettingName, value: string): void {
  db.prepare(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, value);
}
