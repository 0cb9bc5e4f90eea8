import type { AssessmentPlan, PlannedWork } from './assessment-plan.ts';
import type { Unit } from './pack.ts';

/** What a piece of work is called in the matrix: W1. */
export function workName({ number }: Pick<PlannedWork, 'number'>): string {
  return `W${number}`;
}

/** The pieces of work that are to show each criterion, in the order of their numbers. */
export type PlannedWorks = {
  readonly showing: (unit: string, criterion: string) => readonly PlannedWork[];
  /** Those that show any criterion of a unit. */
  readonly inUnit: (unit: string) => readonly PlannedWork[];
};

export function plannedWorks({ works, marks }: AssessmentPlan): PlannedWorks {
  const byPlace = Map.groupBy(marks, ({ unit, criterion }) => `${unit} ${criterion}`);
  const byUnit = Map.groupBy(marks, ({ unit }) => unit);
  const named = (found: AssessmentPlan['marks'] | undefined): readonly PlannedWork[] => {
    const ids = new Set(found?.map((mark) => mark.work));
    return works.filter((work) => ids.has(work.id));
  };
  return {
    showing: (unit, criterion) => named(byPlace.get(`${unit} ${criterion}`)),
    inUnit: (unit) => named(byUnit.get(unit)),
  };
}

/** The numbers of a unit's criteria, in the source's order: all of them, and those that no piece of work is to show. */
export function coverageOf(
  unit: Pick<Unit, 'code' | 'outcomes'>,
  planned: PlannedWorks,
): { readonly criteria: readonly string[]; readonly uncovered: readonly string[] } {
  const criteria = unit.outcomes.flatMap((outcome) => outcome.criteria.map((one) => one.number));
  return { criteria, uncovered: criteria.filter((number) => planned.showing(unit.code, number).length === 0) };
}

/** Pieces of work as the delivery programme meets them: by the day on which they begin, or are due; undated ones last. */
export function bySchedule(works: readonly PlannedWork[]): readonly PlannedWork[] {
  const first = ({ from, to }: PlannedWork) => from ?? to ?? '9999';
  const last = ({ to }: PlannedWork) => to ?? '9999';
  return works.toSorted(
    (one, other) =>
      first(one).localeCompare(first(other)) || last(one).localeCompare(last(other)) || one.number - other.number,
  );
}
