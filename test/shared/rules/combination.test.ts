import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInPacks } from '../../../electron/services/packs/built-in-packs.ts';
import type { Pack } from '../../../shared/model/pack.ts';
import {
  type ClaimedUnit,
  type Combined,
  conditionsHeld,
  judgeCombination,
} from '../../../shared/rules/combination.ts';
import { type Completions, smallestCompletions } from '../../../shared/rules/smallest-completions.ts';
import { present } from '../../support/result.ts';

/** A shipped qualification with the units of its pack. */
function shipped(pack: string, qualification: string): Combined {
  const found: Pack = JSON.parse(present(builtInPacks().find((one) => one.code === pack)).content);
  return { units: found.units, qualification: present(found.qualifications.find((one) => one.code === qualification)) };
}

const claim = (group: string, ...units: readonly string[]): readonly ClaimedUnit[] =>
  units.map((unit) => ({ unit, group }));
/** The smallest sets of what is not given up. */
function completions(combined: Combined, claimed: readonly ClaimedUnit[], most?: number): Completions | null {
  const found = smallestCompletions(combined, claimed, most);
  if (found === 'too-many') throw new Error('It was given up');
  return found;
}
const failing = (combined: Combined, claimed: readonly ClaimedUnit[]) =>
  judgeCombination(combined, claimed)
    .conditions.filter((one) => !one.holds)
    .map((one) => one.id);

describe('the Award', () => {
  const award = shipped('ilm-8316', 'award');
  const group = present(award.qualification.groups[0]).code;

  it.each([
    { units: ['602', '604'], fails: [] },
    { units: ['602'], fails: ['mandatory-units', 'credits'] },
    { units: [], fails: ['mandatory-units', 'credits'] },
  ])('with $units fails $fails', ({ units, fails }) => {
    expect(failing(award, claim(group, ...units))).toEqual(fails);
  });

  it('is completed by the two units alone', () => {
    expect(completions(award, claim(group, '602'))).toEqual({
      added: 1,
      count: 1,
      sets: [[{ unit: '604', group }]],
    });
    expect(completions(award, claim(group, '602', '604'))).toEqual({ added: 0, count: 1, sets: [[]] });
  });
});

describe('the Diploma', () => {
  const diploma = shipped('ilm-8316', 'diploma');
  const credits = (...units: readonly string[]) =>
    units.reduce((sum, code) => sum + (present(diploma.units.find((unit) => unit.code === code)).credits ?? 0), 0);

  it('counts a unit once: the same one in both groups is refused and nothing can complete it', () => {
    const twice = [...claim('A', '602', '603'), ...claim('B', '602')];
    expect(failing(diploma, twice)).toContain('no-unit-in-both-groups');
    expect(completions(diploma, twice)).toBeNull();
    const verdict = judgeCombination(diploma, twice).conditions.find((one) => one.id === 'no-unit-in-both-groups');
    expect(verdict).toMatchObject({ possible: false, measure: { kind: 'twice', units: ['602'] } });
  });

  it('needs 12 credits of group A exactly: just enough and just too few', () => {
    const enough = claim('A', '602', '604');
    expect(credits('602', '604')).toBe(12);
    expect(failing(diploma, enough)).not.toContain('group-a-credits');
    expect(failing(diploma, claim('A', '602'))).toContain('group-a-credits');
  });

  it('says of each smallest completion that it completes, and of none with a unit less that it does', () => {
    const claimed = claim('A', '602');
    const found = present(completions(diploma, claimed));
    expect(found.sets.length).toBeGreaterThan(0);
    for (const set of found.sets) {
      expect(judgeCombination(diploma, [...claimed, ...set]).complete).toBe(true);
      for (let without = 0; without < set.length; without += 1) {
        expect(judgeCombination(diploma, [...claimed, ...set.toSpliced(without, 1)]).complete).toBe(false);
      }
    }
  });

  it('asks for more than half of the credits at level 6, not for half', () => {
    const levels = (level: number, value: number) => ({
      code: `u${level}${value}`,
      level,
      credits: value,
      guidedLearningHours: null,
      totalUnitTime: null,
    });
    const combined: Combined = {
      units: [levels(6, 10), levels(5, 10), levels(6, 1)],
      qualification: {
        groups: [{ code: 'A', title: 'A', units: ['u610', 'u510', 'u61'] }],
        combination: [{ id: 'share', kind: 'credit-share-above', level: 6, share: 0.5, wording: 'more than half' }],
      },
    };
    expect(failing(combined, claim('A', 'u610', 'u510'))).toEqual(['share']);
    expect(failing(combined, claim('A', 'u610', 'u510', 'u61'))).toEqual([]);
    expect(completions(combined, claim('A', 'u610', 'u510'))).toMatchObject({ added: 1, count: 1 });
  });
});

describe('the Level 7 diploma', () => {
  const diploma = shipped('cmi-7d27v2', 'diploma');

  it('counts a condition in credits and hours as one, that holds where both do', () => {
    const mandatory = claim('A', 'ML57', 'ML58', 'ML67');
    const verdict = judgeCombination(diploma, mandatory);
    expect(verdict.conditions.length).toBeGreaterThan(5);
    expect(conditionsHeld(verdict)).toEqual({ held: 2, of: 5 });
    expect(conditionsHeld(judgeCombination(diploma, []))).toEqual({ held: 0, of: 5 });
  });
});

/** Small made-up qualifications: few units, alike ones among them, two groups that overlap. */
const combinedOf = fc
  .record({
    units: fc.array(
      fc.record({
        level: fc.constantFrom(5, 6),
        credits: fc.constantFrom(2, 3, 5),
        hours: fc.constantFrom(null, 20, 50),
        groups: fc.constantFrom<readonly string[]>(['A'], ['B'], ['A', 'B']),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    a: fc.integer({ min: 0, max: 8 }),
    b: fc.integer({ min: 0, max: 8 }),
    level: fc.integer({ min: 0, max: 8 }),
    hours: fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined }),
    share: fc.constantFrom(0, 0.3, 0.5),
    asked: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
    claimed: fc.array(fc.nat({ max: 5 }), { maxLength: 2 }),
  })
  .map(({ units, a, b, level, hours, share, asked, claimed }) => {
    const codes = units.map((_, at) => `u${at}`);
    const group = (code: string) => ({
      code,
      title: code,
      units: codes.filter((_, at) => units[at]?.groups.includes(code)),
    });
    const wording = 'made up';
    const combination: Combined['qualification']['combination'] = [
      { id: 'a', kind: 'minimum-credits', group: 'A', credits: a, wording },
      { id: 'b', kind: 'minimum-credits', group: 'B', credits: b, wording },
      {
        id: 'level',
        kind: 'minimum-credits-at-level',
        level: 6,
        credits: level,
        ...(hours === undefined ? {} : { totalUnitTime: hours }),
        wording,
      },
      { id: 'share', kind: 'credit-share-above', level: 6, share, wording },
      { id: 'once', kind: 'one-group-per-unit', groups: ['A', 'B'], wording },
      ...(asked === undefined || codes[asked] === undefined
        ? []
        : [{ id: 'all', kind: 'all-units' as const, units: [codes[asked]], wording }]),
    ];
    const combined: Combined = {
      units: units.map((unit, at) => ({
        code: `u${at}`,
        level: unit.level,
        credits: unit.credits,
        guidedLearningHours: null,
        totalUnitTime: unit.hours,
      })),
      qualification: { groups: [group('A'), group('B')], combination },
    };
    const taken = [...new Set(claimed)].flatMap((at) => {
      const unit = units[at];
      return unit ? [{ unit: `u${at}`, group: unit.groups[0] ?? '' }] : [];
    });
    return { combined, claimed: taken };
  });

/** Every set of further units in every group that each may count for. */
function everySet({ units, qualification }: Combined, claimed: readonly ClaimedUnit[]): readonly ClaimedUnit[][] {
  return units
    .filter((unit) => !claimed.some((one) => one.unit === unit.code))
    .reduce<ClaimedUnit[][]>(
      (sets, unit) =>
        sets.flatMap((set) => [
          set,
          ...qualification.groups
            .filter((group) => group.units.includes(unit.code))
            .map((group) => [...set, { unit: unit.code, group: group.code }]),
        ]),
      [[]],
    );
}

describe('the smallest completing sets', () => {
  it('are those that trying every set finds, in number and in names', () => {
    fc.assert(
      fc.property(combinedOf, ({ combined, claimed }) => {
        const complete = everySet(combined, claimed).filter(
          (set) => judgeCombination(combined, [...claimed, ...set]).complete,
        );
        const found = completions(combined, claimed, 10_000);
        expect(found === null).toBe(complete.length === 0);
        if (found === null) return;
        const least = Math.min(...complete.map((set) => set.length));
        const names = (sets: readonly (readonly ClaimedUnit[])[]) =>
          sets
            .map((set) =>
              set
                .map((one) => `${one.unit}${one.group}`)
                .sort()
                .join(),
            )
            .sort();
        expect(found.added).toBe(least);
        const smallest = complete.filter((set) => set.length === least);
        expect(names(found.sets)).toEqual(names(smallest));
        expect(found.count).toBe(smallest.length);
      }),
      { numRuns: 600 },
    );
  });

  it('leave no condition possible that no further set can make hold, and none impossible that one can', () => {
    fc.assert(
      fc.property(combinedOf, ({ combined, claimed }) => {
        const sets = everySet(combined, claimed).map(
          (set) => judgeCombination(combined, [...claimed, ...set]).conditions,
        );
        judgeCombination(combined, claimed).conditions.forEach((condition, at) => {
          expect(condition.possible).toBe(sets.some((conditions) => conditions[at]?.holds));
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('how long an answer takes', () => {
  const different = (many: number): Combined => {
    const units = Array.from({ length: many }, (_, at) => ({
      code: `u${at}`,
      level: 5 + (at % 3),
      credits: 3 + ((at * 7) % 11),
      guidedLearningHours: null,
      totalUnitTime: 30 + at * 3,
    }));
    const wording = 'made up';
    return {
      units,
      qualification: {
        groups: [{ code: 'A', title: 'A', units: units.map((unit) => unit.code) }],
        combination: [
          { id: 'credits', kind: 'minimum-credits', group: null, credits: 60, totalUnitTime: 600, wording },
          { id: 'share', kind: 'credit-share-above', level: 6, share: 0.5, wording },
        ],
      },
    };
  };

  it('is bounded: a pack of many units, all different, is given up rather than holding up the screen', () => {
    expect(smallestCompletions(different(26), [])).toBe('too-many');
    expect(completions(different(20), [])).toMatchObject({ added: 9, count: 78 });
  });

  it('is there for whatever is chosen of a shipped qualification', () => {
    for (const [pack, qualification] of [
      ['ilm-8316', 'award'],
      ['ilm-8316', 'diploma'],
      ['cmi-7d27v2', 'diploma'],
      ['cmi-level-6', 'diploma'],
    ] as const) {
      const combined = shipped(pack, qualification);
      const codes = [...new Set(combined.qualification.groups.flatMap((group) => group.units))];
      const groupOf = (unit: string, pick: number) => {
        const groups = combined.qualification.groups.filter((group) => group.units.includes(unit));
        return present(groups[pick % groups.length]).code;
      };
      fc.assert(
        fc.property(fc.subarray(codes), fc.nat(), (units, pick) => {
          const claimed = units.map((unit) => ({ unit, group: groupOf(unit, pick) }));
          const found = completions(combined, claimed);
          for (const set of found?.sets ?? []) {
            expect(judgeCombination(combined, [...claimed, ...set]).complete).toBe(true);
            expect(set.length).toBe(found?.added);
          }
        }),
        { numRuns: 60 },
      );
    }
  });
});
