import { useMemo, useState } from 'react';
import type { MatrixUnit } from '../../../shared/api/contract.ts';

/** Which units are shown: all, those chosen, or one by its code. */
export type UnitChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'chosen' }
  | { readonly kind: 'unit'; readonly code: string };

export type FilteredUnit = MatrixUnit & { readonly chosen?: boolean };

export type MatrixFilter = {
  readonly choice: UnitChoice;
  readonly choose: (choice: UnitChoice) => void;
  /** Only the criteria against which nothing stood when it was asked for: a line does not leave while it is filled. */
  readonly withoutOnly: boolean;
  readonly showWithout: (only: boolean) => void;
  readonly shown: readonly MatrixUnit[];
};

/** The units and criteria that a matrix shows. `has` tells whether anything stands against a criterion. */
export function useMatrixFilter(
  units: readonly FilteredUnit[],
  has: (unit: string, criterion: string) => boolean,
): MatrixFilter {
  const [choice, choose] = useState<UnitChoice>(() => firstChoice(units));
  const [without, setWithout] = useState<ReadonlySet<string> | null>(null);
  const shown = useMemo(() => filteredUnits(units, choice, without), [units, choice, without]);
  return {
    choice,
    choose,
    withoutOnly: without !== null,
    showWithout: (only) => setWithout(only ? criteriaWithout(units, has) : null),
    shown,
  };
}

/** The chosen units where there are any, else all. */
export function firstChoice(units: readonly FilteredUnit[]): UnitChoice {
  return units.some((unit) => unit.chosen) ? { kind: 'chosen' } : { kind: 'all' };
}

/** The units of a choice; with a set of criteria, those criteria alone, without the heads that have none left. */
export function filteredUnits(
  units: readonly FilteredUnit[],
  choice: UnitChoice,
  only: ReadonlySet<string> | null,
): readonly MatrixUnit[] {
  const chosen = units.filter((unit) =>
    choice.kind === 'all' ? true : choice.kind === 'chosen' ? unit.chosen : unit.code === choice.code,
  );
  if (!only) return chosen;
  return chosen.flatMap((unit) => {
    const outcomes = unit.outcomes.flatMap((outcome) => {
      const criteria = outcome.criteria.filter((one) => only.has(`${unit.code} ${one.number}`));
      return criteria.length === 0 ? [] : [{ ...outcome, criteria }];
    });
    return outcomes.length === 0 ? [] : [{ ...unit, outcomes }];
  });
}

function criteriaWithout(
  units: readonly MatrixUnit[],
  has: (unit: string, criterion: string) => boolean,
): ReadonlySet<string> {
  return new Set(
    units.flatMap(({ code, outcomes }) =>
      outcomes
        .flatMap((outcome) => outcome.criteria)
        .filter(({ number }) => !has(code, number))
        .map(({ number }) => `${code} ${number}`),
    ),
  );
}
