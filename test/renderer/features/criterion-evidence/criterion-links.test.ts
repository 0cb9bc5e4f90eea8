import { describe, expect, it } from 'vitest';
import {
  heldPieces,
  isLocked,
  linkTo,
  placeIn,
  placeWith,
  unlinkFrom,
} from '../../../../renderer/features/criterion-evidence/criterion-links.ts';
import type { CriterionEntry } from '../../../../shared/model/mark-sheet.ts';
import { aPortfolio, criterionOf, FIRST, SECOND } from './portfolio.ts';

const blank: CriterionEntry = { criterion: 'c1', mark: null, met: null, seen: [] };
const both = criterionOf('1.1', '1.2');
const portfolio = aPortfolio({
  links: [
    { evidence: SECOND, unit: 'U1', criterion: '1.2', place: 'p 9' },
    { evidence: FIRST, unit: 'U1', criterion: '1.1', place: 'p 3' },
    { evidence: FIRST, unit: 'U1', criterion: '1.2', place: 'p 3' },
    { evidence: FIRST, unit: 'U2', criterion: '1.1', place: 'p 7' },
  ],
  criteria: [{ unit: 'U1', criterion: '1.2', met: 'achieved', locked: true }],
});

describe('the evidence of a sheet’s criterion', () => {
  it('is what is linked to anything that it answers, each piece once, by number', () => {
    const held = heldPieces(both, blank, false, portfolio);
    expect(held.map(({ item, place }) => [item.number, place])).toEqual([
      [1, 'p 3'],
      [2, 'p 9'],
    ]);
    expect(heldPieces(criterionOf('2.1'), blank, false, portfolio)).toEqual([]);
  });

  it('is as it was signed, whatever is linked since', () => {
    const entry = { ...blank, evidence: [{ evidence: SECOND, place: 'as signed' }] };
    expect(heldPieces(both, entry, true, portfolio).map(({ item, place }) => [item.number, place])).toEqual([
      [2, 'as signed'],
    ]);
    expect(heldPieces(both, entry, false, portfolio)).toHaveLength(2);
    expect(heldPieces(both, blank, true, portfolio)).toEqual([]);
  });

  it('is locked where a signed sheet holds one of what it answers', () => {
    expect(isLocked(both, portfolio)).toBe(true);
    expect(isLocked(criterionOf('1.1'), portfolio)).toBe(false);
  });

  it('is linked to everything that the criterion answers, with its place where one is known', () => {
    expect(linkTo(both, SECOND)).toEqual([
      { evidence: SECOND, unit: 'U1', criterion: '1.1', linked: true },
      { evidence: SECOND, unit: 'U1', criterion: '1.2', linked: true },
    ]);
    expect(linkTo(criterionOf('1.1'), SECOND, 'p 1')).toEqual([
      { evidence: SECOND, unit: 'U1', criterion: '1.1', linked: true, place: 'p 1' },
    ]);
  });

  it('changes its place and is unlinked only where it was linked', () => {
    expect(placeIn(both, SECOND, 'p 10', portfolio)).toEqual([
      { evidence: SECOND, unit: 'U1', criterion: '1.2', linked: true, place: 'p 10' },
    ]);
    expect(unlinkFrom(both, FIRST, portfolio)).toEqual([
      { evidence: FIRST, unit: 'U1', criterion: '1.1', linked: false },
      { evidence: FIRST, unit: 'U1', criterion: '1.2', linked: false },
    ]);
  });
});

describe('a page that joins a place', () => {
  it.each([
    ['', 'p 3', 'p 3'],
    ['p 3', 'p 4', 'p 3, p 4'],
    ['p 3, p 4', 'p 4', 'p 3, p 4'],
    ['p 13', 'p 1', 'p 13, p 1'],
    ['p 3; p 4', 'p 4', 'p 3; p 4'],
    ['the second folder', '', 'the second folder'],
  ])('“%s” and “%s”', (place, page, expected) => {
    expect(placeWith(place, page)).toBe(expected);
  });
});
