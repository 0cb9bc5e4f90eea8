/** Where a unit stands for a learner. */
export type UnitState = 'achieved' | 'referred' | 'in-progress' | 'planned';

/** An attempt that was not returned, as the rule needs it. */
export type AttemptStanding = {
  readonly assessment: string;
  /** The units that the assessment covers; several where it is integrated. */
  readonly units: readonly string[];
  readonly number: number;
  /** What the latest signed revision of its sheet says; null before the first. */
  readonly outcome: 'pass' | 'referral' | null;
};

/** What the better of two results is, where several assessments cover a unit. */
const ORDER: readonly UnitState[] = ['planned', 'referred', 'in-progress', 'achieved'];

/**
 * What a learner's attempts say of each unit that they cover: achieved by any signed pass of an assessment that covers it;
 * otherwise the latest attempt at each assessment counts, and work that is being marked stands before a referral.
 */
export function unitsByAssessment(attempts: readonly AttemptStanding[]): ReadonlyMap<string, UnitState> {
  const states = new Map<string, UnitState>();
  for (const of of Map.groupBy(attempts, (one) => one.assessment).values()) {
    const latest = of.reduce((last, one) => (one.number > last.number ? one : last));
    const state = of.some((one) => one.outcome === 'pass') ? 'achieved' : stateOf(latest);
    for (const unit of latest.units) {
      const known = states.get(unit) ?? 'planned';
      if (ORDER.indexOf(state) > ORDER.indexOf(known)) states.set(unit, state);
    }
  }
  return states;
}

function stateOf({ outcome }: AttemptStanding): UnitState {
  return outcome === 'referral' ? 'referred' : 'in-progress';
}
