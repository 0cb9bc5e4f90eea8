import { describe, expect, it } from 'vitest';
import type { Db } from '../../electron/db/connection.ts';
import { CURRENT_VERSION, migrate, migrations, schemaVersion } from '../../electron/db/migrations/migrate.ts';
import { emptyDatabase } from '../support/temporary-database.ts';
import { ROWS_AT_1 } from './rows-at-1.ts';

/** Rows as each version holds them, by version; a new migration brings the rows of the version before it. */
const ROWS: Readonly<Record<number, readonly string[]>> = { 1: ROWS_AT_1 };

function databaseAt(version: number): Db {
  const { db } = emptyDatabase();
  migrate(db, () => undefined, migrations.slice(0, version));
  for (const sql of ROWS[version] ?? []) db.exec(sql);
  return db;
}

function tables(db: Db): readonly string[] {
  return db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .map((row) => row.name);
}

const countRows = (db: Db, table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

function expectSound(db: Db): void {
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
}

describe('the migrations', () => {
  it('are numbered from 1 without a gap', () => {
    expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_migration, at) => at + 1));
    expect(CURRENT_VERSION).toBe(migrations.length);
  });

  it.each(migrations)('have rows to try version $version with, in every table that it has', ({ version }) => {
    const db = databaseAt(version);
    const empty = tables(db).filter((table) => countRows(db, table) === 0);
    expect(empty).toEqual([]);
    expectSound(db);
  });

  it.each(migrations)('bring a database of the version before to $version ($name), rows and all', ({ version }) => {
    const db = databaseAt(version - 1);
    const before = tables(db);
    migrate(db, () => undefined, migrations.slice(0, version));
    expect(schemaVersion(db)).toBe(version);
    for (const table of before) if (tables(db).includes(table)) expect(countRows(db, table)).toBe(1);
    expectSound(db);
  });

  it('make the same schema in one run as step by step', () => {
    const schemaOf = (db: Db) => db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
    const stepped = emptyDatabase().db;
    for (const { version } of migrations) migrate(stepped, () => undefined, migrations.slice(0, version));
    const atOnce = emptyDatabase().db;
    migrate(atOnce, () => undefined);
    expect(schemaOf(stepped)).toEqual(schemaOf(atOnce));
  });

  it('change nothing in a database that is current', () => {
    const { db } = emptyDatabase();
    migrate(db, () => undefined);
    const changes = db.prepare('SELECT total_changes()').pluck().get();
    migrate(db, () => {
      throw new Error('There is nothing to back up for');
    });
    expect(db.prepare('SELECT total_changes()').pluck().get()).toBe(changes);
  });
});

describe('a step to come', () => {
  const next = { version: CURRENT_VERSION + 1, name: 'next', sql: 'CREATE TABLE next (id TEXT NOT NULL) STRICT;' };
  const broken = { ...next, sql: `${next.sql} INSERT INTO centre (id) VALUES ('half');` };

  it('is backed up for once, before it changes anything', () => {
    const db = databaseAt(CURRENT_VERSION);
    const backups: unknown[] = [];
    migrate(db, (from) => backups.push([from, schemaVersion(db), tables(db).includes('next')]), [...migrations, next]);
    expect(backups).toEqual([[CURRENT_VERSION, CURRENT_VERSION, false]]);
    expect(schemaVersion(db)).toBe(CURRENT_VERSION + 1);
    expect(countRows(db, 'learner')).toBe(1);
  });

  it('is not taken where the backup fails', () => {
    const db = databaseAt(CURRENT_VERSION);
    const fail = () => {
      throw new Error('No room for a backup');
    };
    expect(() => migrate(db, fail, [...migrations, next])).toThrow('No room');
    expect(schemaVersion(db)).toBe(CURRENT_VERSION);
    expect(tables(db)).not.toContain('next');
  });

  it('leaves nothing of itself where it fails halfway', () => {
    const db = databaseAt(CURRENT_VERSION);
    expect(() => migrate(db, () => undefined, [...migrations, broken])).toThrow(/NOT NULL/);
    expect(schemaVersion(db)).toBe(CURRENT_VERSION);
    expect(tables(db)).not.toContain('next');
    expectSound(db);
  });
});
