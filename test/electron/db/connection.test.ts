import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { DatabaseRefused, openDatabase } from '../../../electron/db/connection.ts';
import { filesWith } from '../../support/files-under.ts';
import { emptyDatabase, temporaryDatabase } from '../../support/temporary-database.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('an encrypted database', () => {
  it('is refused to another key, and is as it was', () => {
    const { db, file } = temporaryDatabase();
    db.close();
    const before = readFileSync(file);
    expect(() => openDatabase(file, randomBytes(32))).toThrow(DatabaseRefused);
    expect(() => openDatabase(file, randomBytes(32))).toThrow('wrong-key-or-damaged');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it.each([0, 16, 31, 33, 64])(
    'is not opened with a key of %i bytes, which would be taken for a passphrase',
    (length) => {
      expect(() => openDatabase(join(temporaryFolder(), 'test.db'), randomBytes(length))).toThrow(RangeError);
    },
  );

  it('is not mistaken for a plain one', () => {
    const file = join(temporaryFolder(), 'plain.db');
    const plain = new Database(file);
    plain.exec('CREATE TABLE t (x)');
    plain.close();
    expect(() => openDatabase(file, randomBytes(32))).toThrow(DatabaseRefused);
  });

  it('shows that a byte of any page was altered when the page is read', () => {
    const { db, file, key } = emptyDatabase();
    db.exec('CREATE TABLE t (x TEXT) STRICT');
    const insert = db.prepare('INSERT INTO t (x) VALUES (?)');
    for (let row = 0; row < 200; row += 1) insert.run(`row ${row} ${'x'.repeat(200)}`);
    db.close();
    const good = readFileSync(file);
    const pages = good.length / 4096;
    expect(pages).toBeGreaterThan(5);
    for (let page = 0; page < pages; page += 1) {
      const altered = Buffer.from(good);
      altered[page * 4096 + 1000] = (altered[page * 4096 + 1000] ?? 0) ^ 1;
      writeFileSync(file, altered);
      expect(() => {
        const again = openDatabase(file, key);
        try {
          again.prepare('SELECT count(*), sum(length(x)) FROM t').get();
        } finally {
          again.close();
        }
      }).toThrow();
    }
  });

  it('has no plain word in any of its files, while it is written and after', () => {
    const { db, folder } = emptyDatabase();
    db.exec('CREATE TABLE secret (words TEXT) STRICT');
    db.prepare('INSERT INTO secret (words) VALUES (?)').run('reflections of Rhys Jones '.repeat(1000));
    expect(filesWith(folder, 'Rhys Jones')).toEqual([]);
    db.close();
    expect(filesWith(folder, 'Rhys Jones')).toEqual([]);
    expect(filesWith(folder, 'CREATE TABLE')).toEqual([]);
  });

  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['recursive_triggers', 1],
    ['temp_store', 2],
    ['trusted_schema', 0],
    ['secure_delete', 1],
  ])('has %s %s', (pragma, value) => {
    expect(emptyDatabase().db.pragma(pragma, { simple: true })).toBe(value);
  });
});
