import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../shared/documents/check-document.ts';
import { formFor } from '../../../shared/documents/countersigner.ts';
import type { CellContent, FormDocument } from '../../../shared/documents/document.ts';
import { documentLines } from '../../../shared/documents/document-text.ts';
import { markSheetDocument } from '../../../shared/documents/mark-sheet-document.ts';
import { PRODUCT } from '../../../shared/documents/product.ts';
import { checkOf, signedSheetOf } from './checks.ts';
import { criterion, digestOf, entry, paperForm, schemeByCriterion, schemeMet } from './sheets.ts';

const sheet = signedSheetOf();

function contents(document: FormDocument): readonly CellContent[] {
  return document.body.flatMap((block) =>
    block.kind === 'table'
      ? [...block.head, ...block.rows].flatMap((row) => row.cells.flatMap((cell) => cell.content))
      : [],
  );
}

/** What the check says and the sheet does not, in order, and the other way round. */
function added(): readonly string[] {
  const before = documentLines(markSheetDocument({ sheet, digest: digestOf('1') }));
  const left = [...before];
  return documentLines(checkDocument({ sheet, check: checkOf(sheet) })).filter((line) => {
    const at = left.indexOf(line);
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
}

describe('the check of a sheet', () => {
  test('is the sheet with the quality assurance half filled in, and a record of what was checked', () => {
    expect(added()).toEqual([
      ...['8', '19', '22', '16', '65'],
      'Date of IQA check: 2 Dec 2026',
      'Name of IQA: Priya Oyelaran (demo)',
      'Signed electronically by Priya Oyelaran (demo)',
      "2 Dec 2026, 10:12 +00:00 (the signing computer's claim)",
      'Certificate 666666666666',
      "See the file's digital signatures",
      "Date externally verified (where applicable): See the file's digital signatures",
      "Added by the app: the record of this check. The assessor's own signatures are in the files that it names.",
      'Outcome by the IQA: PASS, total 65',
      'Check: cccccccc-0000-4000-8000-cccccccccccc',
      'Of sheet: aaaaaaaa-0000-4000-8000-aaaaaaaaaaaa, revision 1',
      `Assessor's PDF (SHA-256): ${'2'.repeat(64)}`,
      `Assessor's DOCX (SHA-256): ${'3'.repeat(64)}`,
      `Assessor's certificate fingerprint (SHA-256): ${'7'.repeat(64)}`,
      "Signed by the IQA: 2 Dec 2026, 10:12 +00:00 (the signing computer's claim)",
      `IQA's certificate fingerprint (SHA-256): ${'6'.repeat(64)}`,
      `IQA's audit chain head: ${'4'.repeat(64)}`,
    ]);
  });

  test('names itself, the sheet and the assessor’s DOCX at the foot of every page, and is the IQA’s', () => {
    const document = checkDocument({ sheet, check: checkOf(sheet) });
    expect(document.footer).toEqual([
      `Countersign ${PRODUCT.version} | Check of sheet ${sheet.sheet} | Revision 1`,
      `Sheet digest (SHA-256) ${'1'.repeat(64)}`,
      `Assessor's DOCX (SHA-256) ${'3'.repeat(64)}`,
      'Certificate 666666666666 | Audit chain head 444444444444 | Pack ilm-8316 1.0.0 (999999999999)',
    ]);
    expect(document).toMatchObject({
      title: 'Check by IQA: MARK SHEET: REFLECTIVE REVIEW: 602, Rhys Jones (ABC123), attempt 1',
      author: 'Priya Oyelaran (demo)',
      createdAt: '2026-12-02T10:12:00.000+00:00',
      watermark: null,
    });
    const files = { pdf: digestOf('2'), docx: null };
    const alone = checkDocument({ sheet, check: checkOf(sheet, { files }) });
    expect(alone.footer).toContain(`Assessor's PDF (SHA-256) ${'2'.repeat(64)}`);
    expect(documentLines(alone)).toContain("Assessor's DOCX (SHA-256): not handed in");
  });

  test('leaves no place to be filled in, since a signed DOCX is never altered', () => {
    for (const scheme of [sheet.scheme, schemeByCriterion, schemeMet]) {
      const form = formFor(paperForm, ['assessor-in-training']);
      const of = signedSheetOf({ scheme, form, sections: [] });
      const left = contents(checkDocument({ sheet: of, check: checkOf(of) })).filter(
        (one) => one.kind === 'field' && !one.field.signed,
      );
      expect(left).toEqual([]);
    }
  });

  test('rings the outcome of the IQA, and words sections that the IQA refers', () => {
    const decision = {
      outcome: 'referral',
      total: 54,
      referred: [{ section: 'plan', reason: 'below-minimum', mark: 5, minimum: 15 }],
      totalShort: null,
    } as const;
    const document = checkDocument({ sheet, check: checkOf(sheet, { decision }) });
    const choices = contents(document).filter((one) => one.kind === 'choice');
    expect(choices.map((one) => one.chosen)).toEqual([0, 1]);
    const lines = documentLines(document);
    expect(lines[lines.indexOf('Outcome by the IQA: REFERRAL, total 54') + 1]).toBe(
      'Action plan for improvement: 5 marks, minimum 15',
    );
  });

  test('shows marks and judgements by criterion, with the IQA’s own figures', () => {
    const byCriterion = signedSheetOf({
      scheme: schemeByCriterion,
      sections: [entry('only', null, { criteria: [criterion('c1', { mark: 6 }), criterion('c2', { mark: 15 })] })],
    });
    const marks = [
      { section: 'only', criterion: 'c1', mark: 4 },
      { section: 'only', criterion: 'c2', mark: 14 },
    ] as const;
    const decision = {
      outcome: 'referral',
      total: 18,
      referred: [{ section: 'only', reason: 'criterion-below-minimum', criteria: ['c1'] }],
      totalShort: null,
    } as const;
    const lines = documentLines(
      checkDocument({ sheet: byCriterion, check: checkOf(byCriterion, { marks, decision }) }),
    );
    expect(lines).toContain('The only section: below the minimum in First criterion (4 marks, minimum 5)');
    for (const mark of ['4', '14', '18']) expect(lines).toContain(mark);
    const met = signedSheetOf({ scheme: schemeMet, sections: [] });
    const judged = [
      { section: 'lo1', criterion: 'c1', mark: 'achieved' },
      { section: 'lo1', criterion: 'c2', mark: 'not-yet' },
    ] as const;
    const choices = contents(checkDocument({ sheet: met, check: checkOf(met, { marks: judged }) })).flatMap((one) =>
      one.kind === 'choice' ? [one.chosen] : [],
    );
    expect(choices).toEqual([null, 0, null, 1, 0, 0]);
  });

  test('says of a countersigning assessor that the signature is in the PDF', () => {
    const of = signedSheetOf({ form: formFor(paperForm, ['assessor-in-training']) });
    const lines = documentLines(checkDocument({ sheet: of, check: checkOf(of) }));
    expect(lines).toContain('Name of countersigning assessor: See the signatures in the PDF');
    expect(lines.filter((line) => line === 'See the signatures in the PDF')).toHaveLength(1);
  });
});
