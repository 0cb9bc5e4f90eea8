import { assertNever } from '../lib/assert-never.ts';
import type { CombinationCondition, Qualification, Unit } from '../model/pack.ts';

/** A unit claimed for the award, in the group that it counts for: judged is what is claimed, not all that was achieved. */
export type ClaimedUnit = { readonly unit: string; readonly group: string };

/** What a condition asks for, in its own measure, and what the claimed set has of it. */
export type ConditionVerdict = {
  readonly id: string;
  /** The source's own words. */
  readonly wording: string;
  readonly holds: boolean;
  /** Whether some further units could make it hold; what is claimed stays claimed. */
  readonly possible: boolean;
  readonly measure:
    | { readonly kind: 'units'; readonly missing: readonly string[] }
    | { readonly kind: 'credits'; readonly have: number; readonly need: number }
    | { readonly kind: 'hours'; readonly have: number; readonly need: number }
    /** Of `total` credits, `have` are at the level; more than `share` of them must be. */
    | { readonly kind: 'share'; readonly have: number; readonly total: number; readonly share: number }
    | { readonly kind: 'twice'; readonly units: readonly string[] };
};

export type CombinationVerdict = {
  readonly conditions: readonly ConditionVerdict[];
  readonly complete: boolean;
  readonly credits: number;
  /** Null where a claimed unit does not say it. */
  readonly guidedLearningHours: number | null;
  readonly totalUnitTime: number | null;
};

/** What of a pack the rule needs. */
export type Combined = {
  readonly qualification: Pick<Qualification, 'groups' | 'combination'>;
  readonly units: readonly Pick<Unit, 'code' | 'level' | 'credits' | 'guidedLearningHours' | 'totalUnitTime'>[];
};
export type UnitFacts = Combined['units'][number];

/** Sums over a set of claimed units: all that conditions ask about. */
type Sums = {
  readonly units: ReadonlySet<string>;
  readonly twice: readonly string[];
  readonly in: (where: { readonly group?: string; readonly level?: number }) => { credits: number; hours: number };
};

/** Each condition of the qualification against the claimed set, in the source's order. */
export function judgeCombination(combined: Combined, claimed: readonly ClaimedUnit[]): CombinationVerdict {
  const sums = sumsOf(combined, claimed);
  const free = freeUnits(combined, claimed);
  const conditions = combined.qualification.combination.flatMap((condition) =>
    judge(condition, sums, (where) => sumOf(free.filter((one) => fits(one, where)).map((one) => one.unit))),
  );
  const facts = claimed.flatMap(({ unit }) => combined.units.find((one) => one.code === unit) ?? []);
  const added = (of: (unit: UnitFacts) => number | null | undefined) =>
    facts.reduce<number | null>((sum, unit) => {
      const value = of(unit);
      return sum === null || value === null || value === undefined ? null : sum + value;
    }, 0);
  return {
    conditions,
    complete: conditions.every((one) => one.holds),
    credits: sums.in({}).credits,
    guidedLearningHours: added((unit) => unit.guidedLearningHours),
    totalUnitTime: added((unit) => unit.totalUnitTime),
  };
}

/** A unit with the groups that it could count for. */
export type Free = { readonly unit: UnitFacts; readonly groups: readonly string[] };

/** How many of the source's conditions hold; one that is given in credits and in hours holds where both do. */
export function conditionsHeld({ conditions }: CombinationVerdict): { readonly held: number; readonly of: number } {
  const ids = new Set(conditions.map((one) => one.id));
  const open = new Set(conditions.filter((one) => !one.holds).map((one) => one.id));
  return { held: ids.size - open.size, of: ids.size };
}

/** Units that are not claimed yet, with the groups that they could count for. */
export function freeUnits({ qualification, units }: Combined, claimed: readonly ClaimedUnit[]): readonly Free[] {
  const taken = new Set(claimed.map((one) => one.unit));
  return units.flatMap((unit) => {
    const groups = qualification.groups.filter((one) => one.units.includes(unit.code)).map((one) => one.code);
    return taken.has(unit.code) || groups.length === 0 ? [] : [{ unit, groups }];
  });
}

function fits({ unit, groups }: Free, { group, level }: { readonly group?: string; readonly level?: number }): boolean {
  return (group === undefined || groups.includes(group)) && (level === undefined || unit.level === level);
}

function sumOf(units: readonly UnitFacts[]): { credits: number; hours: number } {
  return units.reduce(
    (sum, unit) => ({ credits: sum.credits + (unit.credits ?? 0), hours: sum.hours + (unit.totalUnitTime ?? 0) }),
    { credits: 0, hours: 0 },
  );
}

function sumsOf({ units }: Combined, claimed: readonly ClaimedUnit[]): Sums {
  const known = claimed.flatMap(({ unit, group }) => {
    const facts = units.find((one) => one.code === unit);
    return facts ? [{ unit: facts, groups: [group] }] : [];
  });
  const codes = known.map((one) => one.unit.code);
  return {
    units: new Set(codes),
    twice: [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))],
    in: (where) => sumOf(known.filter((one) => fits(one, where)).map((one) => one.unit)),
  };
}

/** A condition's verdicts: one, or two where the source gives the same minimum in credits and in hours. */
function judge(
  condition: CombinationCondition,
  sums: Sums,
  toCome: (where: { readonly group?: string; readonly level?: number }) => { credits: number; hours: number },
): readonly ConditionVerdict[] {
  const { id, wording } = condition;
  const minimum = (
    kind: 'credits' | 'hours',
    where: { readonly group?: string; readonly level?: number },
    need: number,
  ): ConditionVerdict => {
    const have = sums.in(where)[kind];
    const possible = have + toCome(where)[kind] >= need;
    return { id, wording, holds: have >= need, possible, measure: { kind, have, need } };
  };
  switch (condition.kind) {
    case 'all-units': {
      const missing = condition.units.filter((unit) => !sums.units.has(unit));
      return [{ id, wording, holds: missing.length === 0, possible: true, measure: { kind: 'units', missing } }];
    }
    case 'minimum-credits':
    case 'minimum-credits-at-level': {
      const where =
        condition.kind === 'minimum-credits-at-level'
          ? { level: condition.level }
          : condition.group === null
            ? {}
            : { group: condition.group };
      const { credits, totalUnitTime } = condition;
      return [
        minimum('credits', where, credits),
        ...(totalUnitTime === undefined ? [] : [minimum('hours', where, totalUnitTime)]),
      ];
    }
    case 'one-group-per-unit': {
      const holds = sums.twice.length === 0;
      return [{ id, wording, holds, possible: holds, measure: { kind: 'twice', units: sums.twice } }];
    }
    case 'credit-share-above': {
      const { level, share } = condition;
      const have = sums.in({ level }).credits;
      const total = sums.in({}).credits;
      const more = toCome({ level }).credits;
      return [
        {
          id,
          wording,
          holds: have > share * total,
          possible: have + more > share * (total + more),
          measure: { kind: 'share', have, total, share },
        },
      ];
    }
    default:
      return assertNever(condition);
  }
}
