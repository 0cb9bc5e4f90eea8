import { assertNever } from '../../lib/assert-never.ts';
import type { CombinationCondition, Qualification, Unit } from '../../model/pack.ts';
import { smallestCompletions } from '../smallest-completions.ts';
import type { Found, Path } from './finding.ts';

/** The units of a pack by their codes. */
type Units = ReadonlyMap<string, Unit>;

/** Conditions that no set of the qualification's units can meet: each by what its units could give at most, then all together. */
export function combinationFindings(units: Units, qualification: Qualification, path: Path): readonly Found[] {
  /** What the units give together; without end where the source does not say it of each. */
  const sumOf = (what: 'credits' | 'totalUnitTime', codes: ReadonlySet<string>, level?: number): number =>
    [...codes]
      .flatMap((code) => units.get(code) ?? [])
      .filter((unit) => level === undefined || unit.level === level)
      .reduce((sum, unit) => sum + (unit[what] ?? Number.POSITIVE_INFINITY), 0);
  const creditsOf = (codes: ReadonlySet<string>, level?: number) => sumOf('credits', codes, level);
  const unitsIn = (groups: readonly string[]): ReadonlySet<string> =>
    new Set(qualification.groups.filter((group) => groups.includes(group.code)).flatMap((group) => group.units));
  const all = new Set(qualification.groups.flatMap((group) => group.units));
  const asked = (group: string): number =>
    Math.max(
      0,
      ...qualification.combination.map((one) =>
        one.kind === 'minimum-credits' && one.group === group ? one.credits : 0,
      ),
    );

  const judge = (condition: CombinationCondition): string | null => {
    switch (condition.kind) {
      case 'all-units': {
        const outside = condition.units.find((unit) => !all.has(unit));
        return outside === undefined ? null : `Asks for unit “${outside}”, which stands in no group.`;
      }
      case 'minimum-credits': {
        const counted = condition.group === null ? all : unitsIn([condition.group]);
        return (
          short(condition.credits, creditsOf(counted)) ??
          short(condition.totalUnitTime ?? 0, sumOf('totalUnitTime', counted), 'hours')
        );
      }
      case 'one-group-per-unit': {
        const together = condition.groups.reduce((sum, group) => sum + asked(group), 0);
        return short(together, creditsOf(unitsIn(condition.groups)));
      }
      case 'credit-share-above': {
        const possible = condition.share < 1 && creditsOf(all, condition.level) > 0;
        return possible
          ? null
          : `No set has more than ${condition.share * 100}% of its credits at level ${condition.level}.`;
      }
      case 'minimum-credits-at-level':
        return (
          short(condition.credits, creditsOf(all, condition.level)) ??
          short(condition.totalUnitTime ?? 0, sumOf('totalUnitTime', all, condition.level), 'hours')
        );
      default:
        return assertNever(condition);
    }
  };

  const total = short(qualification.credits ?? 0, creditsOf(all));
  const alone = [
    ...(total === null ? [] : [{ code: 'combination' as const, path: [...path, 'credits'], message: total }]),
    ...qualification.combination.flatMap((condition, at): readonly Found[] => {
      const message = judge(condition);
      return message === null ? [] : [{ code: 'combination' as const, path: [...path, 'combination', at], message }];
    }),
  ];
  if (alone.length > 0 || meetsTogether(units, qualification)) return alone;
  return [
    {
      code: 'combination',
      path: [...path, 'combination'],
      message: 'Each of these can be met alone, but no set of units meets them all together.',
    },
  ];
}

/** So many units, each in so few groups, are tried together; of more it is only known what each condition asks. */
const MOST_TRIED = 40;
const MOST_GROUPS_TRIED = 2;

/** Whether some set meets all conditions; true as well where that cannot be known. */
function meetsTogether(units: Units, qualification: Qualification): boolean {
  const codes = qualification.groups.flatMap((group) => group.units);
  const listed = [...new Set(codes)].flatMap((code) => units.get(code) ?? []);
  const tried =
    listed.length <= MOST_TRIED &&
    listed.every(({ code }) => codes.filter((one) => one === code).length <= MOST_GROUPS_TRIED) &&
    listed.every((unit) => unit.credits !== null && (unit.totalUnitTime !== null || !asksForHours(qualification)));
  return !tried || smallestCompletions({ units: listed, qualification }, [], 1) !== null;
}

function asksForHours({ combination }: Qualification): boolean {
  return combination.some((one) => 'totalUnitTime' in one && one.totalUnitTime !== undefined);
}

function short(asked: number, there: number, of = 'credits'): string | null {
  return asked > there ? `Asks for ${asked} ${of} where all units together give ${there}.` : null;
}
