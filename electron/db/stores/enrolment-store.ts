import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { ChosenUnit, Enrolment } from '../../../shared/model/enrolment.ts';
import type { Digest, EnrolmentId, LearnerId } from '../../../shared/model/ids.ts';
import type { Db, Readable } from '../connection.ts';
import { statement } from '../statement.ts';
import { likePart } from './learner-store.ts';

type Row = Omit<Enrolment, 'units'>;
const COLUMNS = `enrolment.id, enrolment.learner_id AS learner, enrolment.pack_digest AS pack, enrolment.qualification,
  enrolment.enrolled_on AS enrolledOn`;

export function insertEnrolment(db: Db, enrolment: Enrolment, packCode: string): void {
  db.prepare(
    `INSERT INTO enrolment (id, learner_id, pack_digest, pack_code, qualification, enrolled_on) VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(enrolment.id, enrolment.learner, enrolment.pack, packCode, enrolment.qualification, enrolment.enrolledOn);
  insertUnits(db, enrolment);
}

/** The choice of units anew, as the pack named has them. */
export function updateEnrolment(db: Db, enrolment: Enrolment): void {
  db.prepare('UPDATE enrolment SET pack_digest = ? WHERE id = ?').run(enrolment.pack, enrolment.id);
  db.prepare('DELETE FROM enrolment_unit WHERE enrolment_id = ?').run(enrolment.id);
  insertUnits(db, enrolment);
}

/** Every enrolment made with one version of a pack follows to another; how many there were. */
export function moveEnrolments(db: Db, from: Digest, to: Digest): number {
  return db.prepare('UPDATE enrolment SET pack_digest = ? WHERE pack_digest = ?').run(to, from).changes;
}

export function deleteEnrolment(db: Db, enrolment: EnrolmentId): void {
  db.prepare('DELETE FROM enrolment_unit WHERE enrolment_id = ?').run(enrolment);
  db.prepare('DELETE FROM enrolment WHERE id = ?').run(enrolment);
}

export function readEnrolment(db: Readable, id: EnrolmentId): Enrolment | null {
  const row = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM enrolment WHERE id = ?`).get(id);
  return row ? (withUnits(db, [row])[0] ?? null) : null;
}

/** Everything that a learner is enrolled for, in the order of enrolling. */
export function enrolmentsOf(db: Readable, learner: LearnerId): readonly Enrolment[] {
  const rows = db
    .prepare<[string], Row>(`SELECT ${COLUMNS} FROM enrolment WHERE learner_id = ? ORDER BY enrolled_on, id`)
    .all(learner);
  return withUnits(db, rows);
}

/** A learner's enrolment for a qualification of a pack, whichever version of the pack it was made with. */
export function enrolmentFor(
  db: Readable,
  learner: LearnerId,
  packCode: string,
  qualification: string,
): Enrolment | null {
  const row = db
    .prepare<[string, string, string], Row>(
      `SELECT ${COLUMNS} FROM enrolment WHERE learner_id = ? AND pack_code = ? AND qualification = ?`,
    )
    .get(learner, packCode, qualification);
  return row ? (withUnits(db, [row])[0] ?? null) : null;
}

/** One learner of a cohort. */
export type EnrolledLearner = {
  readonly enrolment: Enrolment;
  readonly learnerName: string;
  readonly registrationNumber: string;
  readonly cohort: string;
};

/** A page of those enrolled for a qualification, by name. */
export function listEnrolled(
  db: Readable,
  query: {
    readonly packCode: string;
    readonly qualification: string;
    readonly search: string;
    readonly limit: number;
    readonly offset: number;
  },
): { readonly total: number; readonly rows: readonly EnrolledLearner[] } {
  const found = query.search === '' ? '' : `AND learner.search_text LIKE @pattern ESCAPE '\\'`;
  const where = `WHERE enrolment.pack_code = @packCode AND enrolment.qualification = @qualification ${found}`;
  const parameters = { ...query, pattern: likePart(query.search) };
  const total = statement<[typeof parameters], { total: number }>(
    db,
    `SELECT count(*) AS total FROM enrolment ${found && 'JOIN learner ON learner.id = enrolment.learner_id'} ${where}`,
  );
  // Learners in their index's order, each enrolment looked up: a page costs what it shows, and nothing is sorted.
  const rows = statement<
    [typeof parameters],
    Row & { learnerName: string; registrationNumber: string; cohort: string }
  >(
    db,
    `SELECT ${COLUMNS}, learner.name AS learnerName, learner.registration_number AS registrationNumber,
            learner.cohort AS cohort
     FROM learner CROSS JOIN enrolment ON enrolment.learner_id = learner.id ${where}
     ORDER BY learner.search_text, learner.id LIMIT @limit OFFSET @offset`,
  ).all(parameters);
  const enrolments = withUnits(db, rows);
  return {
    total: total.get(parameters)?.total ?? 0,
    rows: rows.flatMap(({ learnerName, registrationNumber, cohort }, at) => {
      const enrolment = enrolments[at];
      return enrolment ? [{ enrolment, learnerName, registrationNumber, cohort }] : [];
    }),
  };
}

/** An attempt that was not returned, with what its sheet's latest signed revision says. */
export type StandingRow = {
  readonly learner: LearnerId;
  readonly pack: Digest;
  readonly assessment: string;
  readonly number: number;
  readonly outcome: 'pass' | 'referral' | null;
  /** The sheet was signed and is open again. */
  readonly reopened: 0 | 1;
};

/** How learners' attempts at a pack's assessments stand. A sheet that is open again counts as it was signed last. */
export function standingsOf(db: Readable, learners: readonly LearnerId[], packCode: string): readonly StandingRow[] {
  return statement<[{ learners: string; packCode: string }], StandingRow>(
    db,
    `SELECT attempt.learner_id AS learner, attempt.pack_digest AS pack, attempt.assessment, attempt.number,
            CASE WHEN sheet.state = 'signed' THEN sheet.outcome
              ELSE (SELECT json_extract(content, '$.decision.outcome') FROM signed_revision
                    WHERE sheet_id = sheet.id ORDER BY revision DESC LIMIT 1) END AS outcome,
            coalesce(sheet.state <> 'signed' AND sheet.revision > 1, 0) AS reopened
     FROM json_each(@learners) AS asked
     CROSS JOIN attempt ON attempt.learner_id = asked.value
     LEFT JOIN sheet ON sheet.attempt_id = attempt.id AND sheet.purpose = 'official'
     WHERE attempt.pack_code = @packCode AND attempt.returned_on IS NULL`,
  ).all({ learners: JSON.stringify(learners), packCode });
}

function insertUnits(db: Db, { id, units }: Enrolment): void {
  const insert = statement(
    db,
    `INSERT INTO enrolment_unit (enrolment_id, unit, unit_group, how, reason, granted_on) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  for (const one of units) {
    const [reason, date] = one.how === 'planned' ? [null, null] : [one.reason, one.date];
    insert.run(id, one.unit, one.group, one.how, reason, date);
  }
}

type UnitRow = {
  enrolment: EnrolmentId;
  unit: string;
  unit_group: string;
  how: ChosenUnit['how'];
  reason: string | null;
  granted_on: CivilDate | null;
};

function withUnits(db: Readable, rows: readonly Row[]): readonly Enrolment[] {
  const units = statement<[string], UnitRow>(
    db,
    `SELECT enrolment_id AS enrolment, unit, unit_group, how, reason, granted_on
     FROM json_each(?) AS asked CROSS JOIN enrolment_unit ON enrolment_id = asked.value ORDER BY asked.id, unit`,
  ).all(JSON.stringify(rows.map((row) => row.id)));
  const chosen = Map.groupBy(units, (one) => one.enrolment);
  return rows.map(({ id, learner, pack, qualification, enrolledOn }) => ({
    id,
    learner,
    pack,
    qualification,
    enrolledOn,
    units: (chosen.get(id) ?? []).map(fromRow),
  }));
}

function fromRow({ unit, unit_group: group, how, reason, granted_on: date }: UnitRow): ChosenUnit {
  return how === 'planned' || reason === null || date === null
    ? { unit, group, how: 'planned' }
    : { unit, group, how, reason, date };
}
