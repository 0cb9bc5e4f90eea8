import { describe, expect, it } from 'vitest';
import { draftOf, inputOf, isGranted, isSameChoice } from '../../../../renderer/features/progress/choice.ts';
import type { UnitDraft } from '../../../../renderer/store/enrolment-drafts.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import type { ChosenUnit } from '../../../../shared/model/enrolment.ts';

const DATE = '2026-10-01' as CivilDate;
const draft = (unit: string, more: Partial<UnitDraft> = {}): UnitDraft => ({
  unit,
  group: 'A',
  how: 'planned',
  reason: '',
  date: null,
  ...more,
});

describe('a choice of units on screen', () => {
  it('is sent as it was saved, where nothing was changed', () => {
    const saved: readonly ChosenUnit[] = [
      { unit: '602', group: 'A', how: 'planned' },
      { unit: '604', group: 'A', how: 'rpl', reason: 'Certificate of 2024', date: DATE },
    ];
    expect(inputOf(draftOf(saved))).toEqual(saved);
    expect(isSameChoice(draftOf(saved), draftOf(saved.toReversed()))).toBe(true);
  });

  it('sends what is not filled in as missing, for the main side to say so', () => {
    expect(inputOf([draft('602', { how: 'rpl', reason: ' ' })])).toEqual([{ unit: '602', group: 'A', how: 'rpl' }]);
  });

  it('forgets the words for a grant that was taken back', () => {
    const back = [draft('602', { reason: 'Certificate', date: DATE })];
    expect(inputOf(back)).toEqual([{ unit: '602', group: 'A', how: 'planned' }]);
    expect(isSameChoice(back, [draft('602')])).toBe(true);
  });

  it('is another one with another unit, group, way, reason or date', () => {
    const rpl = { how: 'rpl', reason: 'Certificate', date: DATE } as const;
    const one = [draft('602', rpl)];
    const others = [
      [],
      [draft('604', rpl)],
      [draft('602', { ...rpl, group: 'B' })],
      [draft('602')],
      [draft('602', { ...rpl, how: 'exemption' })],
      [draft('602', { ...rpl, reason: 'Licence' })],
      [draft('602', { ...rpl, date: null })],
    ];
    expect(others.filter((other) => isSameChoice(one, other))).toEqual([]);
  });

  it('counts a grant once its words and its date are there', () => {
    const rpl = { how: 'rpl', reason: 'Certificate', date: DATE } as const;
    expect(isGranted(draft('602', rpl))).toBe(true);
    const open = [draft('602'), draft('602', { ...rpl, reason: ' ' }), draft('602', { ...rpl, date: null }), undefined];
    expect(open.filter(isGranted)).toEqual([]);
  });
});
