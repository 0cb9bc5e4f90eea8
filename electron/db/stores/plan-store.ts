import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { AssessmentPlan, PlannedCriterion, PlannedWork } from '../../../shared/model/assessment-plan.ts';
import type { PlanId, WorkId } from '../../../shared/model/ids.ts';
import type { Db, Readable } from '../connection.ts';
import { statement } from '../statement.ts';

/** A plan without its pieces of work. */
export type PlanHead = Omit<AssessmentPlan, 'works' | 'marks'>;

/** A centre's plan for a qualification of a pack, whichever version of the pack it was begun with. */
export function readPlan(db: Readable, packCode: string, qualification: string): AssessmentPlan | null {
  const head = statement<[string, string], PlanHead>(
    db,
    `SELECT id, programme, agreed_with AS agreedWith, agreed_on AS agreedOn
     FROM plan WHERE pack_code = ? AND qualification = ?`,
  ).get(packCode, qualification);
  return head ? { ...head, works: worksOf(db, head.id), marks: marksOf(db, head.id) } : null;
}

export function insertPlan(db: Db, head: PlanHead, packCode: string, qualification: string): void {
  db.prepare(
    'INSERT INTO plan (id, pack_code, qualification, programme, agreed_with, agreed_on) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(head.id, packCode, qualification, head.programme, head.agreedWith, head.agreedOn);
}

export function updatePlan(db: Db, { id, programme, agreedWith, agreedOn }: PlanHead): void {
  db.prepare('UPDATE plan SET programme = ?, agreed_with = ?, agreed_on = ? WHERE id = ?').run(
    programme,
    agreedWith,
    agreedOn,
    id,
  );
}

/** The number of the next piece of work: one more than any that the plan has ever had. */
export function nextWorkNumber(db: Readable, plan: PlanId): number {
  const last = db
    .prepare<[string], { number: number | null }>('SELECT max(number) AS number FROM planned_work WHERE plan_id = ?')
    .get(plan);
  return (last?.number ?? 0) + 1;
}

export function insertWork(db: Db, plan: PlanId, work: PlannedWork): void {
  db.prepare(
    `INSERT INTO planned_work (id, plan_id, number, title, kind, from_date, to_date, removed)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0)`,
  ).run(work.id, plan, work.number, work.title, JSON.stringify(work.kind), work.from, work.to);
}

export function updateWork(db: Db, { id, title, kind, from, to }: PlannedWork): void {
  db.prepare('UPDATE planned_work SET title = ?, kind = ?, from_date = ?, to_date = ? WHERE id = ?').run(
    title,
    JSON.stringify(kind),
    from,
    to,
    id,
  );
}

/** Takes a piece of work out of its plan, with what it was to show. Its number stays taken. */
export function setWorkRemoved(db: Db, work: WorkId): void {
  db.prepare('DELETE FROM planned_criterion WHERE work_id = ?').run(work);
  db.prepare('UPDATE planned_work SET removed = 1 WHERE id = ?').run(work);
}

export function insertMark(db: Db, { work, unit, criterion }: PlannedCriterion): void {
  statement(db, 'INSERT INTO planned_criterion (work_id, unit, criterion) VALUES (?, ?, ?)').run(work, unit, criterion);
}

export function deleteMark(db: Db, { work, unit, criterion }: PlannedCriterion): void {
  statement(db, 'DELETE FROM planned_criterion WHERE work_id = ? AND unit = ? AND criterion = ?').run(
    work,
    unit,
    criterion,
  );
}

type WorkRow = {
  id: WorkId;
  number: number;
  title: string;
  kind: string;
  from: CivilDate | null;
  to: CivilDate | null;
};

function worksOf(db: Readable, plan: PlanId): readonly PlannedWork[] {
  return statement<[string], WorkRow>(
    db,
    `SELECT id, number, title, kind, from_date AS "from", to_date AS "to"
     FROM planned_work WHERE plan_id = ? AND removed = 0 ORDER BY number`,
  )
    .all(plan)
    .map((row) => ({ ...row, kind: JSON.parse(row.kind) }));
}

function marksOf(db: Readable, plan: PlanId): readonly PlannedCriterion[] {
  return statement<[string], PlannedCriterion>(
    db,
    `SELECT work_id AS work, unit, criterion FROM planned_work JOIN planned_criterion ON work_id = planned_work.id
     WHERE plan_id = ? ORDER BY number, unit, criterion`,
  ).all(plan);
}
