import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../shared/lib/dates.ts';
import type { CriterionEntry, SignedSheet } from '../../../../shared/model/mark-sheet.ts';
import { conclusion } from '../../../../shared/verification/conclusion.ts';
import {
  evidenceId,
  fullSheetOf,
  itemOf,
  judged,
  judgedSheetOf,
  levelledSheetOf,
} from '../../documents/evidence-sheets.ts';
import { codes, sentences, verify } from '../verifying.ts';
import { ama, checkFile, filesOf, sheetBy, twoFacedFiles } from './signed-sheets.ts';

const honest = sheetBy(ama, judgedSheetOf());
const [firstItem, secondItem, thirdItem, fourthItem, ...otherItems] = honest.evidence ?? [];
if (!firstItem || !secondItem || !thirdItem || !fourthItem) throw new Error('The sheet has no evidence');

/** The sheet with another entry for criterion 1.1, or 1.2. */
function withCriterion(more: Partial<CriterionEntry>, of = 'ac1.1'): SignedSheet {
  const sections = honest.sections.map((section) => ({
    ...section,
    criteria: section.criteria.map((one) => (one.criterion === of ? { ...one, ...more } : one)),
  }));
  return { ...honest, sections };
}

/** The sheet with 1.1 not yet achieved. */
function referredSheet(more: Partial<CriterionEntry>): SignedSheet {
  const referred = [{ section: 'lo1', reason: 'criterion-not-met', criteria: ['ac1.1'] }] as const;
  const decision = { outcome: 'referral', total: null, referred, totalShort: null } as const;
  return { ...withCriterion({ met: 'not-yet', ...more }), decision };
}

async function bothOf({ pdf, docx }: { readonly pdf: Uint8Array; readonly docx: Uint8Array }) {
  return [await verify(pdf, 'sheet.pdf'), await verify(docx, 'sheet.docx')];
}

describe('a sheet that judges criteria on evidence', () => {
  it('is whole, and its pages agree with its data', async () => {
    for (const verification of await bothOf(await filesOf(honest))) {
      expect(verification.verdict, sentences(verification)).toBe('intact');
      expect(codes(verification)).toEqual(expect.arrayContaining(['evidence-whole', 'page-agrees', 'outcome-by-rule']));
      expect(verification.findings.filter((one) => one.severity === 'warning')).toEqual([]);
      expect(sentences(verification)).toContain(
        'Every criterion that is achieved (4) points at evidence in the sheet’s list (7 pieces)',
      );
    }
  });

  it.each([
    ['40 pieces of evidence, long notes and names, in three alphabets', fullSheetOf(40)],
    ['levels beside its criteria', levelledSheetOf(3)],
  ])('agrees with %s', { timeout: 60_000 }, async (_, sheet) => {
    for (const verification of await bothOf(await filesOf(sheetBy(ama, sheet)))) {
      expect(verification.verdict, sentences(verification)).toBe('intact');
      expect(codes(verification)).toEqual(expect.arrayContaining(['page-agrees', 'outcome-by-rule']));
      expect(verification.findings.filter((one) => one.severity === 'warning')).toEqual([]);
    }
  });

  it('is whole in the check of it too', async () => {
    const marks = honest.sections.flatMap(({ section, criteria }) =>
      criteria.map(({ criterion }) => ({ section, criterion, mark: 'achieved' }) as const),
    );
    const file = await checkFile(await filesOf(honest), { marks, decision: { outcome: 'pass', total: null } });
    const verification = await verify(file, 'check.docx');
    expect(verification.verdict, sentences(verification)).toBe('intact');
    expect(codes(verification)).toEqual(expect.arrayContaining(['evidence-whole', 'page-agrees']));
  });

  it('with letters in a file’s name that no font has still agrees', async () => {
    const { record } = secondItem;
    if (record.form !== 'document' || !record.file) throw new Error('The second piece is no document');
    const file = { ...record.file, name: 'ｒeport \u{10a00}\u0301 – 결과.docx' };
    const evidence = [firstItem, { ...secondItem, record: { ...record, file } }, thirdItem, fourthItem, ...otherItems];
    for (const verification of await bothOf(await filesOf({ ...honest, evidence }))) {
      expect(verification.verdict, sentences(verification)).toBe('intact');
    }
  });

  it('without any evidence, all criteria not yet achieved, is whole', async () => {
    const referred = [
      { section: 'lo1', reason: 'criterion-not-met', criteria: ['ac1.1', 'ac1.2'] },
      { section: 'lo2', reason: 'criterion-not-met', criteria: ['ac2.1', 'ac2.2'] },
    ] as const;
    const sections = honest.sections.map((section) => ({
      ...section,
      criteria: section.criteria.map(({ criterion }) => ({
        ...{ criterion, mark: null, met: 'not-yet' as const, seen: [], evidence: [] },
        judged: [judged('not-yet', '20T09:00', 2, [])],
      })),
    }));
    const decision = { outcome: 'referral', total: null, referred, totalShort: null } as const;
    for (const verification of await bothOf(await filesOf({ ...honest, evidence: [], sections, decision }))) {
      expect(verification.verdict, sentences(verification)).toBe('intact');
      expect(sentences(verification)).toContain('No criterion is achieved yet, and the list of evidence (0 pieces)');
    }
  });
});

describe('data that contradict themselves', () => {
  it.each<[string, SignedSheet, string]>([
    ['an achieved criterion without evidence', withCriterion({ evidence: [] }), 'is achieved without any evidence'],
    [
      'evidence that the list lacks',
      withCriterion({ evidence: [{ evidence: evidenceId(77), place: '' }] }),
      'points at evidence that is not in the list',
    ],
    [
      'no list at all',
      { ...honest, evidence: [] },
      '“1.1 Show that criterion 1 of outcome 1 is met” points at evidence that is not in the list',
    ],
    [
      'a number twice',
      { ...honest, evidence: [firstItem, { ...secondItem, number: 1 }, thirdItem, fourthItem, ...otherItems] },
      'the number E1 stands in the list more than once',
    ],
    [
      'a piece twice',
      { ...honest, evidence: [...(honest.evidence ?? []), { ...firstItem, number: 12 }] },
      'the piece with the number E1 stands in the list more than once',
    ],
    [
      'a last judgement that is another',
      withCriterion({ judged: [judged('achieved', '03T14:02', 1, [1]), judged('not-yet', '20T09:00', 2, [])] }),
      'the last judgement on “1.1 Show that criterion 1 of outcome 1 is met” is another',
    ],
    [
      'an achieved criterion that was judged on other evidence',
      withCriterion({ judged: [judged('achieved', '03T14:02', 1, [1])] }),
      'the last judgement on “1.1 Show that criterion 1 of outcome 1 is met” was made on other evidence than the sheet',
    ],
    [
      'a criterion not yet achieved that was judged on other evidence',
      referredSheet({
        evidence: [{ evidence: evidenceId(1), place: '' }],
        judged: [judged('not-yet', '20T09:00', 2, [])],
      }),
      'the last judgement on “1.1 Show that criterion 1 of outcome 1 is met” was made on other evidence than the sheet',
    ],
    [
      'attempts in another order',
      withCriterion({ judged: [judged('not-yet', '03T14:02', 2, []), judged('achieved', '20T09:00', 1, [1])] }),
      'are not in the order of the attempts',
    ],
    [
      'an attempt that is still to come',
      withCriterion({ judged: [judged('achieved', '03T14:02', 3, [1])] }),
      'are not in the order of the attempts',
    ],
    [
      'a criterion of an earlier attempt that is not achieved',
      referredSheet({ judged: [judged('not-yet', '20T09:00', 2, [1, 2])] }),
      'is said to be achieved in an earlier attempt, and is not achieved',
    ],
  ])('are found: %s', async (_, sheet, words) => {
    for (const verification of await bothOf(await filesOf(sheet))) {
      expect(verification.verdict).toBe('altered');
      expect(codes(verification)).toContain('evidence-wrong');
      expect(codes(verification)).not.toContain('evidence-whole');
      expect(sentences(verification)).toContain(words);
      expect(conclusion(verification)).toMatch(/^WRONG/);
    }
  });

  it('are not those whose clock was put back between two judgements: that is a warning', async () => {
    const back = [judged('not-yet', '20T09:15', 1, []), judged('achieved', '20T09:14', 2, [3, 4])];
    for (const verification of await bothOf(await filesOf(withCriterion({ judged: back }, 'ac1.2')))) {
      expect(verification.verdict).toBe('intact');
      expect(sentences(verification)).toContain('are not in the order of their times');
    }
  });
});

describe('pages that say something else than the data', () => {
  const long = `${'Each of the factors is weighed in turn. '.repeat(100)}All hold.`;
  const withLong = withCriterion({ judgement: long });
  const item = (index: number, more: Partial<typeof firstItem>) => ({
    ...honest,
    evidence: (honest.evidence ?? []).map((one, at) => (at === index ? { ...one, ...more } : one)),
  });

  it.each<[string, SignedSheet, SignedSheet, string]>([
    [
      'another judgement',
      withCriterion({ judgement: 'Nothing was shown.' }),
      honest,
      'as the judgement of “1.1 Show that criterion 1 of outcome 1 is met”, the pages “Nothingwasshown.',
    ],
    [
      'one word of a long judgement, quoted where it is',
      withCriterion({ judgement: long.replace(/All hold\.$/, 'All fail.') }),
      withLong,
      'Allhold.” as the judgement of',
    ],
    [
      'one more word at the end of a judgement',
      withCriterion({ judgement: `${long} Really.` }),
      withLong,
      'the judgement of “1.1',
    ],
    ['a judgement that the data lack', honest, withCriterion({ judgement: '' }), 'the earlier attempt of “1.1'],
    [
      'another place',
      withCriterion({
        evidence: [
          { evidence: evidenceId(1), place: '' },
          { evidence: evidenceId(2), place: 'p 4' },
        ],
      }),
      honest,
      'the data have “Evidence: E1, E2 (p 3)” as the evidence of “1.1',
    ],
    [
      'evidence that the data do not name',
      honest,
      withCriterion({ evidence: [{ evidence: evidenceId(1), place: '' }] }),
      'as the evidence of “1.1',
    ],
    ['that it was not achieved before', withCriterion({ carried: undefined } as never), honest, 'the earlier attempt'],
    ['where it was seen', withCriterion({ seen: ['p 8'] }, 'ac1.2'), honest, 'was seen'],
    ['another title', item(0, { title: 'Something else' }), honest, 'as the title of E1, the pages “Somethingelse'],
    ['another type', item(0, { kind: { code: null, text: 'other' } }), honest, 'as the type of E1'],
    ['simulated evidence as real', item(4, { simulated: false }), honest, 'as whether E5 is simulated'],
    ['real evidence as simulated', item(0, { simulated: true }), honest, 'as when E1 was added, the pages “Simulated'],
    [
      'another witness',
      item(3, {
        record: {
          ...(fourthItem.record.form === 'witness-testimony' ? fourthItem.record : ({} as never)),
          statement: 'She was not there.',
        },
      }),
      honest,
      'as the words of E4, the pages “Shewasnotthere.',
    ],
    ['one piece more', { ...honest, evidence: [...(honest.evidence ?? []), itemOf(11)] }, honest, 'end of the list'],
    ['one piece less', honest, { ...honest, evidence: [...(honest.evidence ?? []), itemOf(11)] }, 'E11'],
    [
      'another way to a judgement',
      withCriterion({ judged: [judged('achieved', '20T09:15', 2, [3, 4])] }, 'ac1.2'),
      honest,
      'how the judgement on “1.2',
    ],
    [
      'another time of a judgement',
      withCriterion({
        judged: [{ ...judged('achieved', '03T14:02', 1, [1, 2]), at: '2026-11-04T14:02:00.000+00:00' as Instant }],
      }),
      honest,
      'Attempt1,4Nov2026',
    ],
  ])('are found: %s', async (_, printed, sheet, words) => {
    for (const verification of await bothOf(await twoFacedFiles(printed, { sheet }))) {
      expect(verification.verdict, sentences(verification)).toBe('altered');
      expect(codes(verification)).toContain('page-disagrees');
      expect(sentences(verification)).toContain(words);
    }
  });

  it('are found where the data hold no evidence at all', async () => {
    const { evidence: _evidence, ...bare } = honest;
    const sections = honest.sections.map((section) => ({
      ...section,
      criteria: section.criteria.map(({ criterion, mark, met, seen }) => ({ criterion, mark, met, seen })),
    }));
    const sheet: SignedSheet = { ...bare, sections };
    for (const verification of await bothOf(await filesOf(sheet))) expect(verification.verdict).toBe('intact');
    for (const verification of await bothOf(await twoFacedFiles({ ...honest, sections }, { sheet }))) {
      expect(verification.verdict).toBe('altered');
      expect(sentences(verification)).toContain('the data have “none” as the list of evidence');
    }
  });
});

describe('data of another form', () => {
  it.each([
    ['a member of a piece of evidence', { ...honest, evidence: [{ ...firstItem, colour: 'green' }] }],
    ['a form of evidence', { ...honest, evidence: [{ ...firstItem, record: { form: 'video' } }] }],
    [
      'a member of a judgement',
      withCriterion({ judged: [{ ...judged('achieved', '03T14:02', 1, []), by: 'x' } as never] }),
    ],
  ])('are those of a newer program, and not checkable: %s', async (_, sheet) => {
    for (const verification of await bothOf(await twoFacedFiles(honest, { sheet: sheet as SignedSheet }))) {
      expect(verification.verdict).toBe('not-checkable');
      expect(sentences(verification)).toContain('a form that this program does not know');
    }
  });

  it.each([
    ['a number that is none', { ...honest, evidence: [{ ...firstItem, number: 'one' }] }],
    ['a day that does not exist', { ...honest, evidence: [{ ...firstItem, addedOn: '2026-02-30' }] }],
    ['a place that is missing', { ...honest, evidence: [{ ...firstItem, record: { form: 'document', file: null } }] }],
  ])('are not read: %s', async (_, sheet) => {
    for (const verification of await bothOf(await twoFacedFiles(honest, { sheet: sheet as never }))) {
      expect(verification.verdict).toBe('not-checkable');
      expect(codes(verification)).toContain('data-unknown');
    }
  });
});
