import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CellContent, FormDocument, FormField } from '../../../shared/documents/document.ts';
import { documentCharacters, documentLines, documentWords } from '../../../shared/documents/document-text.ts';
import { markSheetDocument } from '../../../shared/documents/mark-sheet-document.ts';
import { PRODUCT } from '../../../shared/documents/product.ts';
import type { DraftSheet } from '../../../shared/model/mark-sheet.ts';
import { criterion, digestOf, entry, paperForm, schemeByCriterion, schemeMet, sheetOf } from './sheets.ts';

const linesOf = (sheet: DraftSheet, signed = true) =>
  documentLines(markSheetDocument({ sheet, digest: signed ? digestOf('1') : null }));

/** The lines between the first one that is `from` and the first one after it that is `to`, both left out. */
function between(lines: readonly string[], from: string, to: string): readonly string[] {
  const start = lines.indexOf(from);
  const end = lines.indexOf(to, start + 1);
  expect(start, `"${from}" is printed`).toBeGreaterThanOrEqual(0);
  expect(end, `"${to}" is printed after "${from}"`).toBeGreaterThan(start);
  return lines.slice(start + 1, end);
}

function contents(document: FormDocument): readonly CellContent[] {
  return document.body.flatMap((block) =>
    block.kind === 'table'
      ? [...block.head, ...block.rows].flatMap((row) => row.cells.flatMap((cell) => cell.content))
      : [],
  );
}

function fields(document: FormDocument): readonly FormField[] {
  return contents(document).flatMap((content) => (content.kind === 'field' ? [content.field] : []));
}

describe('the paper form', () => {
  test('every field of it stands in its order, with the wording of the form and the scheme', () => {
    expect(linesOf(sheetOf())).toEqual([
      'MARK SHEET: REFLECTIVE REVIEW: 602',
      'Centre Number: 012345',
      'Centre Name: Fernhollow Training Centre (demo)',
      'Learner Registration No: ABC123',
      '1. Learner named below confirms authenticity of submission.',
      'Learner Name: Rhys Jones',
      '2. ILM uses learners’ submissions for assessment standardisation.',
      'However, if you are unwilling to allow ILM use your script, please refuse by ticking the box: ☐',
      'Added by the app: the paper form has no place for what follows.',
      'Attempt: 1',
      'Date received: 2 Nov 2026',
      'Unit: 8316-602 Developing critical thinking',
      'Authenticity declared by the learner on: 1 Nov 2026',
      'Script: R Jones-ABC123-012345-8316-602(1).docx (2034 words, SHA-256 555555555555)',
      'Criteria',
      'Strengths',
      'Areas for Improvement',
      'Assr mark',
      'QA mark',
      ...['Context', 'Context is shown', 'Strength in context.', 'Improve context.', '7', '/10 marks', '(min 5)'],
      'Collect and analyse feedback on own managerial practice',
      'Collect and analyse feedback on own managerial practice is shown',
      ...['Strength in feedback.', 'Improve feedback.', '20', '/30 marks', '(min 15)'],
      'Evaluate own management performance',
      'Evaluate own management performance is shown',
      ...['Strength in evaluate.', 'Improve evaluate.', '22', '/30 marks', '(min 15)'],
      'Action plan for improvement',
      'Action plan for improvement is shown',
      ...['Strength in plan.', 'Improve plan.', '18', '/30 marks', '(min 15)'],
      'Assessor’s decision',
      'Quality assurance use',
      ...['Total marks', 'Outcome', '(circle as applicable)', 'Total marks', 'Outcome', '(circle as applicable)'],
      '67',
      'Total 50 + overall, AND minimum in each section',
      'PASS/REFERRAL',
      'Total 50 + overall, AND minimum in each section',
      'PASS/REFERRAL',
      'Section referral if applicable:',
      'None',
      'Date of IQA check:',
      'Name of assessor: Morgan Vale (demo)',
      'Name of IQA:',
      'Assessor signature and date:',
      'Signed electronically by Morgan Vale (demo)',
      "22 Nov 2026, 14:02 +00:00 (the signing computer's claim)",
      'Certificate 777777777777',
      'IQA signature:',
      'ILM EV signature:',
      'Date externally verified (where applicable):',
      'Added by the app: the record of this sheet.',
      'Sheet: aaaaaaaa-0000-4000-8000-aaaaaaaaaaaa, revision 1',
      "Signed: 22 Nov 2026, 14:02 +00:00 (the signing computer's claim)",
      `Sheet digest (SHA-256): ${'1'.repeat(64)}`,
      `Certificate fingerprint (SHA-256): ${'7'.repeat(64)}`,
      `Audit chain head: ${'8'.repeat(64)}`,
      'Pack: ilm-8316 1.0.0',
      `Pack digest (SHA-256): ${'9'.repeat(64)}`,
      `Made by: Countersign ${PRODUCT.version}`,
    ]);
  });

  test('no wording of the source is in the code: another form in another language prints its own', () => {
    const labels = Object.fromEntries(Object.keys(paperForm.labels).map((key) => [key, `«${key}»`]));
    const form = {
      ...paperForm,
      labels: { ...paperForm.labels, ...labels, outcomeChoice: 'REUSSI/AJOURNE' },
      marksPattern: 'sur {available}',
      minimumPattern: '[{minimum}]',
      refusal: '«refusal»',
      statements: [{ id: 's', number: 'A)', text: '«statement»' }],
    };
    const lines = linesOf(sheetOf({ form }));
    for (const key of Object.keys(labels).filter((one) => one !== 'outcomeChoice')) {
      expect(
        lines.some((line) => line.startsWith(`«${key}»`)),
        key,
      ).toBe(true);
    }
    expect(lines).toEqual(expect.arrayContaining(['A) «statement»', 'sur 30', '[15]', 'REUSSI/AJOURNE']));
    expect(lines.join(' ')).not.toMatch(/Centre Number|Learner Name|Strengths|Areas for|Assr|QA mark|PASS|REFERRAL/);
  });

  test('a form with a place of its own for the learner keeps the name there', () => {
    const lines = linesOf(sheetOf({ form: { ...paperForm, learnerNameAdded: false } }));
    expect(lines.indexOf('Learner Name: Rhys Jones')).toBe(lines.indexOf('Learner Registration No: ABC123') + 1);
  });

  test('the refusal is a ticked box, in words too', () => {
    const refused = sheetOf({ attempt: { ...sheetOf().attempt, standardisationRefused: true } });
    expect(linesOf(refused)).toContain(`${paperForm.refusal} ☒`);
  });

  test('empty feedback prints as empty', () => {
    const sections = [entry('context', 7, { strengths: '', improvements: '' }), ...sheetOf().sections.slice(1)];
    const lines = linesOf(sheetOf({ sections }));
    expect(between(lines, 'Context', '7')).toEqual(['Context is shown']);
  });

  test('feedback is carried whole, paragraph by paragraph, and nothing in it is dropped', () => {
    const strengths = `First\r\nSecond\u2028Third\u0007${'x'.repeat(20_000)}`;
    const sections = [entry('context', 7, { strengths }), ...sheetOf().sections.slice(1)];
    expect(between(linesOf(sheetOf({ sections })), 'Context is shown', 'Improve context.')).toEqual([
      'First',
      'Second',
      `Third\ufffd${'x'.repeat(20_000)}`,
    ]);
  });

  test('where a criterion was seen is printed small under it', () => {
    const seen = [criterion('context-1', { seen: ['p 3', 'p 4'] })];
    const sections = [entry('context', 7, { criteria: seen }), ...sheetOf().sections.slice(1)];
    expect(linesOf(sheetOf({ sections }))).toContain('Seen: p 3, p 4');
  });
});

describe('attempts and revisions', () => {
  test('a carried section names the attempt, revision and digest that it comes from', () => {
    const carried = { sheet: sheetOf().sheet, attempt: 1, revision: 1, digest: digestOf('4') };
    const sections = [entry('context', 7, { carried }), ...sheetOf().sections.slice(1)];
    const lines = linesOf(sheetOf({ sections, attempt: { ...sheetOf().attempt, number: 2 } }));
    expect(lines).toContain('Attempt: 2');
    expect(lines.filter((line) => line.startsWith('Carried forward'))).toEqual([
      'Carried forward from attempt 1 (revision 1), sheet digest 444444444444',
    ]);
  });

  test('a later revision says what it supersedes and why, on every page and in the record', () => {
    const supersedes = { revision: 1, digest: digestOf('3'), reason: 'A page was missed' };
    const sheet = sheetOf({ revision: 2, supersedes });
    const document = markSheetDocument({ sheet, digest: digestOf('1') });
    expect(documentLines(document)).toEqual(
      expect.arrayContaining([
        'Revision 2, supersedes revision 1 (digest 333333333333). Reason: A page was missed',
        `Supersedes: revision 1, ${'3'.repeat(64)}`,
      ]),
    );
    expect(document.footer[0]).toContain('Revision 2, supersedes revision 1 (333333333333)');
  });

  test.each([
    ['second-mark', 'Purpose: Second mark, not the official sheet'],
    ['standardisation', 'Purpose: Standardisation, not the official sheet'],
  ] as const)('a %s sheet cannot be taken for the official one', (purpose, words) => {
    expect(linesOf(sheetOf({ purpose }))).toContain(words);
  });

  test('integrated units are all named', () => {
    const units = [
      { code: '602', number: '8316-602', title: 'One' },
      { code: '604', number: '8316-604', title: 'Two' },
    ];
    const lines = linesOf(sheetOf({ assessment: { ...sheetOf().assessment, units } }));
    expect(lines).toContain('Units: 8316-602 One; 8316-604 Two');
  });
});

describe('a draft', () => {
  const draft = sheetOf({
    decision: { outcome: 'incomplete', total: 27, unmarked: ['evaluate', 'plan'] },
    sections: [entry('context', 7), entry('feedback', 20), entry('evaluate', null), entry('plan', null)],
    attempt: { ...sheetOf().attempt, declarationDate: null },
  });

  test('is watermarked, is signed by nobody and has no digest', () => {
    const document = markSheetDocument({ sheet: draft, digest: null });
    expect(document.watermark).toBe('DRAFT');
    expect(document.footer.join(' ')).toContain('Draft, not signed');
    expect(documentLines(document).join(' ')).not.toMatch(/Signed electronically|Sheet digest|claim/);
    expect(fields(document).every((field) => field.signed === undefined)).toBe(true);
  });

  test('says what it waits for, chooses no outcome, and shows a mark that was not given as a blank', () => {
    const lines = linesOf(draft, false);
    expect(lines).toContain('Not complete yet: Evaluate own management performance; Action plan for improvement');
    expect(lines).toContain('Authenticity declared by the learner on: not given');
    expect(between(lines, 'Improve plan.', '(min 15)')).toEqual(['/30 marks']);
    const choices = contents(markSheetDocument({ sheet: draft, digest: null })).filter((one) => one.kind === 'choice');
    expect(choices.map((choice) => choice.chosen)).toEqual([null, null]);
  });

  test('with no mark at all shows no total, since no mark is not a zero', () => {
    const unmarked = draft.scheme.sections.map((section) => section.id);
    const lines = linesOf({ ...draft, decision: { outcome: 'incomplete', total: 0, unmarked } }, false);
    expect(lines).not.toContain('0');
  });

  test('a signed sheet has no watermark', () => {
    expect(markSheetDocument({ sheet: sheetOf(), digest: digestOf('1') }).watermark).toBeNull();
  });
});

describe('section referral', () => {
  const referral = (decision: DraftSheet['decision'], more: Partial<DraftSheet> = {}) =>
    between(linesOf(sheetOf({ ...more, decision })), 'Section referral if applicable:', 'Date of IQA check:');

  test('names each referred section with its mark and minimum', () => {
    const referred = [{ section: 'plan', reason: 'below-minimum', mark: 11, minimum: 15 }] as const;
    expect(referral({ outcome: 'referral', total: 60, referred, totalShort: null })).toEqual([
      'Action plan for improvement: 11 marks, minimum 15',
    ]);
  });

  test('says where only the total fails, and what the assessor named to be done again', () => {
    const referred = [{ section: 'context', reason: 'named-by-assessor' }] as const;
    expect(referral({ outcome: 'referral', total: 48, referred, totalShort: { total: 48, needed: 50 } })).toEqual([
      'Context: named by the assessor to be done again',
      'Total of 48 marks is below the 50 needed',
    ]);
    expect(referral({ outcome: 'referral', total: 1, referred: [], totalShort: { total: 1, needed: 50 } })).toEqual([
      'Total of 1 mark is below the 50 needed',
    ]);
  });

  test('a pass has none, and the choice is ringed on the left side only', () => {
    expect(referral({ outcome: 'pass', total: 67 })).toEqual(['None']);
    const chosen = (decision: DraftSheet['decision']) =>
      contents(markSheetDocument({ sheet: sheetOf({ decision }), digest: digestOf('1') })).flatMap((content) =>
        content.kind === 'choice' ? [content.chosen] : [],
      );
    expect(chosen({ outcome: 'pass', total: 67 })).toEqual([0, null]);
    expect(chosen({ outcome: 'referral', total: 40, referred: [], totalShort: null })).toEqual([1, null]);
  });

  test('criterion by criterion: the criteria in words, with their marks', () => {
    const sections = [entry('only', null, { criteria: [criterion('c1', { mark: 4 }), criterion('c2', { mark: 14 })] })];
    const referred = [{ section: 'only', reason: 'criterion-below-minimum', criteria: ['c1'] }] as const;
    const decision = { outcome: 'referral', total: 18, referred, totalShort: null } as const;
    expect(referral(decision, { scheme: schemeByCriterion, sections })).toEqual([
      'The only section: below the minimum in First criterion (4 marks, minimum 5)',
    ]);
  });

  test('criteria met: the criteria not yet achieved', () => {
    const referred = [{ section: 'lo1', reason: 'criterion-not-met', criteria: ['c1', 'c2'] }] as const;
    const decision = { outcome: 'referral', total: null, referred, totalShort: null } as const;
    expect(referral(decision, { scheme: schemeMet, sections: [entry('lo1', null)] })).toEqual([
      'Be able to lead: not yet achieved: Lead by example; Explain the example',
    ]);
  });
});

describe('the other two rules', () => {
  test('marks per criterion stand in rows of their own, with their sum at the section', () => {
    const criteria = [criterion('c1', { mark: 6, seen: ['p 2'] }), criterion('c2', { mark: 14 })];
    const sheet = sheetOf({ scheme: schemeByCriterion, sections: [entry('only', null, { criteria })] });
    expect(between(linesOf(sheet), 'QA mark', 'Assessor’s decision')).toEqual([
      ...['The only section', 'Both criteria count.', 'Strength in only.', 'Improve only.', '20', '/30 marks'],
      ...['First criterion', 'Seen: p 2', '6', '/10 marks', '(min 5)'],
      ...['Second criterion', '14', '/20 marks', '(min 12)'],
    ]);
  });

  test('criteria are achieved or not yet, by a choice in the place of the mark, and there is no total', () => {
    const criteria = [criterion('c1', { met: 'achieved' }), criterion('c2', { met: 'not-yet' })];
    const sheet = sheetOf({
      scheme: schemeMet,
      sections: [entry('lo1', null, { criteria })],
      decision: { outcome: 'pass', total: null },
    });
    const document = markSheetDocument({ sheet, digest: digestOf('1') });
    expect(between(documentLines(document), 'QA mark', 'Assessor’s decision')).toEqual([
      ...['Be able to lead', 'Strength in lo1.', 'Improve lo1.'],
      ...['Lead by example', 'Achieved/Not yet', 'Achieved/Not yet'],
      ...['Explain the example', 'Achieved/Not yet', 'Achieved/Not yet'],
    ]);
    const chosen = contents(document).flatMap((content) => (content.kind === 'choice' ? [content.chosen] : []));
    expect(chosen).toEqual([0, null, 1, null, 0, null]);
    expect(fields(document).some((field) => field.id === 'qa.total')).toBe(false);
  });
});

describe('places for later signers', () => {
  test('are fields owned by whose signature locks them, in the order of the form', () => {
    const found = fields(markSheetDocument({ sheet: sheetOf(), digest: digestOf('1') }));
    expect(found.map((field) => [field.id, field.type, field.owner])).toEqual([
      ['qa.mark.context', 'number', 'iqa'],
      ['qa.mark.feedback', 'number', 'iqa'],
      ['qa.mark.evaluate', 'number', 'iqa'],
      ['qa.mark.plan', 'number', 'iqa'],
      ['qa.total', 'number', 'iqa'],
      ['qa.outcome', 'choice', 'iqa'],
      ['iqa.check-date', 'date', 'iqa'],
      ['iqa.name', 'text', 'iqa'],
      ['assessor.signature', 'signature', 'assessor'],
      ['iqa.signature', 'signature', 'iqa'],
      ['ev.signature', 'signature', 'ev'],
      ['ev.date', 'date', 'ev'],
    ]);
    expect(found.find((field) => field.id === 'qa.mark.context')?.name).toBe('QA mark, Context');
    expect(found.find((field) => field.id === 'qa.outcome')?.options).toEqual(['PASS', 'REFERRAL']);
  });

  test('are as many as the form lists: a countersigning assessor gets a name, a signature and a date', () => {
    const [assessor, ...others] = paperForm.signaturePlaces;
    const countersigner = {
      id: 'countersigner',
      role: 'countersigning-assessor',
      signatureLabel: 'Countersigned:',
      nameLabel: 'Countersigning assessor:',
      dateLabel: 'Countersigned on:',
    } as const;
    const form = { ...paperForm, signaturePlaces: [...(assessor ? [assessor] : []), countersigner, ...others] };
    const document = markSheetDocument({ sheet: sheetOf({ form }), digest: digestOf('1') });
    const ids = fields(document).map((field) => field.id);
    expect(ids).toEqual(
      expect.arrayContaining(['countersigner.name', 'countersigner.signature', 'countersigner.date', 'iqa.signature']),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(documentLines(document)).toEqual(
      expect.arrayContaining(['Countersigned:', 'Countersigned on:', 'Countersigning assessor:']),
    );
  });

  test('a form without quality assurance has no field for it, and keeps its columns', () => {
    const form = { ...paperForm, signaturePlaces: paperForm.signaturePlaces.filter((place) => place.role !== 'iqa') };
    const document = markSheetDocument({ sheet: sheetOf({ form }), digest: digestOf('1') });
    expect(fields(document).map((field) => field.owner)).toEqual(['assessor', 'ev', 'ev']);
  });
});

test('every row of every table covers all of its columns, and the shares add up to one', () => {
  const sheets = [
    sheetOf(),
    sheetOf({ scheme: schemeByCriterion, sections: [entry('only', null)] }),
    sheetOf({ scheme: schemeMet, sections: [] }),
    sheetOf({ form: { ...paperForm, learnerNameAdded: false } }),
  ];
  for (const sheet of sheets) {
    for (const block of markSheetDocument({ sheet, digest: null }).body) {
      if (block.kind !== 'table') continue;
      expect(block.columns.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
      for (const row of [...block.head, ...block.rows]) {
        expect(
          row.cells.reduce((sum, cell) => sum + (cell.span ?? 1), 0),
          block.summary,
        ).toBe(block.columns.length);
      }
    }
  }
});

test('the footer names product, sheet, revision, digest, certificate, chain head and pack', () => {
  const footer = markSheetDocument({ sheet: sheetOf(), digest: digestOf('1') }).footer.join('\n');
  for (const word of [
    `${PRODUCT.name} ${PRODUCT.version}`,
    'aaaaaaaa-0000-4000-8000-aaaaaaaaaaaa',
    'Revision 1',
    '1'.repeat(64),
    '777777777777',
    '888888888888',
    'ilm-8316 1.0.0',
    '999999999999',
  ]) {
    expect(footer).toContain(word);
  }
});

test('words and characters of a document leave nothing out', () => {
  const document = markSheetDocument({ sheet: sheetOf(), digest: null });
  expect(documentWords(document)).toContain('Criteria');
  const characters = documentCharacters(document);
  for (const character of ['☐', '’', '|', 'F']) expect(characters.has(character), character).toBe(true);
  expect([...characters].some((character) => /\s/u.test(character))).toBe(false);
});

test('the product is what package.json says it is', () => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  expect(manifest).toMatchObject({ productName: PRODUCT.name, version: PRODUCT.version });
});
