import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../shared/documents/check-document.ts';
import type { FormDocument } from '../../../shared/documents/document.ts';
import { documentLines } from '../../../shared/documents/document-text.ts';
import { markSheetDocument } from '../../../shared/documents/mark-sheet-document.ts';
import type { SignedSheet } from '../../../shared/model/mark-sheet.ts';
import { checkOf } from './checks.ts';
import { evidenceId, itemOf, judgedSheetOf, levelledSheetOf, numberedScheme } from './evidence-sheets.ts';
import { criterion, digestOf, entry, schemeByCriterion, sheetOf } from './sheets.ts';

const EVIDENCE = 'Added by the app: the evidence that the criteria point at.';
const TRAIL = "Added by the app: how each judgement was reached. Times are the computer's claim.";
const RECORD = 'Added by the app: the record of this sheet.';

const documentOf = (sheet: SignedSheet) => markSheetDocument({ sheet, digest: digestOf('1') });

function between(document: FormDocument, from: string, to: string): readonly string[] {
  const lines = documentLines(document);
  const start = lines.indexOf(from);
  const end = lines.indexOf(to, start + 1);
  expect([start >= 0, end > start], `"${from}" before "${to}"`).toEqual([true, true]);
  return lines.slice(start + 1, end);
}

/** One entry for criterion 1.1, and nothing else on the sheet. */
function withEntry(more: Parameters<typeof criterion>[1], evidence = [itemOf(1)]): SignedSheet {
  return judgedSheetOf({ evidence, sections: [entry('lo1', null, { criteria: [criterion('ac1.1', more)] })] });
}

describe('a criterion that is judged on evidence', () => {
  test('says in its row where, on what and why it was judged, and from which attempt it comes', () => {
    expect(between(documentOf(judgedSheetOf()), 'Improve lo1.', '2 Be able to do the work of outcome 2')).toEqual([
      '1.1 Show that criterion 1 of outcome 1 is met',
      'Evidence: E1, E2 (p 3)',
      'Judgement:',
      'The report weighs the standards.',
      'It does so from the depot’s own figures.',
      'Achieved in attempt 1 (revision 2, sheet digest cccccccccccc)',
      ...['Achieved/Not yet', 'Achieved/Not yet'],
      '1.2 Show that criterion 2 of outcome 1 is met',
      'Seen: p 7',
      'Evidence: E4 (second paragraph), E3',
      'Judgement:',
      'Now each factor is named.',
      ...['Achieved/Not yet', 'Achieved/Not yet'],
    ]);
  });

  test.each([
    ['no evidence', { met: 'not-yet', evidence: [] }, ['Evidence: none']],
    [
      'evidence that the list lacks, by what it names',
      { met: 'achieved', evidence: [{ evidence: evidenceId(8), place: ' ' }] },
      [`Evidence: ${evidenceId(8)}`],
    ],
    ['nothing of the kind on an older sheet', { met: 'achieved' }, []],
    ['no judgement that is only white space', { met: 'achieved', judgement: ' \n' }, []],
  ] as const)('prints %s', (_, more, expected) => {
    const document = documentOf(withEntry(more));
    const name = numberedScheme.sections[0]?.criteria[0]?.text ?? '';
    expect(between(document, name, 'Achieved/Not yet')).toEqual(expected);
  });

  test('keeps its row on one page until its judgement is long', () => {
    const rowOf = (length: number) => {
      const document = documentOf(withEntry({ met: 'achieved', judgement: 'x'.repeat(length) }));
      const table = document.body.find((one) => one.kind === 'table' && one.summary.startsWith('Criteria with'));
      return table?.kind === 'table' ? table.rows[1] : undefined;
    };
    expect(rowOf(500)?.together).toBe(true);
    expect(rowOf(5000)?.together).toBeUndefined();
  });
});

describe('the evidence', () => {
  test('stands behind the whole of the form, each piece with all that is known of it and what it is for', () => {
    const document = documentOf(judgedSheetOf());
    const lines = documentLines(document);
    expect(lines.indexOf(EVIDENCE)).toBeGreaterThan(lines.indexOf('Date externally verified (where applicable):'));
    const observed = ['Date: 5 Oct 2026', 'Place: Depot, bay 4', 'Observer: Morgan Vale (demo)', 'Notes:'];
    const added = 'Added on: 5 Oct 2026';
    expect(between(document, EVIDENCE, TRAIL)).toEqual([
      ...['Number', 'Evidence', 'Details', 'For criteria'],
      ...['E1', 'Evidence number 1', 'Type: observable performance', 'Recorded as: Observation', added],
      ...[...observed, 'Led the handover.', 'Asked for the figures.', '1.1'],
      ...['E2', 'Risk report', 'Type: physical products of work', 'Recorded as: Document', added],
      ...['Document: report.docx (SHA-256 aaaaaaaaaaaa)', 'Place: section 2', '1.1, 2.2'],
      ...['E3', 'Risk register', 'Type: observable performance', 'Recorded as: Product of work', added],
      ...['Product:', 'The register as it is used at the depot.', 'Place: Shared drive, Risk', '1.2'],
      ...['E4', 'Statement of the operations director', 'Type: witness testimony', 'Recorded as: Witness testimony'],
      ...[added, 'Witness: Ines Falk (demo)', 'Role: Director', 'Relation to the learner: Line manager'],
      ...['Contact: 029 2000 0000', 'Date: 5 Oct 2026', 'Statement:', 'She chaired the review.'],
      ...['The board took her plan.', '1.2'],
      ...['E5', 'Talk about the plan', 'Type: observable performance', 'Recorded as: Professional discussion'],
      ...['Simulated, not from real work', added, 'Date: 5 Oct 2026', 'Place: Office'],
      ...['Participants: Learner, assessor', 'Notes:', 'Why this model, and not another.', '2.1'],
      ...['E6', 'Questions on the law', 'Type: observable performance', 'Recorded as: Questioning', added],
      ...['Date: 5 Oct 2026', 'Place: not given', 'Participants: Learner, assessor', 'Notes: not given', '2.1'],
      ...['E9', 'Minutes kept elsewhere', 'Type: observable performance', 'Recorded as: Document', added],
      ...['Document: kept outside the app', 'Place: Company archive', '2.1'],
    ]);
  });

  test('is said to be none where no criterion has any', () => {
    const document = documentOf(withEntry({ met: 'not-yet', evidence: [] }, []));
    expect(between(document, EVIDENCE, RECORD)).toEqual(['Number', 'Evidence', 'Details', 'For criteria', 'None']);
  });

  test('names a criterion by its whole text where its number stands twice', () => {
    const [first] = numberedScheme.sections;
    if (!first) throw new Error('The scheme has no section');
    const scheme = { ...numberedScheme, sections: [first, { ...first, id: 'lo2' }] };
    const lines = documentLines(documentOf(judgedSheetOf({ scheme })));
    expect(lines).not.toContain('1.1');
    expect(lines.filter((line) => line === '1.1 Show that criterion 1 of outcome 1 is met').length).toBeGreaterThan(2);
  });
});

test('how each judgement was reached is told step by step, the first one first', () => {
  expect(between(documentOf(judgedSheetOf()), TRAIL, RECORD)).toEqual([
    ...['Criterion', 'Judgements, the first one first'],
    '1.1 Show that criterion 1 of outcome 1 is met',
    'Attempt 1, 3 Nov 2026, 14:02 +00:00: achieved, on E1, E2',
    '1.2 Show that criterion 2 of outcome 1 is met',
    'Attempt 1, 3 Nov 2026, 14:10 +00:00: not yet, on no evidence',
    'Attempt 2, 20 Nov 2026, 09:15 +00:00: achieved, on E3, E4',
    '2.1 Show that criterion 1 of outcome 2 is met',
    'Attempt 2, 20 Nov 2026, 09:20 +00:00: achieved, on E5, E6, E9',
    '2.2 Show that criterion 2 of outcome 2 is met',
    'Attempt 2, 20 Nov 2026, 09:22 +00:00: achieved, on E2',
  ]);
});

test('an older sheet has neither table', () => {
  const lines = documentLines(documentOf(withEntry({ met: 'achieved' }))).join('\n');
  expect(lines).not.toContain('how each judgement was reached');
  const sheet = sheetOf({ scheme: numberedScheme, sections: [], decision: { outcome: 'pass', total: null } });
  expect(documentLines(markSheetDocument({ sheet, digest: null })).join('\n')).not.toContain(EVIDENCE);
});

test('the check carries the same, before its own record', () => {
  const sheet = judgedSheetOf();
  const check = checkOf(sheet, { marks: [], decision: { outcome: 'pass', total: null } });
  const lines = documentLines(checkDocument({ sheet, check }));
  const [first = -1, last = -1] = [EVIDENCE, 'Attempt 2, 20 Nov 2026, 09:22 +00:00: achieved, on E2'].map((line) =>
    lines.indexOf(line),
  );
  expect([first >= 0, last > first]).toEqual([true, true]);
  expect(lines[last + 1]).toMatch(/^Added by the app: the record of this check/);
  expect(lines).toContain('Evidence: E4 (second paragraph), E3');
});

describe('the levels of a scheme', () => {
  test('head the columns of what work at each looks like, between the criterion and its mark', () => {
    expect(between(documentOf(levelledSheetOf(3)), 'QA mark', 'Assessor’s decision')).toEqual([
      ...['Referral', 'Pass', 'Good Pass'],
      ...['The only section', 'Both criteria count.', 'Strength in only.', 'Improve only.', '20', '/30 marks'],
      ...['First criterion', 'Seen: p 2', 'Work at Referral, and 3', 'Work at Pass, and 3', 'Work at Good Pass, and 3'],
      ...['6', '/10 marks', '(min 5)', 'Second criterion', '14', '/20 marks', '(min 12)'],
    ]);
  });

  test.each([2, 3, 4])('%i of them fill the columns of every row', (count) => {
    const document = documentOf(levelledSheetOf(count));
    const table = document.body.find((one) => one.kind === 'table' && one.summary.startsWith('Criteria with'));
    if (table?.kind !== 'table') throw new Error('There is no table of criteria');
    expect(table.columns.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    for (const row of [...table.head, ...table.rows]) {
      expect(row.cells.reduce((sum, cell) => sum + (cell.span ?? 1), 0)).toBe(table.columns.length);
    }
  });

  test('are not printed where no criterion describes them', () => {
    const { scheme, sections } = levelledSheetOf(3);
    const plain = { ...scheme, sections: schemeByCriterion.sections };
    const document = documentOf({ ...levelledSheetOf(3), scheme: plain, sections });
    expect(between(document, 'QA mark', 'Improve only.')).toEqual([
      'The only section',
      'Both criteria count.',
      'Strength in only.',
    ]);
  });
});
