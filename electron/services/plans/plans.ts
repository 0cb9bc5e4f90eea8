import { randomUUID } from 'node:crypto';
import type { PlanView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { PlannedCriterion, PlannedWork } from '../../../shared/model/assessment-plan.ts';
import type { WorkId } from '../../../shared/model/ids.ts';
import { hasCriterion } from '../../../shared/rules/criterion-evidence.ts';
import { evidenceKind } from '../../../shared/rules/evidence-kind.ts';
import {
  deleteMark,
  insertMark,
  insertWork,
  nextWorkNumber,
  setWorkRemoved,
  updatePlan,
  updateWork,
} from '../../db/stores/plan-store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { changePlan } from './change-plan.ts';

/** What the programme is called, and with whom its plan was agreed and when. */
export function editPlan(workspace: Workspace, input: ParsedInput<'plans.edit'>): Result<PlanView, AppError> {
  return changePlan(workspace, input, ({ plan }) => {
    const { programme, agreedWith, agreedOn } = input;
    const before = { programme: plan.programme, agreedWith: plan.agreedWith, agreedOn: plan.agreedOn };
    const after = { programme, agreedWith, agreedOn };
    if (isSame(before, after)) return ok(null);
    return ok({ write: () => updatePlan(workspace.db, { id: plan.id, ...after }), told: { before, after } });
  });
}

/** Adds a piece of work under the next number, or changes one; its type is one that the qualification's source takes. */
export function putWork(workspace: Workspace, input: ParsedInput<'plans.put-work'>): Result<PlanView, AppError> {
  return changePlan(workspace, input, ({ plan, qualification }) => {
    const { title, from, to } = input;
    if (from !== null && to !== null && to < from) {
      return err({ code: 'invalid-input', place: 'to', reason: 'is before the day on which the work begins' });
    }
    const kind = evidenceKind(qualification.evidence ?? null, input.kind);
    if (!kind) {
      return err({ code: 'evidence-kind-refused', kind: 'code' in input.kind ? input.kind.code : input.kind.text });
    }
    if (input.work === null) {
      const number = nextWorkNumber(workspace.db, plan.id);
      const added: PlannedWork = { id: randomUUID() as WorkId, number, title, kind, from, to };
      return ok({ write: () => insertWork(workspace.db, plan.id, added), told: { added } });
    }
    const before = plan.works.find((work) => work.id === input.work);
    if (!before) return err({ code: 'work-unknown' });
    const after: PlannedWork = { id: before.id, number: before.number, title, kind, from, to };
    if (isSame(before, after)) return ok(null);
    return ok({ write: () => updateWork(workspace.db, after), told: { before, after } });
  });
}

/** Takes a piece of work out of the plan, with what it was to show; its number is never given again. */
export function removeWork(workspace: Workspace, input: ParsedInput<'plans.remove-work'>): Result<PlanView, AppError> {
  return changePlan(workspace, input, ({ plan }) => {
    const removed = plan.works.find((work) => work.id === input.work);
    if (!removed) return err({ code: 'work-unknown' });
    const unmarked = plan.marks.filter((mark) => mark.work === removed.id).map(placeOf);
    return ok({ write: () => setWorkRemoved(workspace.db, removed.id), told: { removed, unmarked } });
  });
}

/** Says which criteria pieces of work are to show; all of the changes, or none. The last word on a place counts. */
export function markPlan(workspace: Workspace, input: ParsedInput<'plans.mark'>): Result<PlanView, AppError> {
  return changePlan(workspace, input, ({ plan, units }) => {
    const wanted = new Map<string, ParsedInput<'plans.mark'>['changes'][number]>();
    for (const change of input.changes) {
      if (!plan.works.some((work) => work.id === change.work)) return err({ code: 'work-unknown' });
      if (!hasCriterion(units, change)) {
        return err({ code: 'criterion-unknown', criterion: `${change.unit} ${change.criterion}` });
      }
      wanted.set(keyOf(change), change);
    }
    const held = new Set(plan.marks.map(keyOf));
    const changes = [...wanted.values()].filter((change) => held.has(keyOf(change)) !== change.marked);
    if (changes.length === 0) return ok(null);
    const [marked = [], unmarked = []] = [true, false].map((side) =>
      changes.filter((one) => one.marked === side).map(placeOf),
    );
    return ok({
      write: () => {
        for (const place of marked) insertMark(workspace.db, place);
        for (const place of unmarked) deleteMark(workspace.db, place);
      },
      told: { marked, unmarked },
    });
  });
}

function keyOf({ work, unit, criterion }: PlannedCriterion): string {
  return JSON.stringify([work, unit, criterion]);
}

function placeOf({ work, unit, criterion }: PlannedCriterion): PlannedCriterion {
  return { work, unit, criterion };
}

/** Both are made of plain values in one order of fields. */
function isSame<T>(one: T, other: T): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
