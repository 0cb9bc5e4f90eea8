import { describe, expect, it } from 'vitest';
import { sentenceForFinding } from '../../../shared/api/finding-sentences.ts';
import type { SectionEntry } from '../../../shared/model/mark-sheet.ts';
import { acknowledgedOf, warningKey } from '../../../shared/rules/acknowledged-warnings.ts';
import { emptySection } from '../../../shared/rules/carry-forward.ts';
import { isWarning } from '../../../shared/rules/rehearsal-finding.ts';
import { type RehearsedWords, wordFindings } from '../../../shared/rules/rehearsal-words.ts';
import { MET_SCHEME } from '../../support/schemes.ts';
import { digestOf, sheetOf } from '../documents/sheets.ts';

const others = [{ name: 'Amira Okafor', registrationNumber: 'FHD1042' }];
const given: RehearsedWords = { pass: true, attempt: 1, others, own: ['Rhys Jones'], alike: [] };

const judged = (judgement: string) =>
  ({ criterion: 's1-1', mark: null, met: 'achieved', seen: [], judgement }) as const;

function found(entry: Partial<SectionEntry>, more: Partial<RehearsedWords> = {}) {
  return wordFindings({ ...emptySection('s1'), ...entry }, { ...given, ...more });
}

const at = (field: string, criterion: string | null = null) => ({ section: 's1', field, criterion });

describe('the words of a section', () => {
  it.each<[string, Partial<SectionEntry>, Partial<RehearsedWords>, object]>([
    [
      'a Pass that speaks of a referral',
      { strengths: 'Good.', improvements: 'Please **re-submit** it.' },
      {},
      { code: 'pass-speaks-of-referral', ...at('improvements'), words: 're-submit' },
    ],
    [
      'a Pass whose words are parted by signs',
      { improvements: 'This is **not yet** met.' },
      {},
      { code: 'pass-speaks-of-referral', ...at('improvements'), words: 'not yet met' },
    ],
    [
      'a Pass whose judgement speaks of a referral',
      { criteria: [judged('Not yet achieved.')] },
      {},
      { code: 'pass-speaks-of-referral', ...at('judgement', 's1-1'), words: 'Not yet achieved' },
    ],
    [
      'another learner in a bullet',
      { strengths: '- Well done, **Amira** Okafor' },
      {},
      { code: 'another-learners-name', ...at('strengths'), words: 'Amira Okafor', registrationNumber: 'FHD1042' },
    ],
    [
      'another learner in a quotation',
      { strengths: '> [1] “I asked Okafor.” (p 2)' },
      {},
      { code: 'another-learners-name', ...at('strengths'), words: 'Okafor', registrationNumber: 'FHD1042' },
    ],
    [
      'the same words as on another sheet',
      { strengths: 'Any.' },
      { alike: [{ section: 's1', field: 'strengths', registrationNumber: 'FHD1042', attempt: 2 }] },
      { code: 'same-feedback', ...at('strengths'), registrationNumber: 'FHD1042', attempt: 2 },
    ],
    [
      'a quotation without its words',
      { improvements: 'See this:\n> [3]  (p 4)' },
      {},
      { code: 'quotation-without-words', ...at('improvements'), number: 3 },
    ],
    [
      'a quotation of empty quotation marks',
      { improvements: '> “”' },
      {},
      { code: 'quotation-without-words', ...at('improvements'), number: null },
    ],
  ])('warn of %s', (_, entry, more, finding) => {
    expect(found(entry, more)).toEqual([{ severity: 'warning', ...finding }]);
  });

  it.each(['{first name}', '{First  Name}', '{learner}', '{unit}'])(
    'block signing while %s stands in them',
    (words) => {
      expect(found({ strengths: `Well done, ${words}.` })).toEqual([
        { code: 'placeholder-left', severity: 'error', ...at('strengths'), words },
      ]);
    },
  );

  it.each<[string, Partial<SectionEntry>, Partial<RehearsedWords>]>([
    ['a Referral that speaks of one', { improvements: 'Please resubmit.' }, { pass: false }],
    ['the learner’s own words on a referral', { strengths: '> [1] “The patient’s referral was late.” (p 2)' }, {}],
    ['words in braces that are no placeholder', { strengths: 'The set {1, 2}.' }, {}],
    ['a quotation of a figure', { strengths: '> [1] Figure 2 (p 4)' }, {}],
    [
      'a section that is alike elsewhere',
      { strengths: 'A.' },
      { alike: [{ section: 's2', field: 'strengths', registrationNumber: 'A', attempt: 1 }] },
    ],
  ])('have nothing against %s', (_, entry, more) => expect(found(entry, more)).toEqual([]));

  it('are not rehearsed again where they were carried forward', () => {
    const carried = { sheet: sheetOf().sheet, attempt: 1, revision: 1, digest: digestOf('1') };
    expect(found({ strengths: 'Resubmit, Amira Okafor, {learner}.', carried })).toEqual([]);
    expect(found({ criteria: [{ ...judged('Resubmit.'), carried }] })).toEqual([]);
  });
});

describe('a warning', () => {
  const all = found(
    {
      strengths: 'Resubmit, Amira Okafor.\n> (p 2)',
      improvements: 'Resubmit.',
      criteria: [judged('Resubmit.')],
    },
    { alike: [{ section: 's1', field: 'strengths', registrationNumber: 'FHD1042', attempt: 1 }] },
  ).filter(isWarning);

  it('has a key of its own, which is another one where it finds something else', () => {
    const keys = all.map(warningKey);
    expect(keys).toEqual([
      'pass-speaks-of-referral/s1/strengths/Resubmit',
      'another-learners-name/s1/strengths/FHD1042',
      'pass-speaks-of-referral/s1/improvements/Resubmit',
      'pass-speaks-of-referral/s1/s1-1/judgement/Resubmit',
      'same-feedback/s1/strengths/FHD1042/1',
      'quotation-without-words/s1/strengths/',
    ]);
    const [changed] = found({ strengths: 'You failed.' }).filter(isWarning);
    expect(changed && keys.includes(warningKey(changed))).toBe(false);
  });

  it('is recorded by its code and place, once for each, and names nobody', () => {
    const recorded = acknowledgedOf(all);
    expect(recorded).toEqual([
      { code: 'pass-speaks-of-referral', section: 's1' },
      { code: 'another-learners-name', section: 's1' },
      { code: 'pass-speaks-of-referral', section: 's1', criterion: 's1-1' },
      { code: 'same-feedback', section: 's1' },
      { code: 'quotation-without-words', section: 's1' },
    ]);
    expect(acknowledgedOf([{ code: 'received-after-today', severity: 'warning' }])).toEqual([
      { code: 'received-after-today', section: null },
    ]);
  });

  it('explains itself in a sentence that names its place', () => {
    expect(all.map((one) => sentenceForFinding(one, MET_SCHEME))).toEqual([
      'The outcome is a Pass, but the strengths of “1 Heading of s1” speak of a referral: “Resubmit”. Check the marks or the words.',
      'The strengths of “1 Heading of s1” name “Amira Okafor”, as another learner is called (FHD1042). Check who is meant.',
      'The outcome is a Pass, but the areas for improvement of “1 Heading of s1” speak of a referral: “Resubmit”. Check the marks or the words.',
      'The outcome is a Pass, but the words of criterion 1.1 of “1 Heading of s1” speak of a referral: “Resubmit”. Check the marks or the words.',
      'The strengths of “1 Heading of s1” stand word for word on the sheet of FHD1042, attempt 1. Check that they are about this work.',
      'The strengths of “1 Heading of s1” hold a quotation without the learner’s words. Add them or take it out.',
    ]);
  });
});
