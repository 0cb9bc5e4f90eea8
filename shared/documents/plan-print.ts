import { type CivilDate, type Instant, showDate } from '../lib/dates.ts';
import type { AssessmentPlan, PlannedWork } from '../model/assessment-plan.ts';
import type { Digest } from '../model/ids.ts';
import type { Qualification, Unit } from '../model/pack.ts';
import type { Centre } from '../model/person.ts';
import { workName } from '../model/planned-works.ts';

/** A plan to be printed, with the qualification as the version of the pack named has it. */
export type PlanPrint = {
  readonly plan: AssessmentPlan;
  readonly centre: Pick<Centre, 'number' | 'name'>;
  readonly pack: {
    readonly code: string;
    readonly version: string;
    readonly digest: Digest;
    readonly organisation: string;
  };
  readonly qualification: Pick<Qualification, 'code' | 'title' | 'number' | 'groups'>;
  /** Every unit of the qualification's groups, in their order. */
  readonly units: readonly Unit[];
  readonly madeBy: string;
  readonly madeAt: Instant;
};

/** "W1, W3". */
export function workNames(works: readonly PlannedWork[]): string {
  return works.map(workName).join(', ');
}

/** When a piece of work is done, as the programme has it. */
export function whenWords({ from, to }: { readonly from: CivilDate | null; readonly to: CivilDate | null }): string {
  if (from !== null && to !== null) return from === to ? showDate(to) : `${showDate(from)} to ${showDate(to)}`;
  if (from !== null) return `from ${showDate(from)}`;
  return to === null ? 'no date yet' : `by ${showDate(to)}`;
}

/** "1 criterion", "12 criteria". */
export function criteriaWords(amount: number): string {
  return `${amount} ${amount === 1 ? 'criterion' : 'criteria'}`;
}
