import type { Instant } from '../../../shared/lib/dates.ts';
import type { AttemptId, Digest, PersonId, SheetId } from '../../../shared/model/ids.ts';
import type { Decision, SectionEntry, SheetPurpose } from '../../../shared/model/mark-sheet.ts';
import type { Db, Readable } from '../connection.ts';
import { statement } from '../statement.ts';

/** A sheet's row without its sections. */
export type StoredSheet = {
  readonly id: SheetId;
  readonly attempt: AttemptId;
  readonly purpose: SheetPurpose;
  readonly pack: Digest;
  readonly assessment: string;
  readonly assessor: PersonId;
  readonly revision: number;
  readonly reopenReason: string | null;
  readonly state: 'draft' | 'signing' | 'signed';
  readonly version: number;
  readonly redo: readonly string[];
  readonly savedAt: Instant | null;
};

const COLUMNS = `id, attempt_id AS attempt, purpose, pack_digest AS pack, assessment, assessor_id AS assessor,
  revision, reopen_reason AS reopenReason, state, version, redo, saved_at AS savedAt`;
type Row = Omit<StoredSheet, 'redo'> & { redo: string };

export function insertSheet(
  db: Db,
  sheet: Omit<StoredSheet, 'version' | 'savedAt' | 'state'>,
  sections: readonly SectionEntry[],
  decision: Decision,
): void {
  db.prepare(
    `INSERT INTO sheet (id, attempt_id, purpose, pack_digest, assessment, assessor_id, revision, reopen_reason, state,
       version, redo, saved_at, outcome, total, sections_marked)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'draft', 0, ?, NULL, ?, ?, ?)`,
  ).run(
    sheet.id,
    sheet.attempt,
    sheet.purpose,
    sheet.pack,
    sheet.assessment,
    sheet.assessor,
    sheet.revision,
    sheet.reopenReason,
    JSON.stringify(sheet.redo),
    decision.outcome,
    decision.total,
    sectionsMarked(sections, decision),
  );
  const insert = db.prepare(
    `INSERT INTO sheet_section (sheet_id, section, position, strengths, improvements, mark, criteria, carried)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  sections.forEach((entry, position) => {
    insert.run(sheet.id, entry.section, position, ...sectionValues(entry));
  });
}

export function readSheet(db: Readable, id: SheetId): StoredSheet | null {
  const row = statement<[string], Row>(db, `SELECT ${COLUMNS} FROM sheet WHERE id = ?`).get(id);
  return row ? fromRow(row) : null;
}

export function officialSheetOf(db: Readable, attempt: AttemptId): StoredSheet | null {
  const row = db
    .prepare<[string], Row>(`SELECT ${COLUMNS} FROM sheet WHERE attempt_id = ? AND purpose = 'official'`)
    .get(attempt);
  return row ? fromRow(row) : null;
}

export function readSections(db: Readable, sheet: SheetId): readonly SectionEntry[] {
  return statement<[string], SectionRow>(
    db,
    `SELECT section, strengths, improvements, mark, criteria, carried
       FROM sheet_section WHERE sheet_id = ? ORDER BY position`,
  )
    .all(sheet)
    .map((row) => ({
      section: row.section,
      strengths: row.strengths,
      improvements: row.improvements,
      mark: row.mark,
      criteria: JSON.parse(row.criteria),
      carried: row.carried === null ? null : JSON.parse(row.carried),
    }));
}

export function updateSection(db: Db, sheet: SheetId, entry: SectionEntry): void {
  statement(
    db,
    `UPDATE sheet_section SET strengths = ?, improvements = ?, mark = ?, criteria = ?, carried = ?
     WHERE sheet_id = ? AND section = ?`,
  ).run(...sectionValues(entry), sheet, entry.section);
  // By itself: a column that is set has its index written anew, and the first key after a rehearsal is enough.
  statement(
    db,
    'UPDATE sheet_section SET words_digested = 0 WHERE sheet_id = ? AND section = ? AND words_digested = 1',
  ).run(sheet, entry.section);
}

/** Marks a sheet as edited: one version further, with what the rule says now. */
export function touchSheet(
  db: Db,
  sheet: SheetId,
  edit: {
    readonly version: number;
    readonly redo: readonly string[];
    readonly decision: Decision;
    readonly sections: readonly SectionEntry[];
    readonly at: Instant;
  },
): void {
  statement(
    db,
    `UPDATE sheet SET version = ?, redo = ?, saved_at = ?, outcome = ?, total = ?, sections_marked = ? WHERE id = ?`,
  ).run(
    edit.version,
    JSON.stringify(edit.redo),
    edit.at,
    edit.decision.outcome,
    edit.decision.total,
    sectionsMarked(edit.sections, edit.decision),
    sheet,
  );
}

export function setSheetState(db: Db, sheet: SheetId, state: StoredSheet['state']): void {
  db.prepare('UPDATE sheet SET state = ? WHERE id = ?').run(state, sheet);
}

/** A signed sheet becomes a draft again, as its next revision, with everything that is on it. */
export function beginRevision(db: Db, sheet: SheetId, revision: number, reason: string): void {
  db.prepare(
    `UPDATE sheet SET state = 'draft', revision = ?, reopen_reason = ?, version = version + 1 WHERE id = ?`,
  ).run(revision, reason, sheet);
}

/**
 * Keeps what a field holds, and what it held before its first edit where that is not blank. Edits of one field within
 * `coalesceMs` are one version, the last one's value.
 */
export function keepFieldVersion(
  db: Db,
  edit: {
    readonly sheet: SheetId;
    readonly revision: number;
    readonly field: string;
    readonly before: string;
    readonly value: string;
    readonly at: Instant;
  },
  coalesceMs: number,
): void {
  const last = statement<[string, string], { id: number; revision: number; began_at: Instant }>(
    db,
    `SELECT id, revision, began_at FROM field_version WHERE sheet_id = ? AND field = ? ORDER BY id DESC LIMIT 1`,
  ).get(edit.sheet, edit.field);
  const since = last ? Date.parse(edit.at) - Date.parse(last.began_at) : Number.POSITIVE_INFINITY;
  if (last && last.revision === edit.revision && since >= 0 && since < coalesceMs) {
    statement(db, 'UPDATE field_version SET value = ?, saved_at = ? WHERE id = ?').run(edit.value, edit.at, last.id);
    return;
  }
  const insert = statement(
    db,
    `INSERT INTO field_version (sheet_id, revision, field, value, began_at, saved_at) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  if (!last && !BLANK.has(edit.before)) {
    insert.run(edit.sheet, edit.revision, edit.field, edit.before, edit.at, edit.at);
  }
  insert.run(edit.sheet, edit.revision, edit.field, edit.value, edit.at, edit.at);
}

/** A field that nothing was entered in: a text, a mark or a list. */
const BLANK: ReadonlySet<string> = new Set(['', '[]']);

/** What a field held at a time, as `keepFieldVersion` was given it. */
export type StoredVersion = {
  readonly version: number;
  readonly revision: number;
  readonly value: string;
  readonly from: Instant;
  readonly to: Instant;
};

const VERSION = 'id AS version, revision, value, began_at AS "from", saved_at AS "to"';

/** The versions of a field over all revisions, the newest first: at most so many, older than one where it is given. */
export function fieldVersions(
  db: Readable,
  { sheet, field, before }: { readonly sheet: SheetId; readonly field: string; readonly before: number | undefined },
  limit: number,
): readonly StoredVersion[] {
  return db
    .prepare<[string, string, number, number], StoredVersion>(
      `SELECT ${VERSION} FROM field_version WHERE sheet_id = ? AND field = ? AND id < ? ORDER BY id DESC LIMIT ?`,
    )
    .all(sheet, field, before ?? Number.MAX_SAFE_INTEGER, limit);
}

export function readFieldVersion(db: Readable, sheet: SheetId, field: string, version: number): StoredVersion | null {
  const row = db
    .prepare<[string, string, number], StoredVersion>(
      `SELECT ${VERSION} FROM field_version WHERE sheet_id = ? AND field = ? AND id = ?`,
    )
    .get(sheet, field, version);
  return row ?? null;
}

type SectionRow = {
  section: string;
  strengths: string;
  improvements: string;
  mark: number | null;
  criteria: string;
  carried: string | null;
};

function sectionValues(entry: SectionEntry) {
  const { strengths, improvements, mark, criteria, carried } = entry;
  return [strengths, improvements, mark, JSON.stringify(criteria), carried && JSON.stringify(carried)] as const;
}

function sectionsMarked(sections: readonly SectionEntry[], decision: Decision): number {
  return sections.length - (decision.outcome === 'incomplete' ? decision.unmarked.length : 0);
}

function fromRow(row: Row): StoredSheet {
  return { ...row, redo: JSON.parse(row.redo) };
}
