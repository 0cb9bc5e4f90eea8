import type { Instant } from '../../../shared/lib/dates.ts';
import { foldForSearch } from '../../../shared/lib/fold-for-search.ts';
import type { CentreId, LearnerId } from '../../../shared/model/ids.ts';
import type { Learner } from '../../../shared/model/learner.ts';
import { registrationKey } from '../../../shared/model/registration-number.ts';
import { namePartsOf } from '../../../shared/rules/name-parts.ts';
import type { OtherLearner } from '../../../shared/rules/other-learner-name.ts';
import type { Db, Readable } from '../connection.ts';
import { statement } from '../statement.ts';

type Row = { id: LearnerId; centre_id: CentreId; name: string; registration_number: string; cohort: string };
export type LearnerWithCounts = Learner & { readonly attempts: number; readonly toMark: number };

const COLUMNS = 'learner.id, learner.centre_id, learner.name, learner.registration_number, learner.cohort';

/** A LIKE pattern for a part of a folded text. */
export function likePart(search: string): string {
  return `%${foldForSearch(search).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

export function insertLearner(db: Db, learner: Learner, at: Instant): void {
  db.prepare(
    `INSERT INTO learner (id, centre_id, name, registration_number, registration_key, cohort, search_text, family_key,
       created_at)
     VALUES (@id, @centre, @name, @number, @key, @cohort, @search, @family, @at)`,
  ).run({ ...columns(learner), centre: learner.centre, at });
}

export function updateLearner(db: Db, learner: Learner): void {
  db.prepare(
    `UPDATE learner SET name = @name, registration_number = @number, registration_key = @key, cohort = @cohort,
       search_text = @search, family_key = @family WHERE id = @id`,
  ).run(columns(learner));
}

export function readLearner(db: Readable, id: LearnerId): Learner | null {
  const row = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM learner WHERE id = ?`).get(id);
  if (!row) return null;
  const aliases = db
    .prepare<[string], { alias: LearnerId }>('SELECT alias FROM learner_alias WHERE learner_id = ? ORDER BY alias')
    .all(id)
    .map((one) => one.alias);
  return { ...fromRow(row), aliases };
}

/** The learner of a centre with a registration number, however it is typed, where there is one. */
export function learnerByNumber(db: Readable, centre: CentreId, registrationNumber: string): LearnerId | null {
  const row = db
    .prepare<[string, string], { id: LearnerId }>('SELECT id FROM learner WHERE centre_id = ? AND registration_key = ?')
    .get(centre, registrationKey(registrationNumber));
  return row?.id ?? null;
}

/** The learners of whose name one of these folded words is the family's, but for one learner. */
export function learnersOfFamilies(db: Readable, words: readonly string[], but: LearnerId): readonly OtherLearner[] {
  return statement<[string, string], OtherLearner>(
    db,
    `SELECT name, registration_number AS registrationNumber FROM learner
      WHERE family_key IN (SELECT value FROM json_each(?)) AND id <> ? ORDER BY registration_number`,
  ).all(JSON.stringify(words), but);
}

/** A page of learners by name, with what each still has to be marked. */
export function listLearners(
  db: Readable,
  query: { readonly search: string; readonly limit: number; readonly offset: number },
): { readonly total: number; readonly rows: readonly LearnerWithCounts[] } {
  const where = query.search === '' ? '' : `WHERE search_text LIKE @pattern ESCAPE '\\'`;
  const parameters = { ...query, pattern: likePart(query.search) };
  const total = statement<[typeof parameters], { total: number }>(db, `SELECT count(*) AS total FROM learner ${where}`);
  const rows = statement<[typeof parameters], Row & { attempts: number; to_mark: number }>(
    db,
    `SELECT ${COLUMNS},
            (SELECT count(*) FROM attempt WHERE attempt.learner_id = learner.id) AS attempts,
            (SELECT count(*) FROM attempt
               LEFT JOIN sheet ON sheet.attempt_id = attempt.id AND sheet.purpose = 'official'
              WHERE attempt.learner_id = learner.id AND attempt.returned_on IS NULL
                AND coalesce(sheet.state, 'draft') <> 'signed') AS to_mark
     FROM learner ${where}
     ORDER BY search_text, id LIMIT @limit OFFSET @offset`,
  )
    .all(parameters)
    .map((row) => ({ ...fromRow(row), aliases: [], attempts: row.attempts, toMark: row.to_mark }));
  return { total: total.get(parameters)?.total ?? 0, rows };
}

/** What a learner's row says of them, with both folded forms. */
function columns({ id, name, registrationNumber: number, cohort }: Learner) {
  const search = foldForSearch(`${name} ${number} ${cohort}`);
  return { id, name, number, key: registrationKey(number), cohort, search, family: namePartsOf(name).family };
}

function fromRow(row: Row): Omit<Learner, 'aliases'> {
  return {
    id: row.id,
    centre: row.centre_id,
    name: row.name,
    registrationNumber: row.registration_number,
    cohort: row.cohort,
  };
}
