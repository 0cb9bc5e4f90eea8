import { describe, expect, it } from 'vitest';
import type { Scheme } from '../../../shared/model/pack.ts';
import { emptySection } from '../../../shared/rules/carry-forward.ts';
import { decide } from '../../../shared/rules/decision.ts';
import { byCriteria, criterionScheme, FOUR_SECTIONS, MET_SCHEME, MINIMA_OF_40, marked } from '../../support/schemes.ts';

const bySection = (marks: readonly (number | null)[], redo: readonly string[] = []) =>
  decide(FOUR_SECTIONS, marked(FOUR_SECTIONS, marks), redo);

describe('the section rule: 50 in total and the minimum in every section', () => {
  it.each([
    { what: 'every section at its minimum', marks: [5, 15, 15, 15], total: 50 },
    { what: 'every section one above its minimum', marks: [6, 16, 16, 16], total: 54 },
    { what: 'full marks', marks: [10, 30, 30, 30], total: 100 },
  ])('passes $what', ({ marks, total }) => {
    expect(bySection(marks)).toEqual({ outcome: 'pass', total });
  });

  it.each([
    { section: 's1', marks: [4, 15, 15, 15], mark: 4, minimum: 5 },
    { section: 's2', marks: [5, 14, 15, 15], mark: 14, minimum: 15 },
    { section: 's3', marks: [5, 15, 14, 15], mark: 14, minimum: 15 },
    { section: 's4', marks: [5, 15, 15, 14], mark: 14, minimum: 15 },
  ])('refers $section alone when it is one below its minimum', ({ section, marks, mark, minimum }) => {
    expect(bySection(marks)).toEqual({
      outcome: 'referral',
      total: 49,
      referred: [{ section, reason: 'below-minimum', mark, minimum }],
      totalShort: { total: 49, needed: 50 },
    });
  });

  it('refers a sheet of 90 with one section short: no compensation', () => {
    expect(bySection([4, 30, 26, 30])).toEqual({
      outcome: 'referral',
      total: 90,
      referred: [{ section: 's1', reason: 'below-minimum', mark: 4, minimum: 5 }],
      totalShort: null,
    });
  });

  it('counts a zero as a mark', () => {
    expect(bySection([0, 30, 30, 30])).toMatchObject({
      outcome: 'referral',
      referred: [{ section: 's1', mark: 0, minimum: 5 }],
    });
  });

  it('names every section that is short, in the order of the sheet', () => {
    expect(bySection([0, 15, 0, 0])).toMatchObject({
      outcome: 'referral',
      total: 15,
      referred: [{ section: 's1' }, { section: 's3' }, { section: 's4' }],
      totalShort: { total: 15, needed: 50 },
    });
  });

  it.each([
    { what: 'nothing marked', marks: [null, null, null, null], total: 0, unmarked: ['s1', 's2', 's3', 's4'] },
    { what: 'one section unmarked', marks: [10, 30, null, 30], total: 70, unmarked: ['s3'] },
    { what: 'one section short and one unmarked', marks: [0, 30, 30, null], total: 60, unmarked: ['s4'] },
    { what: 'all sections short but one unmarked', marks: [0, 0, 0, null], total: 0, unmarked: ['s4'] },
  ])('calls a sheet with $what incomplete, never a referral', ({ marks, total, unmarked }) => {
    expect(bySection(marks)).toEqual({ outcome: 'incomplete', total, unmarked });
  });

  it('takes a section without any entry for unmarked', () => {
    expect(decide(FOUR_SECTIONS, [])).toEqual({
      outcome: 'incomplete',
      total: 0,
      unmarked: ['s1', 's2', 's3', 's4'],
    });
  });

  it('judges by the section a mark belongs to, whatever order the entries stand in', () => {
    const entries = marked(FOUR_SECTIONS, [5, 15, 16, 17]).toReversed();
    expect(decide(FOUR_SECTIONS, entries)).toEqual({ outcome: 'pass', total: 53 });
  });

  it('does not count an entry for a section that the scheme has not', () => {
    const stray = { ...emptySection('elsewhere'), mark: 50 };
    expect(decide(FOUR_SECTIONS, [...marked(FOUR_SECTIONS, [5, 15, 15, 15]), stray])).toEqual({
      outcome: 'pass',
      total: 50,
    });
  });
});

describe('a total that fails alone, where minima add to 40', () => {
  const at49 = marked(MINIMA_OF_40, [19, 15, 15]);

  it('is a referral at 49 with every minimum met, and names no section by itself', () => {
    expect(decide(MINIMA_OF_40, at49)).toEqual({
      outcome: 'referral',
      total: 49,
      referred: [],
      totalShort: { total: 49, needed: 50 },
    });
  });

  it('refers the sections that the assessor named', () => {
    expect(decide(MINIMA_OF_40, at49, ['s3', 's1'])).toMatchObject({
      outcome: 'referral',
      referred: [
        { section: 's3', reason: 'named-by-assessor' },
        { section: 's1', reason: 'named-by-assessor' },
      ],
    });
  });

  it('passes at 50', () => {
    expect(decide(MINIMA_OF_40, marked(MINIMA_OF_40, [20, 15, 15]), ['s1'])).toEqual({ outcome: 'pass', total: 50 });
  });

  it('leaves the named sections out where a section is short of its own minimum', () => {
    expect(decide(MINIMA_OF_40, marked(MINIMA_OF_40, [10, 14, 15]), ['s1'])).toMatchObject({
      referred: [{ section: 's2', reason: 'below-minimum', mark: 14, minimum: 15 }],
      totalShort: { total: 39, needed: 50 },
    });
  });
});

describe('the criterion rule: every criterion at its minimum', () => {
  const entries = (scheme: Scheme, marks: readonly (readonly (number | null)[])[]) =>
    scheme.sections.map((section, index) =>
      byCriteria(
        section,
        (marks[index] ?? []).map((mark) => (mark === null ? null : { mark })),
      ),
    );
  const judge = (passTotal: number | null, marks: readonly (readonly (number | null)[])[]) => {
    const scheme = criterionScheme(passTotal);
    return decide(scheme, entries(scheme, marks));
  };

  it.each([
    { what: 'just at every minimum', marks: [[5, 12], [8]], total: 25 },
    { what: 'above every minimum', marks: [[6, 13], [9]], total: 28 },
  ])('passes $what where the total does not count', ({ marks, total }) => {
    expect(judge(null, marks)).toEqual({ outcome: 'pass', total });
  });

  it.each([
    { marks: [[4, 20], [20]], section: 's1', criteria: ['s1-1'] },
    { marks: [[10, 11], [20]], section: 's1', criteria: ['s1-2'] },
    { marks: [[0, 0], [20]], section: 's1', criteria: ['s1-1', 's1-2'] },
    { marks: [[10, 20], [7]], section: 's2', criteria: ['s2-1'] },
  ])('refers $section for $criteria, whatever the others make up', ({ marks, section, criteria }) => {
    expect(judge(null, marks)).toMatchObject({
      outcome: 'referral',
      referred: [{ section, reason: 'criterion-below-minimum', criteria }],
      totalShort: null,
    });
  });

  it.each([
    { marks: [[10, null], [20]], total: 30, unmarked: ['s1'] },
    { marks: [[4, null], [20]], total: 24, unmarked: ['s1'] },
    { marks: [[10, 20], [null]], total: 30, unmarked: ['s2'] },
  ])('is incomplete while a criterion of $unmarked has no mark', ({ marks, total, unmarked }) => {
    expect(judge(null, marks)).toEqual({ outcome: 'incomplete', total, unmarked });
  });

  it('counts the total where the scheme asks for one', () => {
    const marks = [[5, 12], [8]];
    expect(judge(25, marks)).toEqual({ outcome: 'pass', total: 25 });
    expect(judge(26, marks)).toMatchObject({
      outcome: 'referral',
      referred: [],
      totalShort: { total: 25, needed: 26 },
    });
  });
});

describe('the achievement rule: every criterion achieved', () => {
  const judge = (given: readonly (readonly ('achieved' | 'not-yet' | null)[])[]) =>
    decide(
      MET_SCHEME,
      MET_SCHEME.sections.map((section, index) =>
        byCriteria(
          section,
          (given[index] ?? []).map((met) => ({ met })),
        ),
      ),
    );

  it('passes when all are achieved, without any total', () => {
    expect(judge([['achieved', 'achieved'], ['achieved']])).toEqual({ outcome: 'pass', total: null });
  });

  it('refers the section of a criterion that is not yet achieved, and names the criterion', () => {
    expect(judge([['achieved', 'not-yet'], ['achieved']])).toEqual({
      outcome: 'referral',
      total: null,
      referred: [{ section: 's1', reason: 'criterion-not-met', criteria: ['s1-2'] }],
      totalShort: null,
    });
  });

  it('is incomplete, not referred, while a criterion has not been judged', () => {
    expect(judge([['not-yet', null], ['achieved']])).toEqual({ outcome: 'incomplete', total: null, unmarked: ['s1'] });
    expect(judge([])).toEqual({ outcome: 'incomplete', total: null, unmarked: ['s1', 's2'] });
  });
});
