import { describe, expect, it } from 'vitest';
import {
  decideOn,
  faultsIn,
  markFault,
  placesToMark,
  typedFrom,
} from '../../../../renderer/features/checks/qa-entries.ts';
import type { TypedMark } from '../../../../renderer/store/check-drafts.ts';
import { criterionScheme, FOUR_SECTIONS, MET_SCHEME } from '../../../support/schemes.ts';

const bySection = (...marks: readonly string[]): readonly TypedMark[] =>
  marks.map((typed, at) => ({ section: `s${at + 1}`, criterion: null, typed }));
const four = { scheme: FOUR_SECTIONS, redo: [] };

describe('what typed QA marks come to', () => {
  it('is by the sheet’s own rule', () => {
    expect(decideOn(four, bySection('8', '23', '22', '15'))).toEqual({ outcome: 'pass', total: 68 });
    expect(decideOn(four, bySection('8', '23', '22', '9'))).toMatchObject({ outcome: 'referral', total: 62 });
  });

  it('is nothing yet while a section is empty or holds what is no mark', () => {
    expect(decideOn(four, bySection('8', '', '22', '31'))).toEqual({
      outcome: 'incomplete',
      total: 30,
      unmarked: ['s2', 's4'],
    });
    expect(faultsIn(FOUR_SECTIONS, bySection('8', '', '22', '31'))).toBe(1);
  });

  it('counts marks by criterion, and achieved or not yet', () => {
    const scheme = criterionScheme(null);
    const all = scheme.sections.flatMap((section) =>
      placesToMark(scheme, section).map((criterion) => ({
        section: section.id,
        criterion: criterion?.id ?? null,
        typed: String(criterion?.available),
      })),
    );
    expect(decideOn({ scheme, redo: [] }, all)).toEqual({ outcome: 'pass', total: 50 });
    const met = MET_SCHEME.sections.flatMap((section) =>
      section.criteria.map(({ id }) => ({ section: section.id, criterion: id, typed: 'achieved' })),
    );
    expect(decideOn({ scheme: MET_SCHEME, redo: [] }, met)).toEqual({ outcome: 'pass', total: null });
    expect(faultsIn(MET_SCHEME, met)).toBe(0);
  });
});

it('shows signed marks as they were typed', () => {
  expect(typedFrom([{ section: 's1', criterion: null, mark: 8 }])).toEqual([
    { section: 's1', criterion: null, typed: '8' },
  ]);
});

it.each([
  ['7', null],
  ['', null],
  ['31', 'Only 30 are available here. Type a number from 0 to 30.'],
  ['-1', 'A mark cannot be less than 0. Type a number from 0 to 30.'],
  ['7.5', 'A mark is a whole number in digits. Type a number from 0 to 30.'],
])('says of %j as a mark of 30: %s', (typed, sentence) => {
  expect(markFault(typed, 30)).toBe(sentence);
});
