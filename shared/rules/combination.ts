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
type UnitFacts = Combined['units'][number];

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

type Free = { readonly unit: UnitFacts; readonly groups: readonly string[] };

/** Units that are not claimed yet, with the groups that they could count for. */
function freeUnits({ qualification, units }: Combined, claimed: readonly ClaimedUnit[]): readonly Free[] {
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

/** The smallest sets that complete the award together with what is claimed. */
export type Completions = {
  /** Units that each set adds; 0 where the claimed set is complete. */
  readonly added: number;
  /** How many sets there are; which group a unit counts for is part of a set. */
  readonly count: number;
  /** The first of them, fewest credits first. */
  readonly sets: readonly (readonly ClaimedUnit[])[];
};

/** Units that no condition can tell apart. */
type Kind = { readonly groups: readonly string[]; readonly like: UnitFacts; readonly units: readonly string[] };
/** So many units of a kind, counted for a group. */
type Taken = { readonly kind: number; readonly group: string; readonly units: number };

/**
 * The smallest sets, in number of units, that complete the award; null where none does. Units alike in credits, level,
 * hours and groups are counted together, so that an answer takes far less than a frame; `most` sets are written out.
 */
export function smallestCompletions(
  combined: Combined,
  claimed: readonly ClaimedUnit[],
  most = 24,
): Completions | null {
  if (sumsOf(combined, claimed).twice.length > 0) return null;
  const kinds = kindsOf(combined, freeUnits(combined, claimed));
  const limit = kinds.reduce((sum, kind) => sum + kind.units.length, 0);
  for (let added = 0; added <= limit; added += 1) {
    const found = selections(combined, claimed, kinds, added);
    if (found.length === 0) continue;
    const sets = found.flatMap((taken) => writtenOut(kinds, taken, most));
    const credits = (set: readonly ClaimedUnit[]) => sumsOf(combined, set).in({}).credits;
    return {
      added,
      count: found.reduce((sum, taken) => sum + waysOf(kinds, taken), 0),
      sets: sets.toSorted((one, other) => credits(one) - credits(other)).slice(0, most),
    };
  }
  return null;
}

function kindsOf({ qualification }: Combined, free: readonly Free[]): readonly Kind[] {
  const asked = new Set(qualification.combination.flatMap((one) => (one.kind === 'all-units' ? one.units : [])));
  const key = ({ unit, groups }: Free) =>
    [unit.credits, unit.level, unit.totalUnitTime ?? '', groups.join(), asked.has(unit.code) ? unit.code : ''].join(
      '|',
    );
  return [...Map.groupBy(free, key).values()].flatMap((alike) => {
    const [first] = alike;
    return first ? [{ groups: first.groups, like: first.unit, units: alike.map((one) => one.unit.code) }] : [];
  });
}

/** Every way to take `added` units by kind and group so that all conditions hold. */
function selections(
  combined: Combined,
  claimed: readonly ClaimedUnit[],
  kinds: readonly Kind[],
  added: number,
): readonly (readonly Taken[])[] {
  const found: (readonly Taken[])[] = [];
  const reach = reachOf(combined, kinds);
  const search = (at: number, left: number, taken: readonly Taken[], set: readonly ClaimedUnit[]): void => {
    if (!reach(set, at, left)) return;
    const kind = kinds[at];
    if (!kind) {
      if (left === 0 && judgeCombination(combined, set).complete) found.push(taken);
      return;
    }
    for (const split of splits(Math.min(left, kind.units.length), kind.groups)) {
      const units = split.reduce((sum, one) => sum + one.units, 0);
      let next = 0;
      const more = split.flatMap((one) =>
        Array.from({ length: one.units }, () => ({ unit: kind.units[next++] ?? '', group: one.group })),
      );
      const now = split.filter((one) => one.units > 0).map((one) => ({ kind: at, ...one }));
      search(at + 1, left - units, [...taken, ...now], [...set, ...more]);
    }
  };
  search(0, added, [], claimed);
  return found;
}

/** Whether `left` more units of the kinds from `at` on could still make each condition hold by itself. */
function reachOf({ qualification, units }: Combined, kinds: readonly Kind[]) {
  const best = (at: number, left: number, of: (kind: Kind) => number): number => {
    const values = kinds.slice(at).flatMap((kind) => kind.units.map(() => of(kind)));
    return values
      .toSorted((one, other) => other - one)
      .slice(0, left)
      .reduce((sum, value) => sum + value, 0);
  };
  return (set: readonly ClaimedUnit[], at: number, left: number): boolean => {
    const sums = sumsOf({ qualification, units }, set);
    const missing = new Set<string>();
    const reachable = qualification.combination.every((condition) => {
      switch (condition.kind) {
        case 'all-units':
          for (const unit of condition.units) if (!sums.units.has(unit)) missing.add(unit);
          return true;
        case 'minimum-credits':
        case 'minimum-credits-at-level': {
          const level = condition.kind === 'minimum-credits-at-level' ? condition.level : undefined;
          const group = condition.kind === 'minimum-credits' ? (condition.group ?? undefined) : undefined;
          const where = { ...(group === undefined ? {} : { group }), ...(level === undefined ? {} : { level }) };
          const have = sums.in(where);
          const gives = (kind: Kind, value: number) =>
            fits({ unit: kind.like, groups: kind.groups }, where) ? value : 0;
          return (
            have.credits + best(at, left, (kind) => gives(kind, kind.like.credits ?? 0)) >= condition.credits &&
            have.hours + best(at, left, (kind) => gives(kind, kind.like.totalUnitTime ?? 0)) >=
              (condition.totalUnitTime ?? 0)
          );
        }
        case 'one-group-per-unit':
          return true;
        case 'credit-share-above': {
          const more = best(at, left, (kind) => (kind.like.level === condition.level ? (kind.like.credits ?? 0) : 0));
          const have = sums.in({ level: condition.level }).credits + more;
          return have > condition.share * (sums.in({}).credits + more);
        }
        default:
          return assertNever(condition);
      }
    });
    const toCome = new Set(kinds.slice(at).flatMap((kind) => kind.units));
    return reachable && missing.size <= left && [...missing].every((unit) => toCome.has(unit));
  };
}

/** Every way to spread up to `most` units over groups. */
function splits(
  most: number,
  groups: readonly string[],
): readonly (readonly { readonly group: string; readonly units: number }[])[] {
  const [group, ...others] = groups;
  if (group === undefined) return [[]];
  return Array.from({ length: most + 1 }, (_, units) =>
    splits(most - units, others).map((rest) => [{ group, units }, ...rest]),
  ).flat();
}

/** In how many ways a selection names units of each kind. */
function waysOf(kinds: readonly Kind[], taken: readonly Taken[]): number {
  let ways = 1;
  for (const [at, kind] of kinds.entries()) {
    let left = kind.units.length;
    for (const one of taken) {
      if (one.kind !== at) continue;
      ways *= choose(left, one.units);
      left -= one.units;
    }
  }
  return ways;
}

function choose(from: number, take: number): number {
  let ways = 1;
  for (let at = 1; at <= take; at += 1) ways = (ways * (from - take + at)) / at;
  return Math.round(ways);
}

/** The first sets of a selection, by name. */
function writtenOut(
  kinds: readonly Kind[],
  taken: readonly Taken[],
  most: number,
): readonly (readonly ClaimedUnit[])[] {
  let sets: readonly (readonly ClaimedUnit[])[] = [[]];
  for (const { kind, group, units } of taken) {
    const codes = kinds[kind]?.units ?? [];
    sets = sets
      .flatMap((set) => {
        const free = codes.filter((code) => !set.some((one) => one.unit === code));
        return picks(free, units, most).map((picked) => [...set, ...picked.map((unit) => ({ unit, group }))]);
      })
      .slice(0, most);
  }
  return sets;
}

/** The first `most` choices of `take` out of a list, in its order. */
function picks(from: readonly string[], take: number, most: number): readonly (readonly string[])[] {
  if (take === 0) return [[]];
  const [first, ...others] = from;
  if (first === undefined || from.length < take) return [];
  const withFirst = picks(others, take - 1, most).map((rest) => [first, ...rest]);
  return withFirst.length >= most
    ? withFirst.slice(0, most)
    : [...withFirst, ...picks(others, take, most - withFirst.length)];
}
