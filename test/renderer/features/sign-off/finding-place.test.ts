import { describe, expect, it } from 'vitest';
import { placeOf, placeWord } from '../../../../renderer/features/sign-off/finding-place.ts';
import type { CivilDate } from '../../../../shared/lib/dates.ts';
import type { RehearsalFinding } from '../../../../shared/rules/rehearsal-finding.ts';

const missing = (place: string, section: string | null): RehearsalFinding => ({
  code: 'missing-characters',
  severity: 'error',
  place,
  section,
  characters: ['𐎀'],
});

const inStrengths = { section: 's1', field: 'strengths', criterion: null } as const;

describe('where a finding is put right', () => {
  it.each<{ readonly finding: RehearsalFinding; readonly place: object; readonly word: string }>([
    {
      finding: { code: 'unmarked', severity: 'error', section: 's2' },
      place: { kind: 'section', section: 's2', part: 'mark' },
      word: 'Go there',
    },
    {
      finding: { code: 'no-feedback', severity: 'error', section: 's2' },
      place: { kind: 'section', section: 's2', part: 'strengths' },
      word: 'Go there',
    },
    {
      finding: { code: 'referred-without-improvement', severity: 'warning', section: 's1' },
      place: { kind: 'section', section: 's1', part: 'improvements' },
      word: 'Go there',
    },
    {
      finding: {
        ...{ code: 'judged-on-other-evidence', severity: 'error', section: 's1', criterion: 'c2' },
        ...{ judgedOn: [1], now: [2] },
      },
      place: { kind: 'section', section: 's1', part: 'mark', criterion: 'c2' },
      word: 'Go there',
    },
    {
      finding: { code: 'no-judgement', severity: 'warning', section: 's1', criteria: ['c2', 'c3'] },
      place: { kind: 'section', section: 's1', part: 'judgement', criterion: 'c2' },
      word: 'Go there',
    },
    {
      finding: { code: 'evidence-after-today', severity: 'warning', number: 3, date: '2026-11-23' as CivilDate },
      place: { kind: 'portfolio' },
      word: 'Open the portfolio',
    },
    {
      finding: missing('areas for improvement', 's1'),
      place: { kind: 'section', section: 's1', part: 'improvements' },
      word: 'Go there',
    },
    {
      finding: missing('seen at', 's1'),
      place: { kind: 'section', section: 's1', part: 'criteria' },
      word: 'Go there',
    },
    {
      finding: missing('strengths', 's1'),
      place: { kind: 'section', section: 's1', part: 'strengths' },
      word: 'Go there',
    },
    {
      finding: { code: 'placeholder-left', severity: 'error', ...inStrengths, words: '{learner}' },
      place: { kind: 'section', section: 's1', part: 'strengths' },
      word: 'Go there',
    },
    {
      finding: { code: 'same-feedback', severity: 'warning', ...inStrengths, registrationNumber: 'ABC124', attempt: 1 },
      place: { kind: 'section', section: 's1', part: 'strengths' },
      word: 'Go there',
    },
    {
      finding: {
        code: 'another-learners-name',
        severity: 'warning',
        section: 's1',
        field: 'judgement',
        criterion: 'c2',
        words: 'Amira Okafor',
        registrationNumber: 'ABC124',
      },
      place: { kind: 'section', section: 's1', part: 'judgement', criterion: 'c2' },
      word: 'Go there',
    },
    {
      finding: { code: 'declared-after-received', severity: 'warning', received: '2026-11-02' as CivilDate },
      place: { kind: 'learner' },
      word: 'Open the learner',
    },
    { finding: missing('centre name', null), place: { kind: 'centre' }, word: 'Open the settings' },
    { finding: missing('assessor name', null), place: { kind: 'centre' }, word: 'Open the settings' },
    { finding: missing('learner name', null), place: { kind: 'learner' }, word: 'Open the learner' },
    { finding: { code: 'nothing-to-redo', severity: 'error' }, place: { kind: 'redo' }, word: 'Name them' },
    { finding: { code: 'no-script', severity: 'error' }, place: { kind: 'learner' }, word: 'Open the learner' },
    { finding: { code: 'no-declaration', severity: 'error' }, place: { kind: 'learner' }, word: 'Open the learner' },
    { finding: { code: 'returned', severity: 'error' }, place: { kind: 'learner' }, word: 'Open the learner' },
  ])('$finding.code at $place', ({ finding, place, word }) => {
    expect(placeOf(finding)).toEqual(place);
    expect(placeWord(placeOf(finding))).toBe(word);
  });
});
