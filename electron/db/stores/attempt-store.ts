import type { CivilDate, Instant } from '../../../shared/lib/dates.ts';
import type { AttemptId, Digest, LearnerId, ScriptId, SheetId } from '../../../shared/model/ids.ts';
import type { Outcome } from '../../../shared/model/mark-sheet.ts';
import type { Attempt, AttemptState, Script, ScriptDisplay } from '../../../shared/model/submission.ts';
import type { Db, Readable } from '../connection.ts';
import { statement } from '../statement.ts';
import { likePart } from './learner-store.ts';

type Row = {
  id: AttemptId;
  learner_id: LearnerId;
  pack_digest: Digest;
  pack_code: string;
  assessment: string;
  number: number;
  previous_id: AttemptId | null;
  date_received: CivilDate;
  declaration_date: CivilDate | null;
  standardisation_refused: number;
  returned_on: CivilDate | null;
  return_reason: string | null;
};

const COLUMNS = `id, learner_id, pack_digest, pack_code, assessment, number, previous_id, date_received,
  declaration_date, standardisation_refused, returned_on, return_reason`;

export function insertAttempt(db: Db, attempt: Attempt, packCode: string, at: Instant): void {
  db.prepare(
    `INSERT INTO attempt (id, learner_id, pack_digest, pack_code, assessment, number, previous_id, date_received,
       declaration_date, standardisation_refused, returned_on, return_reason, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, ?)`,
  ).run(
    attempt.id,
    attempt.learner,
    attempt.pack,
    packCode,
    attempt.assessment,
    attempt.number,
    attempt.previous,
    attempt.dateReceived,
    attempt.declarationDate,
    attempt.standardisationRefused ? 1 : 0,
    at,
  );
}

export function updateAttempt(db: Db, attempt: Attempt): void {
  db.prepare(
    `UPDATE attempt SET date_received = ?, declaration_date = ?, standardisation_refused = ?,
       returned_on = ?, return_reason = ? WHERE id = ?`,
  ).run(
    attempt.dateReceived,
    attempt.declarationDate,
    attempt.standardisationRefused ? 1 : 0,
    attempt.returned?.date ?? null,
    attempt.returned?.reason ?? null,
    attempt.id,
  );
}

export function readAttempt(db: Readable, id: AttemptId): Attempt | null {
  const row = statement<[string], Row>(db, `SELECT ${COLUMNS} FROM attempt WHERE id = ?`).get(id);
  return row ? fromRow(db, row) : null;
}

/** A learner's attempts at one assessment, first to last. */
export function attemptsAt(db: Readable, learner: LearnerId, packCode: string, assessment: string): readonly Attempt[] {
  return db
    .prepare<[string, string, string], Row>(
      `SELECT ${COLUMNS} FROM attempt WHERE learner_id = ? AND pack_code = ? AND assessment = ? ORDER BY number`,
    )
    .all(learner, packCode, assessment)
    .map((row) => fromRow(db, row));
}

export function insertScript(db: Db, attempt: AttemptId, position: number, script: Script): void {
  db.prepare(
    `INSERT INTO script (id, attempt_id, position, name, sha256, size, media_type, display, words, pages)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    script.id,
    attempt,
    position,
    script.name,
    script.sha256,
    script.size,
    script.mediaType,
    script.display,
    JSON.stringify(script.words),
    script.pages,
  );
}

export function readScript(db: Readable, id: ScriptId): Script | null {
  const row = db.prepare<[string], ScriptRow>(`SELECT ${SCRIPT_COLUMNS} FROM script WHERE id = ?`).get(id);
  return row ? scriptFromRow(row) : null;
}

/** A line of the queue, as the tables hold it. */
export type QueueRow = {
  readonly attempt: AttemptId;
  readonly learner: LearnerId;
  readonly learnerName: string;
  readonly registrationNumber: string;
  readonly cohort: string;
  readonly pack: Digest;
  readonly assessment: string;
  readonly number: number;
  readonly dateReceived: CivilDate;
  readonly declared: 0 | 1;
  readonly state: AttemptState;
  readonly sheet: SheetId | null;
  readonly outcome: Outcome | null;
  readonly total: number | null;
  readonly sectionsMarked: number;
  readonly stale: 0 | 1;
};

const STATE = `CASE WHEN attempt.returned_on IS NOT NULL THEN 'returned'
  WHEN sheet.state = 'signed' THEN 'signed'
  WHEN sheet.saved_at IS NOT NULL THEN 'in-progress' ELSE 'to-mark' END`;

const JOIN_LEARNER = 'JOIN learner ON learner.id = attempt.learner_id';
const JOIN_SHEET = `LEFT JOIN sheet ON sheet.attempt_id = attempt.id AND sheet.purpose = 'official'`;
/** True where a carried section's own sheet is open again, or was signed again since. */
const STALE = `EXISTS (
  SELECT 1 FROM sheet_section JOIN sheet AS origin ON origin.id = json_extract(sheet_section.carried, '$.sheet')
  WHERE sheet_section.sheet_id = sheet.id AND sheet_section.carried IS NOT NULL
    AND (origin.state <> 'signed' OR origin.revision <> json_extract(sheet_section.carried, '$.revision')))`;
const FOUND = `(learner.search_text LIKE @pattern ESCAPE '\\' OR attempt.assessment LIKE @pattern ESCAPE '\\')`;

/** A page of the queue, oldest received first; of one learner's where `learner` is given. */
export function listAttempts(
  db: Readable,
  query: {
    readonly state: AttemptState | null;
    readonly learner: LearnerId | null;
    readonly search: string;
    readonly limit: number;
    readonly offset: number;
  },
): { readonly total: number; readonly rows: readonly QueueRow[] } {
  const { learner, state, search } = query;
  const conditions = [
    ...(learner === null ? [] : ['attempt.learner_id = @learner']),
    ...(state === null ? [] : [`${STATE} = @state`]),
    ...(search === '' ? [] : [FOUND]),
  ];
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  // Counting joins only what is asked about: the whole queue is counted on an index, and no row of it is read.
  const counted = `FROM attempt ${search === '' ? '' : JOIN_LEARNER} ${state === null ? '' : JOIN_SHEET} ${where}`;
  const parameters = { ...query, pattern: likePart(search) };
  const total = statement<[typeof parameters], { total: number }>(db, `SELECT count(*) AS total ${counted}`);
  const rows = statement<[typeof parameters], QueueRow>(
    db,
    `SELECT attempt.id AS attempt, learner.id AS learner, learner.name AS learnerName,
            learner.registration_number AS registrationNumber, learner.cohort AS cohort,
            attempt.pack_digest AS pack, attempt.assessment AS assessment, attempt.number AS number,
            attempt.date_received AS dateReceived, attempt.declaration_date IS NOT NULL AS declared,
            ${STATE} AS state, sheet.id AS sheet, sheet.outcome AS outcome, sheet.total AS total,
            coalesce(sheet.sections_marked, 0) AS sectionsMarked, ${STALE} AS stale
     FROM attempt ${JOIN_LEARNER} ${JOIN_SHEET} ${where}
     ORDER BY attempt.date_received, attempt.id LIMIT @limit OFFSET @offset`,
  );
  return { total: total.get(parameters)?.total ?? 0, rows: rows.all(parameters) };
}

type ScriptRow = {
  id: ScriptId;
  name: string;
  sha256: Digest;
  size: number;
  media_type: string;
  display: ScriptDisplay;
  words: string;
  pages: number | null;
};
const SCRIPT_COLUMNS = 'id, name, sha256, size, media_type, display, words, pages';

function scriptFromRow(row: ScriptRow): Script {
  return {
    id: row.id,
    name: row.name,
    sha256: row.sha256,
    size: row.size,
    mediaType: row.media_type,
    display: row.display,
    words: JSON.parse(row.words),
    pages: row.pages,
  };
}

function fromRow(db: Readable, row: Row): Attempt {
  const scripts = statement<[string], ScriptRow>(
    db,
    `SELECT ${SCRIPT_COLUMNS} FROM script WHERE attempt_id = ? ORDER BY position`,
  )
    .all(row.id)
    .map(scriptFromRow);
  return {
    id: row.id,
    learner: row.learner_id,
    pack: row.pack_digest,
    assessment: row.assessment,
    number: row.number,
    previous: row.previous_id,
    dateReceived: row.date_received,
    declarationDate: row.declaration_date,
    standardisationRefused: row.standardisation_refused === 1,
    returned: row.returned_on === null ? null : { date: row.returned_on, reason: row.return_reason ?? '' },
    scripts,
  };
}

/** Every digest that a row names, so that tidying never removes what is in use. */
export function referencedFiles(db: Readable): ReadonlySet<string> {
  const rows = db
    .prepare<[], { sha256: string }>(
      `SELECT sha256 FROM script
       UNION SELECT pdf_sha256 FROM signed_revision UNION SELECT docx_sha256 FROM signed_revision
       UNION SELECT pdf_sha256 FROM signing WHERE pdf_sha256 IS NOT NULL
       UNION SELECT docx_sha256 FROM signing WHERE docx_sha256 IS NOT NULL
       UNION SELECT first_pdf_sha256 FROM received_sheet UNION SELECT pdf_sha256 FROM received_sheet
       UNION SELECT assessor_docx_sha256 FROM received_sheet WHERE assessor_docx_size IS NOT NULL
       UNION SELECT docx_sha256 FROM received_sheet WHERE docx_sha256 IS NOT NULL
       UNION SELECT pdf_sha256 FROM place_signing WHERE pdf_sha256 IS NOT NULL
       UNION SELECT docx_sha256 FROM place_signing WHERE docx_sha256 IS NOT NULL`,
    )
    .all();
  return new Set(rows.map((row) => row.sha256));
}
