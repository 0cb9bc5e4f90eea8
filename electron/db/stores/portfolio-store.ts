import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { Digest, EvidenceId, LearnerId, ScriptId } from '../../../shared/model/ids.ts';
import type { EvidenceItem, EvidenceLink } from '../../../shared/model/portfolio.ts';
import type { Db, Readable } from '../connection.ts';
import { statement } from '../statement.ts';

/** Whose evidence for which qualification, whichever version of the pack it is asked with. */
export type Portfolio = { readonly learner: LearnerId; readonly packCode: string; readonly qualification: string };

type Row = {
  id: EvidenceId;
  number: number;
  title: string;
  kind: string;
  record: string;
  simulated: 0 | 1;
  addedOn: CivilDate;
};
const COLUMNS = 'evidence.id, number, title, kind, record, simulated, added_on AS addedOn';
const OF = 'learner_id = @learner AND pack_code = @packCode AND qualification = @qualification';

export function insertEvidence(db: Db, of: Portfolio, item: EvidenceItem): void {
  statement(
    db,
    `INSERT INTO evidence (id, learner_id, pack_code, qualification, number, title, kind, record, simulated, added_on,
       removed)
     VALUES (@id, @learner, @packCode, @qualification, @number, @title, @kind, @record, @simulated, @addedOn, 0)`,
  ).run({ ...of, ...toRow(item) });
}

export function updateEvidence(db: Db, item: EvidenceItem): void {
  const { id, title, kind, record, simulated } = toRow(item);
  statement(
    db,
    'UPDATE evidence SET title = @title, kind = @kind, record = @record, simulated = @simulated WHERE id = @id',
  ).run({ id, title, kind, record, simulated });
}

/** Takes a piece of evidence out of its portfolio, with its links. Its number stays given. */
export function dropEvidence(db: Db, id: EvidenceId): void {
  statement(db, 'DELETE FROM evidence_link WHERE evidence_id = ?').run(id);
  statement(db, 'UPDATE evidence SET removed = 1 WHERE id = ?').run(id);
}

/** The evidence of a portfolio, by number. */
export function evidenceOf(db: Readable, of: Portfolio): readonly EvidenceItem[] {
  return statement<[Portfolio], Row>(db, `SELECT ${COLUMNS} FROM evidence WHERE ${OF} AND removed = 0 ORDER BY number`)
    .all(of)
    .map(fromRow);
}

/** Pieces of evidence by their ids, those that were removed since too, in no order. */
export function evidenceById(db: Readable, ids: readonly EvidenceId[]): readonly EvidenceItem[] {
  return statement<[string], Row>(
    db,
    `SELECT ${COLUMNS} FROM json_each(?) AS asked CROSS JOIN evidence ON evidence.id = asked.value`,
  )
    .all(JSON.stringify(ids))
    .map(fromRow);
}

/** The number that the next piece of evidence gets: numbers of what was removed are not given again. */
export function nextEvidenceNumber(db: Readable, of: Portfolio): number {
  const row = statement<[Portfolio], { last: number | null }>(
    db,
    `SELECT max(number) AS last FROM evidence WHERE ${OF}`,
  ).get(of);
  return (row?.last ?? 0) + 1;
}

/** What the evidence of a portfolio is held to prove, by its numbers. */
export function linksOf(db: Readable, of: Portfolio): readonly EvidenceLink[] {
  return statement<[Portfolio], EvidenceLink>(
    db,
    `SELECT evidence_id AS evidence, unit, criterion, place
     FROM evidence CROSS JOIN evidence_link ON evidence_id = evidence.id WHERE ${OF} ORDER BY number`,
  ).all(of);
}

/** Links a piece of evidence to a criterion, or changes the place in it. */
export function putLink(db: Db, { evidence, unit, criterion, place }: EvidenceLink): void {
  statement(
    db,
    `INSERT INTO evidence_link (evidence_id, unit, criterion, place) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET place = excluded.place`,
  ).run(evidence, unit, criterion, place);
}

export function dropLink(db: Db, { evidence, unit, criterion }: EvidenceLink): void {
  statement(db, 'DELETE FROM evidence_link WHERE evidence_id = ? AND unit = ? AND criterion = ?').run(
    evidence,
    unit,
    criterion,
  );
}

/** A script of a learner, with the attempt that it was taken in for. */
export type LearnerScript = {
  readonly script: ScriptId;
  readonly name: string;
  readonly sha256: Digest;
  readonly assessment: string;
  readonly attempt: number;
};

/** Every script of a learner, in the order of the attempts. */
export function scriptsOf(db: Readable, learner: LearnerId): readonly LearnerScript[] {
  return statement<[string], LearnerScript>(
    db,
    `SELECT script.id AS script, script.name, script.sha256, attempt.assessment, attempt.number AS attempt
     FROM attempt CROSS JOIN script ON script.attempt_id = attempt.id
     WHERE attempt.learner_id = ? ORDER BY attempt.pack_code, attempt.assessment, attempt.number, script.position`,
  ).all(learner);
}

function toRow({ id, number, title, kind, record, simulated, addedOn }: EvidenceItem): Row {
  return {
    id,
    number,
    title,
    kind: JSON.stringify(kind),
    record: JSON.stringify(record),
    simulated: simulated ? 1 : 0,
    addedOn,
  };
}

function fromRow({ id, number, title, kind, record, simulated, addedOn }: Row): EvidenceItem {
  return { id, number, title, kind: JSON.parse(kind), record: JSON.parse(record), simulated: simulated === 1, addedOn };
}
