import { describe, expect, it } from 'vitest';
import type { Db } from '../../../electron/db/connection.ts';
import { ROWS_AT_1 } from '../../migrations/rows-at-1.ts';
import { temporaryDatabase } from '../../support/temporary-database.ts';

function filled(): Db {
  const { db } = temporaryDatabase();
  for (const sql of ROWS_AT_1) db.exec(sql);
  return db;
}

/** What an otherwise good row is refused for. */
const REFUSED: readonly (readonly [what: string, sql: string, why: RegExp])[] = [
  ['a text where a number belongs', `UPDATE script SET size = 'ten'`, /cannot store TEXT value in INTEGER/],
  ['a number where bytes belong', 'UPDATE person_key SET certificate = 1', /cannot store INT value in BLOB/],
  ['a second owner', `INSERT INTO person SELECT 'person-2', centre_id, name, roles, 1 FROM person`, /UNIQUE/],
  ['an owner who is neither', 'UPDATE person SET is_owner = 2', /CHECK/],
  ['roles that are no JSON', `UPDATE person SET roles = 'assessor'`, /CHECK/],
  ['a person of no centre', `UPDATE person SET centre_id = 'elsewhere'`, /FOREIGN KEY/],
  ['a short fingerprint', `UPDATE person_key SET fingerprint = 'abc'`, /CHECK/],
  ['a pack that is no JSON', `UPDATE pack SET content = '{'`, /CHECK/],
  [
    'another pack of the same version',
    `INSERT INTO pack SELECT replace(digest, '2', '9'), code, version, content, 0, added_at FROM pack`,
    /UNIQUE/,
  ],
  [
    'a registration number twice in a centre',
    `INSERT INTO learner SELECT 'learner-2', centre_id, name, 'Abc123', registration_key, cohort, search_text, family_key, created_at FROM learner`,
    /UNIQUE/,
  ],
  ['a learner without a name', 'UPDATE learner SET name = NULL', /NOT NULL/],
  ['an attempt numbered nought', 'UPDATE attempt SET number = 0', /CHECK/],
  ['a second attempt after none', 'UPDATE attempt SET number = 2', /CHECK/],
  ['a first attempt after another', `UPDATE attempt SET previous_id = 'attempt-1'`, /CHECK/],
  ['a Return without its reason', `UPDATE attempt SET returned_on = '2026-11-03'`, /CHECK/],
  ['a refusal box half ticked', 'UPDATE attempt SET standardisation_refused = 2', /CHECK/],
  [
    'an attempt with the number of another',
    `INSERT INTO attempt SELECT 'attempt-2', learner_id, pack_digest, pack_code, assessment, number, previous_id, date_received, declaration_date, standardisation_refused, returned_on, return_reason, created_at FROM attempt`,
    /UNIQUE/,
  ],
  ['an attempt of nobody', `UPDATE attempt SET learner_id = 'nobody'`, /FOREIGN KEY/],
  ['an empty script', 'UPDATE script SET size = 0', /CHECK/],
  ['a script shown in a way that is not known', `UPDATE script SET display = 'film'`, /CHECK/],
  ['a script with a short digest', `UPDATE script SET sha256 = 'abc'`, /CHECK/],
  [
    'a second official sheet of an attempt',
    `INSERT INTO sheet SELECT 'sheet-2', attempt_id, purpose, pack_digest, assessment, assessor_id, revision, reopen_reason, state, version, redo, saved_at, outcome, total, sections_marked FROM sheet`,
    /UNIQUE/,
  ],
  ['a sheet in a state that is not known', `UPDATE sheet SET state = 'lost'`, /CHECK/],
  ['a sheet with an outcome that is not known', `UPDATE sheet SET outcome = 'fail'`, /CHECK/],
  ['a revision nought', 'UPDATE sheet SET revision = 0', /CHECK/],
  ['a mark below nought', 'UPDATE sheet_section SET mark = -1', /CHECK/],
  ['half a mark', 'UPDATE sheet_section SET mark = 7.5', /cannot store REAL value in INTEGER/],
  ['a section of no sheet', `UPDATE sheet_section SET sheet_id = 'no sheet'`, /FOREIGN KEY/],
  ['a section twice on a sheet', `INSERT INTO sheet_section SELECT * FROM sheet_section`, /UNIQUE/],
  ['a carried section that is no JSON', `UPDATE sheet_section SET carried = 'sheet 1'`, /CHECK/],
  ['a second signing of a sheet at once', 'INSERT INTO signing SELECT * FROM signing', /UNIQUE/],
  ['a signature with a key that is not there', `UPDATE signed_revision SET key_id = 'key-9'`, /FOREIGN KEY/],
  [
    'a revision signed twice',
    `INSERT INTO signed_revision SELECT sheet_id, revision, replace(digest, '4', '9'), content, key_id, signed_at, pdf_sha256, pdf_size, docx_sha256, docx_size FROM signed_revision`,
    /UNIQUE/,
  ],
  [
    'a link of the chain twice',
    `INSERT INTO audit_event SELECT 2, 'event-2', at, actor, kind, commitment, previous, hash FROM audit_event`,
    /UNIQUE/,
  ],
  ['a payload of no event', `UPDATE audit_payload SET event_id = 'event-9'`, /FOREIGN KEY/],
];

describe('the schema', () => {
  it.each(REFUSED)('refuses %s', (_what, sql, why) => {
    expect(() => filled().exec(sql)).toThrow(why);
  });

  it('is strict in every table', () => {
    const loose = filled()
      .prepare<[], { name: string; strict: number }>('PRAGMA table_list')
      .all()
      .filter((table) => table.strict === 0 && !table.name.startsWith('sqlite_'));
    expect(loose).toEqual([]);
  });

  it('allows a second sheet of an attempt for another purpose', () => {
    const db = filled();
    db.exec(`INSERT INTO sheet SELECT 'sheet-2', attempt_id, 'second-mark', pack_digest, assessment, assessor_id, revision,
      reopen_reason, state, version, redo, saved_at, outcome, total, sections_marked FROM sheet`);
    expect(db.prepare('SELECT count(*) FROM sheet').pluck().get()).toBe(2);
  });

  it.each([
    `UPDATE audit_event SET kind = 'sheet-signed'`,
    'UPDATE audit_event SET sequence = 7',
    `UPDATE audit_event SET at = at || ' '`,
    'DELETE FROM audit_event',
    `REPLACE INTO audit_event SELECT sequence, id, at, actor, 'sheet-signed', commitment, previous, hash FROM audit_event`,
    `REPLACE INTO audit_event SELECT 2, id, at, actor, 'sheet-signed', commitment, previous, 'f' || substr(hash, 2) FROM audit_event`,
  ])('keeps the chain append-only against %s', (sql) => {
    const db = filled();
    // Without the payload no foreign key stands in the way: only the triggers do.
    db.exec('DELETE FROM audit_payload');
    expect(() => db.exec(sql)).toThrow(/append-only/);
    expect(db.prepare('SELECT kind FROM audit_event').pluck().all()).toEqual(['workspace-created']);
  });

  it('lets a payload be erased', () => {
    const db = filled();
    db.exec('DELETE FROM audit_payload');
    expect(db.prepare('SELECT count(*) FROM audit_payload').pluck().get()).toBe(0);
  });
});
