import { describe, expect, it } from 'vitest';
import { achievedOfSheet, criteriaStanding } from '../../../renderer/store/marking-criteria.ts';
import type { CriterionEntry, SectionEntry } from '../../../shared/model/mark-sheet.ts';
import type { SchemeSection } from '../../../shared/model/pack.ts';

const section = (id: string, minima: readonly (number | null)[]): SchemeSection => ({
  id,
  heading: id,
  preamble: [],
  criteria: minima.map((minimum, index) => ({
    id: `${id}-${index + 1}`,
    text: `Criterion ${index + 1}`,
    answers: [],
    available: minimum === null ? null : 20,
    minimum,
  })),
  available: null,
  minimum: null,
});
const entry = (id: string, rated: readonly Partial<CriterionEntry>[]): SectionEntry => ({
  section: id,
  strengths: '',
  improvements: '',
  mark: null,
  criteria: rated.map((one, index) => ({ criterion: `${id}-${index + 1}`, mark: null, met: null, seen: [], ...one })),
  carried: null,
});

describe('how the criteria of a section stand', () => {
  it('names those below their minimum by their place, a mark at the minimum not among them', () => {
    const standing = criteriaStanding(
      section('s1', [10, 10, 8]),
      entry('s1', [{ mark: 9 }, { mark: 10 }, { mark: 0 }]),
    );
    expect(standing).toMatchObject({ criteria: 3, marked: 3, marks: 19, below: [1, 3] });
  });

  it('takes a mark that is not given for no mark, not for a zero', () => {
    expect(criteriaStanding(section('s1', [10, 10]), undefined)).toMatchObject({ marked: 0, marks: 0, below: [] });
    expect(criteriaStanding(section('s1', [10, 10]), entry('s1', [{}, { mark: 12 }]))).toMatchObject({
      marked: 1,
      below: [],
    });
  });

  it('counts what is achieved and what is not yet over all sections', () => {
    const sections = [section('s1', [null, null]), section('s2', [null, null, null])];
    const entries = [
      entry('s1', [{ met: 'achieved' }, { met: 'not-yet' }]),
      entry('s2', [{ met: 'achieved' }, {}, { met: 'achieved' }]),
    ];
    expect(achievedOfSheet(sections, entries)).toEqual({ criteria: 5, achieved: 3, notYet: 1 });
    expect(achievedOfSheet(sections, [])).toEqual({ criteria: 5, achieved: 0, notYet: 0 });
  });
});
