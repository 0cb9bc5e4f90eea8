import { assertNever } from '../lib/assert-never.ts';
import { type ClaimedUnit, type Combined, type Free, freeUnits, type UnitFacts } from './combination.ts';

/** The smallest sets that complete the award together with what is claimed. */
export type Completions = {
  /** Units that each set adds; 0 where the claimed set is complete. */
  readonly added: number;
  /** How many sets there are; which group a unit counts for is part of a set. */
  readonly count: number;
  /** The first of them, fewest credits first. */
  readonly sets: readonly (readonly ClaimedUnit[])[];
};

/** Shipped qualifications take some hundred steps; what would take more than these would hold up the screen. */
const MOST_STEPS = 50_000;

/** Units that no condition can tell apart. */
type Kind = {
  readonly groups: readonly string[];
  readonly like: UnitFacts;
  readonly units: readonly string[];
  /** Asked for by name, so that no set is without it. */
  readonly asked: boolean;
};
/** So many units of a kind, counted for a group. */
type Taken = { readonly kind: number; readonly group: string; readonly units: number };

/**
 * The smallest sets, in number of units, that complete the award; null where none does. Units alike in credits, level,
 * hours and groups are counted together, and a way is left as soon as the best units to come cannot make a condition
 * hold, so that an answer takes far less than a frame; `most` sets are written out. `too-many`: a pack of so many units,
 * all different, that it was given up.
 */
export function smallestCompletions(
  combined: Combined,
  claimed: readonly ClaimedUnit[],
  most = 24,
): Completions | null | 'too-many' {
  const codes = new Set(claimed.map((one) => one.unit));
  if (codes.size < claimed.length) return null;
  const free = freeUnits(combined, claimed);
  const asked = new Set(
    combined.qualification.combination.flatMap((one) => (one.kind === 'all-units' ? one.units : [])),
  );
  if ([...asked].some((code) => !codes.has(code) && !free.some(({ unit }) => unit.code === code))) return null;
  const kinds = kindsOf(free, asked);
  const limit = kinds.reduce((sum, kind) => sum + kind.units.length, 0);
  const search = searchOf(combined, claimed, kinds, limit);
  for (let added = 0; added <= limit; added += 1) {
    const found = search(added);
    if (found === 'too-many') return found;
    if (found.length === 0) continue;
    const sets: (readonly ClaimedUnit[])[] = [];
    for (const { taken } of found.toSorted((one, other) => one.credits - other.credits)) {
      if (sets.length >= most) break;
      sets.push(...writtenOut(kinds, taken, most - sets.length));
    }
    return { added, count: found.reduce((sum, { taken }) => sum + waysOf(kinds, taken), 0), sets };
  }
  return null;
}

function kindsOf(free: readonly Free[], asked: ReadonlySet<string>): readonly Kind[] {
  const key = ({ unit, groups }: Free) =>
    [unit.credits, unit.level, unit.totalUnitTime ?? '', groups.join(), asked.has(unit.code) ? unit.code : ''].join(
      '|',
    );
  return [...Map.groupBy(free, key).values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const units = alike.map((one) => one.unit.code);
    return [{ groups: first.groups, like: first.unit, units, asked: asked.has(first.unit.code) }];
  });
}

/** A sum over the units of a set that conditions ask about, and what they need of it. */
type Sum = {
  readonly of: (unit: UnitFacts, group: string) => number;
  readonly need: number;
  /** The group that it is about, where it counts credits of one. */
  readonly group?: string;
};
/** More than this share of the sum at `total` is to be in the sum at `part`. */
type Share = { readonly part: number; readonly total: number; readonly share: number };

/** The conditions as sums, in one order. */
function sumsOf({ qualification }: Combined): { readonly sums: readonly Sum[]; readonly shares: readonly Share[] } {
  const sums: Sum[] = [];
  const shares: Share[] = [];
  for (const condition of qualification.combination) {
    switch (condition.kind) {
      case 'all-units':
      case 'one-group-per-unit':
        break;
      case 'minimum-credits':
      case 'minimum-credits-at-level': {
        const { credits, totalUnitTime = 0 } = condition;
        const counts =
          condition.kind === 'minimum-credits-at-level'
            ? (unit: UnitFacts) => unit.level === condition.level
            : (_unit: UnitFacts, group: string) => condition.group === null || condition.group === group;
        const group = condition.kind === 'minimum-credits' ? condition.group : null;
        sums.push({
          of: (unit, of) => (counts(unit, of) ? (unit.credits ?? 0) : 0),
          need: credits,
          ...(group === null ? {} : { group }),
        });
        if (totalUnitTime > 0) {
          sums.push({ of: (unit, of) => (counts(unit, of) ? (unit.totalUnitTime ?? 0) : 0), need: totalUnitTime });
        }
        break;
      }
      case 'credit-share-above':
        shares.push({ part: sums.length, total: sums.length + 1, share: condition.share });
        sums.push({ of: (unit) => (unit.level === condition.level ? (unit.credits ?? 0) : 0), need: 0 });
        sums.push({ of: (unit) => unit.credits ?? 0, need: 0 });
        break;
      default:
        assertNever(condition);
    }
  }
  return { sums, shares };
}

type Found = { readonly taken: readonly Taken[]; readonly credits: number };
/** A way to take units of one kind, with what it adds to each sum. */
type Option = {
  readonly units: number;
  readonly taken: readonly Taken[];
  readonly credits: number;
  readonly adds: readonly number[];
};

/** Finds every way to take so many units, by kind and group, so that all conditions hold. */
function searchOf(combined: Combined, claimed: readonly ClaimedUnit[], kinds: readonly Kind[], limit: number) {
  const { sums, shares } = sumsOf(combined);
  const facts = new Map(combined.units.map((unit) => [unit.code, unit]));
  const have = sums.map((sum) =>
    claimed.reduce((total, { unit, group }) => {
      const known = facts.get(unit);
      return total + (known ? sum.of(known, group) : 0);
    }, 0),
  );
  const options = kinds.map((kind, at) => optionsOf(kind, at, sums));
  const best = sums.map((sum) =>
    bestOf(kinds, limit, (kind) => Math.max(...kind.groups.map((group) => sum.of(kind.like, group)))),
  );
  const lacking = lackingOf(sums);
  const grouped = new Set(lacking.map((at) => sums[at]?.group));
  const bestGrouped = bestOf(kinds, limit, (kind) =>
    kind.groups.some((group) => grouped.has(group)) ? (kind.like.credits ?? 0) : 0,
  );
  const askedFrom = kinds.map((_, at) => kinds.slice(at).filter((kind) => kind.asked).length);

  const reach = (at: number, left: number): boolean => {
    if ((askedFrom[at] ?? 0) > left) return false;
    for (let sum = 0; sum < sums.length; sum += 1) {
      if ((have[sum] ?? 0) + (best[sum]?.[at]?.[left] ?? 0) < (sums[sum]?.need ?? 0)) return false;
    }
    // What two groups lack takes different units.
    let lacks = 0;
    for (const sum of lacking) lacks += Math.max(0, (sums[sum]?.need ?? 0) - (have[sum] ?? 0));
    if (lacks > (bestGrouped[at]?.[left] ?? 0)) return false;
    return shares.every(({ part, total, share }) => {
      const more = best[part]?.[at]?.[left] ?? 0;
      return (have[part] ?? 0) + more > share * ((have[total] ?? 0) + more);
    });
  };

  let steps = 0;
  return (added: number): readonly Found[] | 'too-many' => {
    const found: Found[] = [];
    const path: Option[] = [];
    const visit = (at: number, left: number): void => {
      steps += 1;
      if (steps > MOST_STEPS || !reach(at, left)) return;
      const choices = options[at];
      if (!choices) {
        if (left > 0) return;
        const credits = path.reduce((sum, one) => sum + one.credits, 0);
        found.push({ taken: path.flatMap((one) => one.taken), credits });
        return;
      }
      for (const option of choices) {
        if (option.units > left) continue;
        path.push(option);
        option.adds.forEach((value, sum) => {
          have[sum] = (have[sum] ?? 0) + value;
        });
        visit(at + 1, left - option.units);
        option.adds.forEach((value, sum) => {
          have[sum] = (have[sum] ?? 0) - value;
        });
        path.pop();
      }
    };
    visit(0, added);
    return steps > MOST_STEPS ? 'too-many' : found;
  };
}

/** Of the sums of groups' credits the one that asks most, for each group; a unit adds to one of them only. */
function lackingOf(sums: readonly Sum[]): readonly number[] {
  const most = new Map<string, number>();
  for (const [at, { group, need }] of sums.entries()) {
    if (group === undefined) continue;
    const known = most.get(group);
    if (known === undefined || need > (sums[known]?.need ?? 0)) most.set(group, at);
  }
  return [...most.values()];
}

/** What the best `left` units of the kinds from `at` on give: `[at][left]`. */
function bestOf(kinds: readonly Kind[], limit: number, of: (kind: Kind) => number): readonly (readonly number[])[] {
  const values: number[] = [];
  const table: (readonly number[])[] = [new Array<number>(limit + 1).fill(0)];
  for (const kind of kinds.toReversed()) {
    const value = of(kind);
    const from = values.findIndex((one) => one < value);
    values.splice(from < 0 ? values.length : from, 0, ...kind.units.map(() => value));
    let sum = 0;
    table.unshift([0, ...Array.from({ length: limit }, (_, at) => (sum += values[at] ?? 0))]);
  }
  return table;
}

function optionsOf(kind: Kind, at: number, sums: readonly Sum[]): readonly Option[] {
  return splits(kind.units.length, kind.groups).flatMap((split) => {
    const taken = split.filter((one) => one.units > 0).map((one) => ({ kind: at, ...one }));
    const units = taken.reduce((sum, one) => sum + one.units, 0);
    if (kind.asked && units === 0) return [];
    const adds = sums.map((sum) => taken.reduce((total, one) => total + one.units * sum.of(kind.like, one.group), 0));
    return [{ units, taken, credits: units * (kind.like.credits ?? 0), adds }];
  });
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
