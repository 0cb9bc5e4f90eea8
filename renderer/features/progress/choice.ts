import { type CombinationView, combinationView } from '../../../shared/api/combination-sentences.ts';
import type { EnrolmentView } from '../../../shared/api/contract.ts';
import type { Input } from '../../../shared/api/inputs.ts';
import { isBlank } from '../../../shared/lib/blank.ts';
import type { ChosenUnit } from '../../../shared/model/enrolment.ts';
import { type ClaimedUnit, type Combined, judgeCombination } from '../../../shared/rules/combination.ts';
import type { UnitState } from '../../../shared/rules/unit-progress.ts';
import type { UnitDraft } from '../../store/enrolment-drafts.ts';

/** What is saved, as the screen edits it. */
export function draftOf(chosen: readonly ChosenUnit[]): readonly UnitDraft[] {
  return chosen.map((one) => ({
    unit: one.unit,
    group: one.group,
    how: one.how,
    reason: one.how === 'planned' ? '' : one.reason,
    date: one.how === 'planned' ? null : one.date,
  }));
}

/** What the rule asks of an enrolment. */
export function combinedOf({ qualification, units }: EnrolmentView): Combined {
  return { qualification, units };
}

/** The choice as it is sent; what is not filled in is left out, and the main side says so. */
export function inputOf(units: readonly UnitDraft[]): Input<'enrolments.put'>['units'] {
  return units.map(({ unit, group, how, reason, date }) =>
    how === 'planned'
      ? { unit, group, how }
      : { unit, group, how, ...(isBlank(reason) ? {} : { reason }), ...(date ? { date } : {}) },
  );
}

/** Whether what was granted is told in full; until then it counts for nothing. */
export function isGranted(draft: UnitDraft | null | undefined): boolean {
  return draft != null && draft.how !== 'planned' && !isBlank(draft.reason) && draft.date !== null;
}

/** Where a unit stands with what the choice on screen says of it; what only was granted once is no longer achieved. */
export function stateIn(view: EnrolmentView, draft: UnitDraft | undefined, unit: string): UnitState {
  if (isGranted(draft)) return 'achieved';
  return view.units.find((one) => one.code === unit)?.assessed ?? 'planned';
}

export type Verdicts = { readonly chosen: CombinationView; readonly achieved: CombinationView };

/** The award judged on the units on screen, and on those of them that are achieved. */
export function judged(view: EnrolmentView, units: readonly UnitDraft[]): Verdicts {
  const judge = (claimed: readonly ClaimedUnit[]) =>
    combinationView(judgeCombination(combinedOf(view), claimed), view.units);
  return {
    chosen: judge(units),
    achieved: judge(units.filter((one) => stateIn(view, one, one.unit) === 'achieved')),
  };
}

/** Whether two choices say the same, in whatever order. */
export function isSameChoice(one: readonly UnitDraft[], other: readonly UnitDraft[]): boolean {
  const told = (units: readonly UnitDraft[]) =>
    JSON.stringify(
      units
        .map(({ unit, group, how, reason, date }) =>
          how === 'planned' ? [unit, group] : [unit, group, how, reason, date],
        )
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
  return told(one) === told(other);
}
