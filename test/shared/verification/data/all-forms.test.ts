import { describe, expect, it } from 'vitest';
import { builtInPacks } from '../../../../electron/services/packs/built-in-packs.ts';
import type { SectionEntry, SignedSheet } from '../../../../shared/model/mark-sheet.ts';
import { packSchema, type Scheme } from '../../../../shared/model/pack.ts';
import { decide } from '../../../../shared/rules/decision.ts';
import { criterion, entry, schemeByCriterion, schemeMet } from '../../documents/sheets.ts';
import { sentences, verify } from '../verifying.ts';
import { ama, checkFile, filesOf, sheetBy } from './signed-sheets.ts';

const packs = builtInPacks().map((one) => packSchema.parse(JSON.parse(one.content)));
const LONG = 'You weigh the depot’s figures (2019 to 2025) against 3 sources, and say which of 12 you trust. '.repeat(
  60,
);

function entries(scheme: Scheme, share: number): SectionEntry[] {
  return scheme.sections.map((section) => {
    const criteria = section.criteria.map((one) =>
      criterion(one.id, {
        mark: one.available === null ? null : Math.ceil(one.available * share),
        met: scheme.rule.kind === 'criteria-met' ? (share > 0.5 ? 'achieved' : 'not-yet') : null,
        seen: ['p 3', 'p 12'],
      }),
    );
    const own = scheme.rule.kind === 'section-minimum' ? Math.ceil((section.available ?? 0) * share) : null;
    return entry(section.id, own, { criteria });
  });
}

function sheetOfScheme(scheme: Scheme, share: number, more: Partial<SignedSheet> = {}): SignedSheet {
  const sections = more.sections ?? entries(scheme, share);
  return sheetBy(ama, { scheme, sections, decision: decide(scheme, sections, more.redo), ...more });
}

async function expectAgreement(sheet: SignedSheet): Promise<void> {
  const files = await filesOf(sheet);
  for (const [name, bytes] of [
    ['sheet.pdf', files.pdf],
    ['sheet.docx', files.docx],
  ] as const) {
    const verification = await verify(bytes, name);
    expect(verification.verdict, sentences(verification)).toBe('intact');
    const codes = verification.findings.map((one) => one.code);
    expect(codes).toEqual(expect.arrayContaining(['outcome-by-rule', 'page-agrees', 'digest-right', 'author-agrees']));
    expect(codes).not.toContain('page-says-more');
    expect(verification.findings.filter((one) => one.severity === 'warning')).toEqual([]);
  }
}

describe('the pages and the data of an honest sheet agree', () => {
  const shipped = packs.flatMap((pack) =>
    pack.assessments.map((assessment) => {
      const form = pack.forms.find((one) => one.id === assessment.form);
      return [assessment.id, assessment.scheme, form] as const;
    }),
  );

  it('covers every mark sheet that ships', () => expect(shipped.length).toBeGreaterThanOrEqual(16));

  it.each(shipped)('on %s, passed and referred', { timeout: 60_000 }, async (_, scheme, form) => {
    if (!form) throw new Error('The pack lacks a form');
    await expectAgreement(sheetOfScheme(scheme, 0.8, { form }));
    await expectAgreement(sheetOfScheme(scheme, 0.3, { form }));
  });

  it.each([
    ['marks by criterion', schemeByCriterion],
    ['criteria achieved or not yet', schemeMet],
  ])('under the rule of %s', async (_, scheme) => {
    await expectAgreement(sheetOfScheme(scheme, 0.9));
    await expectAgreement(sheetOfScheme(scheme, 0.2));
  });

  const { scheme } = sheetBy(ama);
  const [a, b, c, d] = ['context', 'feedback', 'evaluate', 'plan'];
  const words = (of: readonly (readonly [string, string])[]) =>
    [a, b, c, d].map((id, index) => {
      const [strengths = '', improvements = ''] = of[index] ?? [];
      return entry(id ?? '', 20 - (index === 0 ? 12 : 0), { strengths, improvements });
    });

  it.each<[string, Partial<SignedSheet>]>([
    [
      'feedback that runs on over pages',
      {
        sections: words([
          [LONG, LONG],
          [LONG, ''],
          ['', LONG],
          ['', ''],
        ]),
      },
    ],
    ['no feedback at all', { sections: words([]) }],
    [
      'feedback that ends in figures or looks like a mark',
      {
        sections: words([
          ['See page 3', '26 /30 marks (min 15)'],
          ['12', '7'],
          ['/10 marks', '/30 marks'],
          ['PASS/REFERRAL', 'Total 50'],
        ]),
      },
    ],
    [
      'feedback that repeats headings and labels',
      {
        sections: words([
          ['Action plan for improvement', 'Context'],
          ['Learner Name:', 'Centre Number: 99'],
          ['Good', 'Good'],
          ['', 'None'],
        ]),
      },
    ],
    [
      'other scripts, accents and directions',
      {
        sections: words([
          ['Η αξιολόγηση είναι σαφής', 'يقدم المتعلم تحليلا نقديا لأدائه الإداري ولا بأس'],
          ['הלומדת (עם נתונים) used GROW (2019), וזה טוב. Then: 3-4 pages.', 'שָׁלוֹם עֲלֵיכֶם'],
          ['e\u0301te\u0301 a\u0308o\u0308u\u0308 q\u0303\u0323', '½ ① ☒ → ≥ € “quoted” – — … ﬁ 😀'],
          ['Đánh giá rõ ràng\r\nkế hoạch\n\n\thành động', 'a\u00adb\u200bc'],
        ]),
      },
    ],
    ['a learner read from the right', { learner: { ...sheetBy(ama).learner, name: 'שרה כהן' } }],
    ['the refusal box ticked', { attempt: { ...sheetBy(ama).attempt, standardisationRefused: true } }],
    [
      'an earlier revision',
      { revision: 2, supersedes: { revision: 1, digest: sheetBy(ama).chainHead, reason: 'A mark was mistyped' } },
    ],
  ])('with %s', { timeout: 60_000 }, async (_, more) => {
    await expectAgreement(sheetOfScheme(scheme, 0.7, more));
  });

  it('where only the total fails and the assessor named a section', async () => {
    const low: Scheme = { ...scheme, sections: scheme.sections.map((one) => ({ ...one, minimum: 0 })) };
    await expectAgreement(sheetOfScheme(low, 0.3, { redo: ['plan'] }));
  });

  it('in the check of a sheet', async () => {
    const files = await filesOf(sheetBy(ama));
    const verification = await verify(await checkFile(files), 'check.docx');
    expect(verification.verdict, sentences(verification)).toBe('intact');
    expect(sentences(verification)).toContain(
      'The outcome of the check PASS with a total of 65 follows from the marks',
    );
  });
});
