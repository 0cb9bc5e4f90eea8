import { describe, expect, it } from 'vitest';
import { drawDocx } from '../../../../electron/exports/docx/draw-docx.ts';
import { drawPdf } from '../../../../electron/exports/pdf/draw-pdf.ts';
import { signDocx } from '../../../../electron/signing/opc/sign-docx.ts';
import { fillFields } from '../../../../electron/signing/pades/fill-fields.ts';
import { markSheetDocument } from '../../../../shared/documents/mark-sheet-document.ts';
import { canonicalJson } from '../../../../shared/lib/canonical-json.ts';
import type { CivilDate, Instant } from '../../../../shared/lib/dates.ts';
import type { SignedSheet } from '../../../../shared/model/mark-sheet.ts';
import { conclusion } from '../../../../shared/verification/conclusion.ts';
import { edited } from '../../../electron/signing/opc/opc-tools.ts';
import { identityOf } from '../../../electron/signing/signers.ts';
import { entry } from '../../documents/sheets.ts';
import { codes, sentences, verify } from '../verifying.ts';
import { ama, checkFile, filesOf, rhys, sha256, sheetBy, twoFacedFiles } from './signed-sheets.ts';

const honest = sheetBy(ama);
const with7 = (mark: number): Partial<SignedSheet> => ({
  sections: [entry('context', mark), ...honest.sections.slice(1)],
  decision: { outcome: 'pass', total: 60 + mark },
});

type Formats = { readonly pdf: Uint8Array; readonly docx: Uint8Array };

async function bothOf({ pdf, docx }: Formats) {
  return [await verify(pdf, 'sheet.pdf'), await verify(docx, 'sheet.docx')];
}

describe('a file whose signature holds and whose words do not', () => {
  const pages: readonly (readonly [string, Partial<SignedSheet>, string])[] = [
    ['another mark', with7(9), 'the data have “7” as the mark of “Context”, the pages “9”'],
    [
      'another total',
      { decision: { outcome: 'pass', total: 76 } },
      'the data have “67” as the assessor’s total, the pages “76”',
    ],
    [
      'another outcome',
      { decision: { outcome: 'referral', total: 67, referred: [], totalShort: null } },
      'the data have “PASS” as the assessor’s outcome, the pages “REFERRAL”',
    ],
    [
      'another learner',
      { learner: { ...honest.learner, name: 'Rhys Jonas' } },
      'as the learner’s name, the pages “RhysJonas',
    ],
    [
      'another registration number',
      { learner: { ...honest.learner, registrationNumber: 'ABC124' } },
      'the data have “ABC123” as the learner’s registration number, the pages “ABC124',
    ],
    [
      'a longer registration number',
      { learner: { ...honest.learner, registrationNumber: 'ABC1234' } },
      'the data have “ABC123” as the learner’s registration number, the pages “ABC1234',
    ],
    [
      'the same words with others before them',
      { sections: [entry('context', 7, { strengths: 'No Strength in context.' }), ...honest.sections.slice(1)] },
      'the data have “Strength in context.” as the strengths of “Context”, the pages “NoStrengthincontext.',
    ],
    [
      'the same words with others behind them',
      { sections: [entry('context', 7, { improvements: 'Improve context. Or fail.' }), ...honest.sections.slice(1)] },
      'as the areas for improvement of “Context”, the pages “Improvecontext.Orfail.',
    ],
    ['another centre', { centre: { ...honest.centre, number: '012346' } }, 'as the centre’s number, the pages “012346'],
    [
      'other words of feedback',
      { sections: [entry('context', 7, { strengths: 'Nothing at all.' }), ...honest.sections.slice(1)] },
      'as the strengths of “Context”',
    ],
    [
      'another assessor',
      { assessor: { ...honest.assessor, name: 'Ama Menszah' } },
      'as the assessor’s name, the pages “AmaMenszah',
    ],
    [
      'the refusal box ticked',
      { attempt: { ...honest.attempt, standardisationRefused: true } },
      'as the box on standardisation, the pages “☒',
    ],
    [
      'a section that is not referred',
      {
        decision: {
          outcome: 'referral',
          total: 67,
          referred: [{ section: 'plan', reason: 'below-minimum', mark: 18, minimum: 15 }],
          totalShort: null,
        },
      },
      'as the referred sections, the pages “Action plan for improvement”',
    ],
    [
      'another date received',
      { attempt: { ...honest.attempt, dateReceived: '2026-11-03' as CivilDate } },
      'as the date received',
    ],
  ];

  it.each(pages)('shows %s on its pages than in its data', async (_, more, words) => {
    for (const verification of await bothOf(await twoFacedFiles({ ...honest, ...more }, { sheet: honest }))) {
      expect(verification.verdict).toBe('altered');
      expect(codes(verification)).toContain('page-disagrees');
      expect(sentences(verification)).toContain(words);
      expect(conclusion(verification)).toMatch(
        /^WRONG\. Mark sheet of ABC123, .*revision 1: PASS, total 67\. The signatures hold/,
      );
      expect(verification.content).toBeNull();
    }
  });

  it.each<[string, Partial<SignedSheet>, string]>([
    [
      'a Pass below a minimum',
      { sections: [entry('context', 4), ...honest.sections.slice(1)], decision: { outcome: 'pass', total: 64 } },
      'they give REFERRAL with a total of 64, referred: Context (Context 4, minimum 5',
    ],
    [
      'a total that is no sum',
      { decision: { outcome: 'pass', total: 68 } },
      'PASS with a total of 68 does not follow from the marks',
    ],
    [
      'a mark above what there is',
      { sections: [entry('context', 11), ...honest.sections.slice(1)], decision: { outcome: 'pass', total: 71 } },
      'does not follow from the marks',
    ],
    [
      'an outcome without all marks',
      { sections: [entry('context', null), ...honest.sections.slice(1)], decision: { outcome: 'pass', total: 60 } },
      'they give not complete with a total of 60',
    ],
  ])('states %s', async (_, more, words) => {
    for (const verification of await bothOf(await filesOf({ ...honest, ...more }))) {
      expect(verification.verdict).toBe('altered');
      expect(sentences(verification)).toContain(words);
      expect(conclusion(verification)).toMatch(/^WRONG/);
    }
  });

  it('states a digest that its data do not have', async () => {
    for (const verification of await bothOf(await filesOf(honest, { digest: sha256('something else') }))) {
      expect(codes(verification)).toContain('digest-wrong');
      expect(verification.verdict).toBe('altered');
    }
  });

  it('names another key than the one that signed: the same name with another key', async () => {
    const impostor = await identityOf('Ama Mensah', 'assessor');
    for (const verification of await bothOf(await filesOf(honest, { who: impostor }))) {
      expect(verification.verdict).toBe('altered');
      expect(sentences(verification)).toContain('the data or the signature come from elsewhere');
    }
  });

  it('says more beside the assessor’s words than the data hold, which is a warning', async () => {
    const improvements = 'Improve context.';
    const printed = {
      ...honest,
      sections: [entry('context', 7, { improvements: `A line more.\n${improvements}` }), ...honest.sections.slice(1)],
    };
    for (const verification of await bothOf(await twoFacedFiles(printed, { sheet: honest }))) {
      expect(verification.verdict).toBe('intact');
      expect(sentences(verification)).toContain('the pages say what the data do not hold: “Alinemore.”');
    }
  });

  it('was made by a newer program, and is then not checkable', async () => {
    const newer = { ...honest, colour: 'green' } as SignedSheet;
    for (const verification of await bothOf(await twoFacedFiles(honest, { sheet: newer }))) {
      expect(verification.verdict).toBe('not-checkable');
      expect(sentences(verification)).toContain('a form that this program does not know');
    }
  });

  it('carries data that are no canonical JSON', async () => {
    const document = markSheetDocument({ sheet: honest, digest: sha256('') });
    const attachment = { name: 'countersign-sheet.json', json: `${canonicalJson({ a: 1 })} `, description: '' };
    const { privateKey, certificate } = ama;
    const request = { privateKey, certificate, signedAt: honest.signedAt, signerName: 'Ama Mensah', reason: '' };
    const verification = await verify(
      Uint8Array.from(await signDocx(await drawDocx(document, [attachment]), request)),
      'a.docx',
    );
    expect(codes(verification)).toContain('data-unknown');
    expect(verification.verdict).toBe('not-checkable');
  });
});

describe('data that came later', () => {
  it('in a DOCX are not those that were signed', async () => {
    const { docx } = await filesOf(honest);
    const bare = Uint8Array.from(await edited(docx, { 'countersign/countersign-sheet.json': null }));
    expect((await verify(bare, 'a.docx')).verdict).toBe('altered');
    const { privateKey, certificate } = ama;
    const request = { privateKey, certificate, signedAt: honest.signedAt, signerName: 'Ama Mensah', reason: '' };
    const unsigned = await drawDocx(markSheetDocument({ sheet: honest, digest: sha256('') }));
    const signed = await signDocx(unsigned, request);
    const added = await edited(signed, {
      'countersign/countersign-sheet.json': () => canonicalJson({}),
      '[Content_Types].xml': (text) =>
        text.replace(
          '</Types>',
          '<Override PartName="/countersign/countersign-sheet.json" ContentType="application/json"/></Types>',
        ),
    });
    const verification = await verify(Uint8Array.from(added), 'a.docx');
    expect(codes(verification)).toContain('data-not-signed');
    expect(verification.verdict).toBe('altered');
  });

  it('are missing from a file of another program, which is said', async () => {
    const { privateKey, certificate } = ama;
    const request = { privateKey, certificate, signedAt: honest.signedAt, signerName: 'Ama Mensah', reason: '' };
    const unsigned = await drawDocx(markSheetDocument({ sheet: honest, digest: sha256('') }));
    const verification = await verify(Uint8Array.from(await signDocx(unsigned, request)), 'a.docx');
    expect(verification.verdict).toBe('intact');
    expect(sentences(verification)).toContain('whether the marks give the outcome by the rule was not');
    expect((await drawPdf(markSheetDocument({ sheet: honest, digest: sha256('') }))).length).toBeGreaterThan(0);
  });
});

describe('dates that cannot be', () => {
  it('warn of a script received after the sheet was signed', async () => {
    const attempt = { ...honest.attempt, dateReceived: '2026-12-24' as CivilDate };
    for (const verification of await bothOf(await filesOf({ ...honest, attempt }))) {
      expect(verification.verdict).toBe('intact');
      expect(sentences(verification)).toContain(
        'The script is said to have been received on 24 Dec 2026, after the sheet was signed on 22 Nov 2026.',
      );
    }
  });

  it('warn of a certificate that had expired at the claimed time', async () => {
    const sheet = { ...honest, signedAt: '2057-01-02T10:00:00.000+00:00' as Instant };
    for (const verification of await bothOf(await filesOf(sheet))) {
      expect(verification.verdict).toBe('intact');
      expect(sentences(verification)).toContain('lies outside the validity of the certificate');
    }
  });
});

describe('what quality assurance filled in', async () => {
  const { pdf } = await filesOf(honest);
  const all = [
    ['qa.mark.context', '8'],
    ['qa.mark.feedback', '19'],
    ['qa.mark.evaluate', '22'],
    ['qa.mark.plan', '16'],
  ] as const;
  const filled = async (...values: readonly (readonly [string, string])[]) =>
    verify(
      Uint8Array.from(
        await fillFields(
          pdf,
          values.map(([fieldId, value]) => ({ fieldId, value })),
        ),
      ),
    );

  it('follows from its marks', async () => {
    const verification = await filled(...all, ['qa.total', '65'], ['qa.outcome', 'PASS']);
    expect(verification.verdict).toBe('intact');
    expect(sentences(verification)).toContain(
      'The outcome that quality assurance filled in PASS with a total of 65 follows',
    );
  });

  it.each([
    ['a total that is no sum', ['qa.total', '66'], ['qa.outcome', 'PASS']],
    ['an outcome that does not follow', ['qa.total', '65'], ['qa.outcome', 'REFERRAL']],
  ] as const)('is wrong with %s', async (_, total, outcome) => {
    const verification = await filled(...all, total, outcome);
    expect(verification.verdict).toBe('altered');
    expect(sentences(verification)).toContain('The outcome that quality assurance filled in');
    expect(conclusion(verification)).toMatch(/^WRONG/);
  });

  it('is not judged while marks are missing', async () => {
    const verification = await filled(...all.slice(1), ['qa.total', '57'], ['qa.outcome', 'REFERRAL']);
    expect(verification.verdict).toBe('intact');
    expect(codes(verification)).toContain('qa-incomplete');
  });

  it('is not checkable where a mark is none', async () => {
    const verification = await filled(...all.slice(1), ['qa.mark.context', 'eight'], ['qa.total', '65']);
    expect(verification.verdict).toBe('not-checkable');
    expect(sentences(verification)).toContain('The field “qa/mark/context” holds “eight”, which is no mark');
  });
});

describe('a check', async () => {
  const files = await filesOf(honest);

  it('is wrong with an outcome that does not follow', async () => {
    const verification = await verify(
      await checkFile(files, { decision: { outcome: 'pass', total: 66 } }),
      'check.docx',
    );
    expect(verification.verdict).toBe('altered');
    expect(sentences(verification)).toContain('The outcome of the check PASS with a total of 66 does not follow');
  });

  it('is not of the sheet that it carries', async () => {
    const sheet = { sheet: honest.sheet, revision: 1, digest: sha256('another') };
    const verification = await verify(await checkFile(files, { sheet }), 'check.docx');
    expect(codes(verification)).toContain('digest-wrong');
    expect(verification.verdict).toBe('altered');
  });

  it('is signed by another than it says', async () => {
    const iqa = {
      person: honest.assessor.person,
      name: 'Rhys Pryce',
      key: honest.assessor.key,
      fingerprint: ama.fingerprint,
    };
    const verification = await verify(await checkFile(files, { iqa }), 'check.docx');
    expect(sentences(verification)).toContain('The data name another key as the internal quality assurer’s');
    expect(rhys.fingerprint).not.toBe(ama.fingerprint);
  });
});
