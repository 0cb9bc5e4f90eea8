import type { Input } from '../../shared/api/inputs.ts';
import type { PlannedCriterion } from '../../shared/model/assessment-plan.ts';
import type { WorkId } from '../../shared/model/ids.ts';

/** A cell of the matrix as it is to be. */
export type MarkChange = Input<'plans.mark'>['changes'][number];
/** Cells that were changed as one act; each of them was otherwise before. */
export type MarkStep = readonly MarkChange[];

/** As many changes as the main side takes at once. */
const MOST_AT_ONCE = 5000;

/** The marks with changes that the main side has not answered yet, in their order. */
export function withMarks(marks: readonly PlannedCriterion[], changes: MarkStep): readonly PlannedCriterion[] {
  const next = new Map(marks.map((mark) => [keyOf(mark), mark]));
  for (const { marked, ...mark } of changes) {
    if (marked) next.set(keyOf(mark), mark);
    else next.delete(keyOf(mark));
  }
  return [...next.values()];
}

/** An act in the sizes that the main side takes. */
export function stepsOf(changes: MarkStep): readonly MarkStep[] {
  const starts = Array.from({ length: Math.ceil(changes.length / MOST_AT_ONCE) }, (_, at) => at * MOST_AT_ONCE);
  return starts.map((start) => changes.slice(start, start + MOST_AT_ONCE));
}

/** What takes a step back. */
export function backOf(step: MarkStep): MarkStep {
  return step.map((one) => ({ ...one, marked: !one.marked }));
}

/** Steps without a piece of work that is gone: nothing can be marked for it any more. */
export function stepsWithout(steps: readonly MarkStep[], work: WorkId): readonly MarkStep[] {
  return steps.map((step) => step.filter((one) => one.work !== work)).filter((step) => step.length > 0);
}

function keyOf({ work, unit, criterion }: PlannedCriterion): string {
  return `${work} ${unit} ${criterion}`;
}
