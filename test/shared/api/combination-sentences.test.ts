import { describe, expect, it } from 'vitest';
import { combinationView } from '../../../shared/api/combination-sentences.ts';
import type { ConditionVerdict } from '../../../shared/rules/combination.ts';

/** The source prints numbers of two, and none of the third. */
const UNITS = [
  { code: 'ML58', number: 'M&L 58' },
  { code: '604', number: '8316-604' },
  { code: 'CPSP', number: null },
];

function told(measure: ConditionVerdict['measure'], holds = false, possible = true) {
  const condition = { id: 'c', wording: 'as the source says', holds, possible, measure };
  const verdict = { complete: holds, credits: 0, guidedLearningHours: 0, totalUnitTime: 0 };
  return combinationView({ ...verdict, conditions: [condition] }, UNITS).conditions[0];
}

describe('a condition in words', () => {
  it.each<{ readonly measure: ConditionVerdict['measure']; readonly sentence: string }>([
    { measure: { kind: 'units', missing: [] }, sentence: 'Every unit asked for' },
    { measure: { kind: 'units', missing: ['ML58'] }, sentence: 'Without M&L 58' },
    { measure: { kind: 'units', missing: ['ML58', '604', 'CPSP'] }, sentence: 'Without M&L 58, 8316-604 and CPSP' },
    { measure: { kind: 'credits', have: 1, need: 1 }, sentence: '1 of 1 credit' },
    { measure: { kind: 'credits', have: 27, need: 45 }, sentence: '27 of 45 credits, 18 to go' },
    { measure: { kind: 'credits', have: 50, need: 45 }, sentence: '50 of 45 credits' },
    { measure: { kind: 'hours', have: 0, need: 1450 }, sentence: '0 of 1,450 hours of total unit time, 1,450 to go' },
    { measure: { kind: 'share', have: 0, total: 0, share: 0.5 }, sentence: 'No credits yet, more than 50 % needed' },
    {
      measure: { kind: 'share', have: 21, total: 42, share: 0.5 },
      sentence: '21 of 42 credits: 50 %, more than 50 % needed',
    },
    // Never rounded up to more than it is.
    {
      measure: { kind: 'share', have: 2, total: 3, share: 0.666 },
      sentence: '2 of 3 credits: 66.6 %, more than 66.6 % needed',
    },
    { measure: { kind: 'twice', units: [] }, sentence: 'No unit counts twice' },
    { measure: { kind: 'twice', units: ['ML58'] }, sentence: 'Counted twice: M&L 58' },
  ])('$sentence', ({ measure, sentence }) => {
    expect(told(measure)?.sentence).toBe(sentence);
  });

  it('holds, does not yet, or can no longer hold', () => {
    const measure = { kind: 'credits', have: 1, need: 2 } as const;
    expect(told(measure, true)?.status).toBe('holds');
    expect(told(measure)?.status).toBe('open');
    expect(told(measure, false, false)?.status).toBe('impossible');
  });
});
