import { describe, expect, it } from 'vitest';
import { sentenceForFinding } from '../../../shared/api/finding-sentences.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { EvidenceId } from '../../../shared/model/ids.ts';
import type { CriterionEntry, SectionEntry } from '../../../shared/model/mark-sheet.ts';
import { emptySection } from '../../../shared/rules/carry-forward.ts';
import { type RehearsalInput, rehearse } from '../../../shared/rules/rehearsal.ts';
import type { RehearsedDates } from '../../../shared/rules/rehearsal-dates.ts';
import { FOUR_SECTIONS, MET_SCHEME, MINIMA_OF_40 } from '../../support/schemes.ts';
import { evidenceId, itemOf, judged } from '../documents/evidence-sheets.ts';
import { digestOf, sheetOf } from '../documents/sheets.ts';

const date = (text: string) => text as CivilDate;

function entry(section: string, mark: number | null, more: Partial<SectionEntry> = {}): SectionEntry {
  return { ...emptySection(section), strengths: 'Clear.', improvements: 'Go on.', mark, ...more };
}

const GOOD = [entry('s1', 7), entry('s2', 20), entry('s3', 20), entry('s4', 20)];

type Spoilt = Partial<Omit<RehearsalInput, 'dates'>> & { readonly dates?: Partial<RehearsedDates> };

/** A sheet that nothing stands against, to be spoilt in one place. */
function findings({ dates = {}, ...spoilt }: Spoilt = {}) {
  return rehearse({
    scheme: FOUR_SECTIONS,
    sections: GOOD,
    evidence: [],
    redo: [],
    scripts: 1,
    returned: false,
    dates: {
      today: date('2026-11-22'),
      dateReceived: date('2026-11-02'),
      declarationDate: date('2026-11-01'),
      earlier: null,
      lastSigned: null,
      ...dates,
    },
    words: { attempt: 1, others: [], own: [], alike: [] },
    stale: [],
    missing: [],
    ...spoilt,
  });
}

describe('a rehearsal', () => {
  it('finds nothing against a sheet that is complete', () => expect(findings()).toEqual([]));

  it('takes the dates of today for fine', () => {
    expect(findings({ dates: { declarationDate: date('2026-11-22'), dateReceived: date('2026-11-22') } })).toEqual([]);
  });

  it.each<{ what: string; spoilt: Spoilt; finding: object }>([
    { what: 'no script', spoilt: { scripts: 0 }, finding: { code: 'no-script', severity: 'error' } },
    {
      what: 'no declaration',
      spoilt: { dates: { declarationDate: null } },
      finding: { code: 'no-declaration', severity: 'error' },
    },
    {
      what: 'a section carried from a sheet that is open again',
      spoilt: { stale: [{ section: 's2', criterion: null, state: 'reopened' }] },
      finding: { code: 'carried-from-reopened', severity: 'error', section: 's2' },
    },
    {
      what: 'a section carried from a revision that was superseded',
      spoilt: { stale: [{ section: 's2', criterion: null, state: 'superseded' }] },
      finding: { code: 'carried-from-superseded', severity: 'error', section: 's2' },
    },
    { what: 'a Return', spoilt: { returned: true }, finding: { code: 'returned', severity: 'error' } },
    {
      what: 'a declaration dated after today',
      spoilt: { dates: { declarationDate: date('2026-11-23') } },
      finding: { code: 'declared-after-today', severity: 'warning' },
    },
    {
      what: 'a receipt dated after today',
      spoilt: { dates: { dateReceived: date('2026-11-23') } },
      finding: { code: 'received-after-today', severity: 'warning' },
    },
    {
      what: 'a section whose only feedback is signs',
      spoilt: { sections: GOOD.with(1, entry('s2', 20, { strengths: '- ', improvements: '- \n- ' })) },
      finding: { code: 'no-feedback', severity: 'error', section: 's2' },
    },
    {
      what: 'a section without a mark',
      spoilt: { sections: GOOD.with(2, entry('s3', null)) },
      finding: { code: 'unmarked', severity: 'error', section: 's3' },
    },
    {
      what: 'a section without any feedback',
      spoilt: { sections: GOOD.with(1, entry('s2', 20, { strengths: ' \n', improvements: '' })) },
      finding: { code: 'no-feedback', severity: 'error', section: 's2' },
    },
    {
      what: 'a referred section without an area for improvement',
      spoilt: { sections: GOOD.with(3, entry('s4', 14, { improvements: ' ' })) },
      finding: { code: 'referred-without-improvement', severity: 'warning', section: 's4' },
    },
    {
      what: 'characters that cannot be printed',
      spoilt: { missing: [{ place: 'Learner name', section: null, characters: ['漢'] }] },
      finding: {
        code: 'missing-characters',
        severity: 'error',
        place: 'Learner name',
        section: null,
        characters: ['漢'],
      },
    },
    {
      what: 'a total that fails alone with no section named',
      spoilt: { scheme: MINIMA_OF_40, sections: [entry('s1', 19), entry('s2', 15), entry('s3', 15)] },
      finding: { code: 'nothing-to-redo', severity: 'error' },
    },
  ])('finds $what and nothing else', ({ spoilt, finding }) => expect(findings(spoilt)).toEqual([finding]));

  it('finds every criterion that is achieved without evidence, carried ones too, each with its section', () => {
    const carried = { sheet: sheetOf().sheet, attempt: 1, revision: 1, digest: digestOf('1') };
    const met = (criterion: string, what: 'achieved' | 'not-yet', on: readonly string[]): CriterionEntry => ({
      criterion,
      mark: null,
      met: what,
      seen: [],
      evidence: on.map((one) => ({ evidence: one as EvidenceId, place: '' })),
    });
    const sections = [
      entry('s1', null, { criteria: [met('s1-1', 'achieved', []), met('s1-2', 'not-yet', [])] }),
      entry('s2', null, { criteria: [{ criterion: 's2-1', mark: null, met: 'achieved', seen: [] }], carried }),
    ];
    expect(findings({ scheme: MET_SCHEME, sections })).toEqual([
      { code: 'achieved-without-evidence', severity: 'error', section: 's1', criterion: 's1-1' },
      { code: 'achieved-without-evidence', severity: 'error', section: 's2', criterion: 's2-1' },
    ]);
    const proved = [
      entry('s1', null, { criteria: [met('s1-1', 'achieved', ['e']), met('s1-2', 'not-yet', [])] }),
      entry('s2', null, { criteria: [met('s2-1', 'achieved', ['e'])], carried }),
    ];
    expect(findings({ scheme: MET_SCHEME, sections: proved })).toEqual([]);
  });

  it('finds judgements on other evidence than the criterion points at, and names both in its sentence', () => {
    const ids = [1, 2].map(evidenceId);
    const met = (criterion: string, what: 'achieved' | 'not-yet', on: readonly number[], now: readonly number[]) => ({
      ...{ criterion, mark: null, met: what, seen: [], judgement: 'Why.', judged: [judged(what, '03T14:02', 1, on)] },
      evidence: ids.filter((_, index) => now.includes(index + 1)).map((evidence) => ({ evidence, place: '' })),
    });
    const evidence = [itemOf(2), itemOf(1)];
    const found = (first: CriterionEntry, second: CriterionEntry) =>
      findings({ scheme: MET_SCHEME, evidence, sections: [entry('s1', null, { criteria: [first, second] }), LAST] });
    const LAST = entry('s2', null, { criteria: [met('s2-1', 'achieved', [2, 1], [1, 2])] });
    const wrong = found(met('s1-1', 'achieved', [1], [2]), met('s1-2', 'not-yet', [1], []));
    const finding = { code: 'judged-on-other-evidence', severity: 'error', section: 's1' };
    expect(wrong).toEqual([
      { ...finding, criterion: 's1-1', judgedOn: [1], now: [2] },
      { ...finding, criterion: 's1-2', judgedOn: [1], now: [] },
    ]);
    expect(wrong.map((one) => sentenceForFinding(one, MET_SCHEME))).toEqual([
      expect.stringMatching(/^Criterion 1\.1 of .* was judged on E1 and points at E2 now\. /),
      expect.stringMatching(/^Criterion 1\.2 of .* was judged on E1 and points at no evidence now\. /),
    ]);
    expect(found(met('s1-1', 'achieved', [2], [2]), met('s1-2', 'not-yet', [], []))).toEqual([]);
  });

  it('warns of criteria judged in this attempt without words, in one finding for each section', () => {
    const met = (criterion: string, more: Partial<CriterionEntry> = {}): CriterionEntry => ({
      ...{ criterion, mark: null, met: 'not-yet', seen: [], judged: [judged('not-yet', '03T14:02', 2, [])] },
      ...more,
    });
    const carried = { sheet: sheetOf().sheet, attempt: 1, revision: 1, digest: digestOf('1') };
    const found = (criteria: readonly CriterionEntry[], more: Partial<SectionEntry> = {}) =>
      findings({
        ...{ scheme: MET_SCHEME, words: { attempt: 2, others: [], own: [], alike: [] } },
        sections: [entry('s1', null, { criteria, ...more }), entry('s2', null, { criteria: [met('s2-1', words)] })],
      });
    const words = { judgement: 'No costs.' };
    const blank = met('s1-2', { judgement: ' \n' });
    const [warning, ...others] = found([met('s1-1'), blank]);
    expect(others).toEqual([]);
    expect(warning).toEqual({ code: 'no-judgement', severity: 'warning', section: 's1', criteria: ['s1-1', 's1-2'] });
    if (warning) expect(sentenceForFinding(warning, MET_SCHEME)).toMatch(/ judges criteria 1\.1, 1\.2 without a word/);
    const earlier = { judged: [judged('not-yet', '03T14:02', 1, [])] };
    expect(found([met('s1-1', words), met('s1-2', earlier)])).toEqual([]);
    expect(found([met('s1-1'), blank], { carried })).toEqual([]);
  });

  it('warns of evidence that is dated after today, by its number, and not of what has no date', () => {
    const record = {
      form: 'questioning',
      date: date('2026-11-23'),
      place: '',
      participants: 'Both',
      notes: '',
    } as const;
    const late = itemOf(3, { record });
    const today = itemOf(4, { record: { ...record, date: date('2026-11-22') } });
    const product = itemOf(5, { record: { form: 'product', description: 'Plan', place: '' } });
    const found = findings({ evidence: [today, late, product] });
    expect(found).toEqual([{ code: 'evidence-after-today', severity: 'warning', number: 3, date: '2026-11-23' }]);
    for (const one of found) expect(sentenceForFinding(one, MET_SCHEME)).toContain('E3 is dated 23 Nov 2026');
  });

  it('finds a criterion that was carried from what no longer stands, and names it by the number of its unit', () => {
    const stale = (['reopened', 'superseded'] as const).map((state) => ({ section: 's1', criterion: 's1-2', state }));
    const sections = MET_SCHEME.sections.map(({ id, criteria }) =>
      entry(id, null, {
        criteria: criteria.map((one) => ({
          criterion: one.id,
          mark: null,
          met: 'achieved',
          seen: [],
          evidence: [{ evidence: 'e' as EvidenceId, place: '' }],
        })),
      }),
    );
    const found = findings({ scheme: MET_SCHEME, sections, stale });
    expect(found.map((one) => one.code)).toEqual([
      'criterion-carried-from-reopened',
      'criterion-carried-from-superseded',
    ]);
    for (const one of found) expect(sentenceForFinding(one, MET_SCHEME)).toMatch(/^Criterion 1\.2 of .*Heading of s1/);
  });

  it('is content with strengths alone, or improvements alone, where nothing is referred', () => {
    const sections = GOOD.with(0, entry('s1', 7, { improvements: '' })).with(1, entry('s2', 20, { strengths: '' }));
    expect(findings({ sections })).toEqual([]);
  });

  it('asks nothing of a carried section: it was rehearsed when it was signed', () => {
    const carried = { sheet: sheetOf().sheet, attempt: 1, revision: 1, digest: digestOf('1') };
    const sections = GOOD.with(1, entry('s2', 20, { strengths: '', improvements: '', carried }));
    expect(findings({ sections })).toEqual([]);
  });

  it('is content with a failed total once a section is named', () => {
    const sections = [entry('s1', 19), entry('s2', 15), entry('s3', 15)];
    expect(findings({ scheme: MINIMA_OF_40, sections, redo: ['s2'] })).toEqual([]);
  });

  it('takes sections that have no entry at all for unmarked and without feedback', () => {
    expect(findings({ sections: GOOD.slice(0, 3) })).toEqual([
      { code: 'unmarked', severity: 'error', section: 's4' },
      { code: 'no-feedback', severity: 'error', section: 's4' },
    ]);
  });

  it('lists everything at once, the sections in the order of the sheet', () => {
    const codes = findings({ sections: [], scripts: 0, dates: { declarationDate: null }, returned: true }).map((one) =>
      'section' in one ? `${one.code} ${one.section}` : one.code,
    );
    const bySection = ['s1', 's2', 's3', 's4'].flatMap((id) => [`unmarked ${id}`, `no-feedback ${id}`]);
    expect(codes).toEqual(['returned', 'no-script', 'no-declaration', ...bySection]);
  });
});
