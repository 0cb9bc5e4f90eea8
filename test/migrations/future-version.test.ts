import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../electron/db/connection.ts';
import { CURRENT_VERSION, FutureDatabase, migrate } from '../../electron/db/migrations/migrate.ts';
import { openWorkspace } from '../../electron/services/workspace/open-workspace.ts';
import { refusal } from '../support/result.ts';
import { temporaryDatabase } from '../support/temporary-database.ts';
import { temporaryWorkspace } from '../support/temporary-workspace.ts';
import { PASSPHRASE } from '../support/workspace-details.ts';

it('a database from the future is refused, and no byte of it changes', () => {
  const { db, file, key } = temporaryDatabase();
  db.pragma(`user_version = ${CURRENT_VERSION + 1}`);
  db.close();
  const before = readFileSync(file);
  const again = openDatabase(file, key);
  const backup = () => {
    throw new Error('Nothing is to be done to it, not even a backup');
  };
  expect(() => migrate(again, backup)).toThrow(FutureDatabase);
  again.close();
  expect(readFileSync(file).equals(before)).toBe(true);
});

it('a workspace from the future is refused with both versions', async () => {
  const made = await temporaryWorkspace();
  made.now().db.pragma('user_version = 99');
  made.now().close();
  const database = join(made.folder, 'workspace.db');
  const before = readFileSync(database);
  expect(refusal(await openWorkspace(made.folder, PASSPHRASE, made.clock))).toEqual({
    code: 'workspace-from-the-future',
    found: 99,
    known: CURRENT_VERSION,
  });
  expect(readFileSync(database).equals(before)).toBe(true);
});
