import type { Db } from '../../../electron/db/connection.ts';

/** What one list's screen shows, by the plainest statements that tell it: the rows of a page, and how many there are. */
export type BareList = {
  readonly rows: string;
  readonly count: string;
  readonly parameters: readonly string[];
};

const LEARNER = `SELECT id, centre_id, name, registration_number, cohort,
    (SELECT count(*) FROM attempt WHERE learner_id = learner.id) AS attempts,
    (SELECT count(*) FROM attempt LEFT JOIN sheet ON sheet.attempt_id = attempt.id AND sheet.purpose = 'official'
      WHERE learner_id = learner.id AND returned_on IS NULL AND coalesce(sheet.state, 'draft') <> 'signed') AS to_mark
  FROM learner`;
const BY_NAME = 'ORDER BY search_text, id LIMIT 100';

const LEARNER_OF = 'JOIN learner ON learner.id = attempt.learner_id';
const SHEET_OF = `LEFT JOIN sheet ON sheet.attempt_id = attempt.id AND sheet.purpose = 'official'`;
const ATTEMPT = `SELECT attempt.id, learner.id AS learner, learner.name, learner.registration_number, learner.cohort,
    attempt.pack_digest, attempt.assessment, attempt.number, attempt.date_received, attempt.declaration_date,
    attempt.returned_on, sheet.state, sheet.saved_at, sheet.id AS sheet, sheet.outcome, sheet.total,
    sheet.sections_marked,
    EXISTS (SELECT 1 FROM sheet_section JOIN sheet AS origin ON origin.id = json_extract(carried, '$.sheet')
      WHERE sheet_id = sheet.id AND carried IS NOT NULL
        AND (origin.state <> 'signed' OR origin.revision <> json_extract(carried, '$.revision'))) AS stale
    FROM attempt ${LEARNER_OF} ${SHEET_OF}`;
const BY_DATE = 'ORDER BY attempt.date_received, attempt.id LIMIT 100';
const TO_MARK = 'WHERE attempt.returned_on IS NULL AND sheet.saved_at IS NULL';
const FOUND = `WHERE search_text LIKE ? ESCAPE '\\'`;

export const BARE = {
  learners: { rows: `${LEARNER} ${BY_NAME}`, count: 'SELECT count(*) AS total FROM learner', parameters: [] },
  learnersFound: {
    rows: `${LEARNER} ${FOUND} ${BY_NAME}`,
    count: `SELECT count(*) AS total FROM learner ${FOUND}`,
    parameters: ['%okafor%'],
  },
  attempts: { rows: `${ATTEMPT} ${BY_DATE}`, count: 'SELECT count(*) AS total FROM attempt', parameters: [] },
  attemptsToMark: {
    rows: `${ATTEMPT} ${TO_MARK} ${BY_DATE}`,
    count: `SELECT count(*) AS total FROM attempt ${SHEET_OF} ${TO_MARK}`,
    parameters: [],
  },
  attemptsFound: {
    rows: `${ATTEMPT} ${FOUND} ${BY_DATE}`,
    count: `SELECT count(*) AS total FROM attempt ${LEARNER_OF} ${FOUND}`,
    parameters: ['%okafor%'],
  },
} as const satisfies Readonly<Record<string, BareList>>;

type Answer = { readonly total: number; readonly ids: readonly string[] };

/** Both statements, prepared once. */
export function prepared(db: Db, list: BareList): () => Answer {
  const rows = db.prepare<string[], { id: string }>(list.rows);
  const count = db.prepare<string[], { total: number }>(list.count);
  return () => {
    const total = count.get(...list.parameters)?.total ?? 0;
    return { total, ids: rows.all(...list.parameters).map((row) => row.id) };
  };
}
