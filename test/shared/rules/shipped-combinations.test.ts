import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CombinationCondition } from '../../../shared/model/pack.ts';
import { type ClaimedUnit, type Combined, judgeCombination } from '../../../shared/rules/combination.ts';
import { smallestCompletions } from '../../../shared/rules/smallest-completions.ts';
import { soundPack } from '../../seeds/shipped-pack.ts';
import { present } from '../../support/result.ts';

function shipped(pack: string, qualification: string): Combined {
  const { units, qualifications } = soundPack(pack);
  return { units, qualification: present(qualifications.find((one) => one.code === qualification)) };
}

const AWARD = shipped('ilm-8316', 'award');
const DIPLOMA = shipped('ilm-8316', 'diploma');
const LEVEL_6_CERTIFICATE = shipped('cmi-level-6', 'certificate');
const LEVEL_6_DIPLOMA = shipped('cmi-level-6', 'diploma');
const LEVEL_7 = shipped('cmi-7d27v2', 'diploma');
const PUBLIC_SERVICE = shipped('cmi-public-service', 'award');
const ALL = [AWARD, DIPLOMA, LEVEL_6_CERTIFICATE, LEVEL_6_DIPLOMA, LEVEL_7, PUBLIC_SERVICE];

/** Units by their groups, "A 602 603, B 604". */
function claimed(words: string): readonly ClaimedUnit[] {
  return words.split(', ').flatMap((part) => {
    const [group = '', ...units] = part.split(' ');
    return units.map((unit) => ({ unit, group }));
  });
}

function failing(combined: Combined, words: string): readonly string[] {
  const { conditions } = judgeCombination(combined, claimed(words));
  return [...new Set(conditions.filter((one) => !one.holds).map((one) => one.id))];
}

/** What is claimed, its sum as added up by hand from the source's own table, and the conditions that fail. */
type Case = readonly [words: string, sum: string, fails: readonly string[]];

describe('each condition of each shipped qualification, just met and just failed', () => {
  it('has a case for every condition', () => {
    expect(ALL.map(({ qualification }) => qualification.combination.map((one) => one.id))).toEqual([
      ['mandatory-units', 'credits'],
      ['group-a-credits', 'group-b-credits', 'no-unit-in-both-groups', 'level-6-share'],
      ['credits'],
      ['credits'],
      ['credits', 'mandatory-units', 'group-a', 'group-b', 'level-7'],
      [],
    ]);
  });

  it.each<Case>([
    ['mandatory 602 604', '6 + 6 = 12 of 12', []],
    ['mandatory 602', '6 of 12, without 604', ['mandatory-units', 'credits']],
    ['mandatory 604', '6 of 12, without 602', ['mandatory-units', 'credits']],
  ])('8316 Award, %s: %s', (words, _, fails) => {
    expect(failing(AWARD, words)).toEqual(fails);
  });

  it.each<Case>([
    // Group A asks for 12, of units of 6 each; group B for 30.
    ['A 602 603, B 604 605 607 609', 'A 12, B 6 + 6 + 6 + 12 = 30, all at level 6', []],
    ['A 602, B 603 604 605 609', 'A 6, B 6 + 6 + 6 + 12 = 30', ['group-a-credits']],
    ['A 602 603, B 604 607 609 507', 'A 12, B 6 + 6 + 12 + 5 = 29, level 6 36 of 41', ['group-b-credits']],
    ['A 602 603, B 604 605 608 609 507', 'A 12, B 6 + 6 + 3 + 12 + 5 = 32', []],
    // A unit in both groups counts in neither sum twice for the award.
    ['A 602 603, B 602 604 605 609', '602 in both groups', ['no-unit-in-both-groups']],
    // More than half at level 6: 18 of 36 is half, 27 of 55 is below, 30 of 58 is above.
    ['A 602 603, B 604 610 700 701', 'B 24, level 6 18 of 36', ['group-b-credits', 'level-6-share']],
    ['A 602 603, B 507 530 610 700 701 604 605 608', 'level 6 12 + 15 = 27 of 55', ['level-6-share']],
    ['A 602 603, B 507 530 610 700 701 604 605 607', 'level 6 12 + 18 = 30 of 58', []],
  ])('8316 Diploma, %s: %s', (words, _, fails) => {
    expect(failing(DIPLOMA, words)).toEqual(fails);
  });

  it.each<Case>([
    ['units 601 605', '6 + 7 = 13', []],
    ['units 601 602', '6 + 6 = 12', ['credits']],
    ['units 603 605', '5 + 7 = 12', ['credits']],
    ['units 604', '9', ['credits']],
  ])('CMI Level 6 Certificate, %s: %s of 13', (words, _, fails) => {
    expect(failing(LEVEL_6_CERTIFICATE, words)).toEqual(fails);
  });

  it.each<Case>([
    ['units 601 602 606 608 614 605', '5 x 6 + 7 = 37', []],
    ['units 604 605 609 613 601', '9 + 7 + 7 + 7 + 6 = 36', ['credits']],
    ['units 604 605 609 613 601 603', '36 + 5 = 41', []],
  ])('CMI Level 6 Diploma, %s: %s of 37', (words, _, fails) => {
    expect(failing(LEVEL_6_DIPLOMA, words)).toEqual(fails);
  });

  const A = 'A ML57 ML58 ML67';
  it.each<Case>([
    // Group A is 5 + 5 + 6 = 16 credits and 160 hours; every unit has ten hours to a credit.
    [`${A}, B ML56 ML63 ML64 ML46 ML47`, '16 + 6 + 6 + 7 + 5 + 5 = 45, 29 from B, level 7 16 + 19 = 35', []],
    [`${A}, B ML56 ML63 ML64 ML59 ML60`, '16 + 6 + 6 + 7 + 4 + 5 = 44, 28 from B', ['credits', 'group-b']],
    [`${A}, B ML64 ML56 ML60 ML46 ML52`, '16 + 7 + 6 + 5 + 5 + 6 = 45, level 7 16 + 18 = 34', ['level-7']],
    ['A ML57 ML58, B ML56 ML63 ML64 ML60 ML61 ML52', '10 + 35 = 45, without ML67', ['mandatory-units', 'group-a']],
    [A, '16', ['credits', 'group-b', 'level-7']],
  ])('CMI 7D27V2, %s: %s', (words, _, fails) => {
    expect(failing(LEVEL_7, words)).toEqual(fails);
  });

  it('CMI 7D27V2 in hours of total unit time: one hour less fails each minimum that it counts for', () => {
    const words = `${A}, B ML56 ML63 ML64 ML46 ML47`;
    const withHours = (code: string, totalUnitTime: number): Combined => ({
      ...LEVEL_7,
      units: LEVEL_7.units.map((unit) => (unit.code === code ? { ...unit, totalUnitTime } : unit)),
    });
    expect(judgeCombination(LEVEL_7, claimed(words))).toMatchObject({ credits: 45, totalUnitTime: 450 });
    expect(failing(withHours('ML47', 49), words)).toEqual(['credits', 'group-b']);
    expect(failing(withHours('ML63', 59), words)).toEqual(['credits', 'group-b', 'level-7']);
    expect(failing(withHours('ML67', 59), words)).toEqual(['credits', 'group-a', 'level-7']);
  });

  it('CMI Public Service has no rule in its source, so that none fails', () => {
    expect(failing(PUBLIC_SERVICE, '')).toEqual([]);
  });
});

/** A condition as its words say it, judged by nothing that the app judges by. */
function holds({ units }: Combined, condition: CombinationCondition, set: readonly ClaimedUnit[]): boolean {
  const known = set.map(({ unit, group }) => ({ ...present(units.find((one) => one.code === unit)), group }));
  const sum = (of: (unit: (typeof known)[number]) => boolean, what: 'credits' | 'totalUnitTime' = 'credits') =>
    known.filter(of).reduce((total, unit) => total + (unit[what] ?? 0), 0);
  switch (condition.kind) {
    case 'all-units':
      return condition.units.every((code) => known.some((unit) => unit.code === code));
    case 'one-group-per-unit':
      return new Set(known.map((unit) => unit.code)).size === known.length;
    case 'credit-share-above':
      return sum((unit) => unit.level === condition.level) > condition.share * sum(() => true);
    case 'minimum-credits':
    case 'minimum-credits-at-level': {
      const counts = (unit: (typeof known)[number]) =>
        condition.kind === 'minimum-credits'
          ? condition.group === null || condition.group === unit.group
          : condition.level === unit.level;
      return (
        sum(counts) >= condition.credits &&
        (condition.totalUnitTime === undefined || sum(counts, 'totalUnitTime') >= condition.totalUnitTime)
      );
    }
  }
}

/** Tries every set of one unit, of two and on until some complete: how many units, and how many such sets. */
function byTrying(combined: Combined, has: readonly ClaimedUnit[]): { added: number; count: number } | null {
  const { combination, groups } = combined.qualification;
  const free = [...new Set(groups.flatMap((group) => group.units))]
    .filter((unit) => !has.some((one) => one.unit === unit))
    .map((unit) => groups.filter((group) => group.units.includes(unit)).map((group) => ({ unit, group: group.code })));
  for (let added = 0; added <= free.length; added += 1) {
    let count = 0;
    const grow = (from: number, set: readonly ClaimedUnit[]): void => {
      if (set.length === has.length + added) {
        if (combination.every((condition) => holds(combined, condition, set))) count += 1;
        return;
      }
      for (let at = from; at < free.length; at += 1) {
        for (const way of free[at] ?? []) grow(at + 1, [...set, way]);
      }
    };
    grow(0, has);
    if (count > 0) return { added, count };
  }
  return null;
}

describe('the smallest sets that complete a shipped qualification', () => {
  /** Each unit in one of the groups that have it. */
  const inGroups = ({ qualification: { groups } }: Combined, pick: number) =>
    [...new Set(groups.flatMap((group) => group.units))].map((unit, at) => {
      const its = groups.filter((group) => group.units.includes(unit));
      return { unit, group: present(its[(pick + at) % its.length]).code };
    });

  it.each([
    ['8316 Award', AWARD, { added: 2, count: 1 }],
    // Two of group A's four, and group B's 30 in four units: 609 (12) and three of 6.
    ['8316 Diploma', DIPLOMA, { added: 6, count: 6 * 20 }],
    // Any two but 6 + 6 and 5 + 6 and 5 + 7: of 45 pairs, 10 of the fives' and sixes' and 3 with 5 + 7, 5 of 5 + 6.
    ['CMI Level 6 Certificate', LEVEL_6_CERTIFICATE, { added: 2, count: 45 - 10 - 5 - 3 }],
  ])('of the %s are what adding up by hand gives', (_, combined, expected) => {
    expect(smallestCompletions(combined, [])).toMatchObject(expected);
  });

  it('are what trying every set finds, from nothing chosen', () => {
    for (const combined of ALL) {
      const found = smallestCompletions(combined, []);
      expect(found).toMatchObject(present(byTrying(combined, [])));
    }
  });

  it.each([
    ['8316 Diploma', DIPLOMA],
    ['CMI Level 6 Diploma', LEVEL_6_DIPLOMA],
    ['CMI 7D27V2', LEVEL_7],
  ])('of the %s are what trying every set finds, whatever is chosen', (_, combined) => {
    const choice = fc.nat({ max: 3 }).chain((pick) => fc.subarray(inGroups(combined, pick)));
    fc.assert(
      fc.property(choice, (has) => {
        const found = smallestCompletions(combined, has);
        const tried = byTrying(combined, has);
        if (tried) expect(found).toMatchObject(tried);
        else expect(found).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});
