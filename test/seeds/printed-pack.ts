import type { Assessment, Form, GuidanceBlock, Pack, Qualification, TextBlock, Unit } from '../../shared/model/pack.ts';
import { inOneLine } from './source-text.ts';

/** A stretch of the source as the pack would print it, in one line. */
export type PrintedPart = { readonly title: string; readonly words: string };

/**
 * Source 003 from its first word to its last, made from the pack alone. What the source has and the pack has not are
 * the words of its own layout, which stand here, and what `printedOtherwise` lists.
 */
export function printPack(pack: Pack): readonly PrintedPart[] {
  const of = (qualification: string) => find(pack.qualifications, (one) => one.code === qualification);
  const [award, diploma] = [of('award'), of('diploma')];
  const note = (one: Qualification) => guidance(one, 'Note:');
  if (note(award).words !== note(diploma).words) throw new Error('The first line stands in both qualifications.');
  return [
    note(award),
    ...[award, diploma].flatMap((one) => [overview(one), guidance(one, 'OVERVIEW OF UNITS')]),
    ...['OCCUPATIONAL COMPETENCY REQUIREMENTS', 'ASSESSMENT GUIDANCE'].flatMap((heading) => [
      guidance(award, heading),
      guidance(diploma, heading),
    ]),
    part('Appendix A', ['A P P E N D I X - A UNIT SPECIFICATIONS FOR THE LEVEL 6 AWARD IN MANAGEMENT']),
    ...['602', '604'].map((code) => unit(pack, code, 'A')),
    part('Appendix B', ['A P P E N D I X - B UNIT SPECIFICATIONS FOR THE LEVEL 6 DIPLOMA IN MANAGEMENT']),
    ...UNITS.map((code) => unit(pack, code, 'B')),
    part('Appendix C', ['A P P E N D I X - C ASSESSMENTS FOR THE LEVEL 6 AWARD IN MANAGEMENT']),
    ...['602', '604', '602-604'].flatMap((units) => assessment(pack, `award-${units}`)),
    part('Appendix D', ['A P P E N D I X - D ASSESSMENTS FOR THE LEVEL 6 DIPLOMA IN MANAGEMENT']),
    ...UNITS.flatMap((code) => (code === '604' ? ['604', '602-604'] : [code])).flatMap((units) =>
      assessment(pack, `diploma-${units}`),
    ),
  ];
}

/** In the order of Appendix B. */
const UNITS = ['507', '530', '602', '603', '604', '605', '607', '608', '609', '610', '700', '701'];

/** Where the pack has one wording for a thing that the source prints twice; notes.json says so in each case. */
const printedOtherwise: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'unit 602 in Appendix B': [['1 Improve own managerial practice', '2 Improve own managerial practice']],
  ...Object.fromEntries(
    ['602', '604', '602-604'].map((units) => [
      `mark sheet diploma-${units}`,
      [
        ['1. Learner named below', '3. Learner named below'],
        ['2. ILM uses', '4. ILM uses'],
      ],
    ]),
  ),
};

function part(title: string, words: readonly string[]): PrintedPart {
  const printed = (printedOtherwise[title] ?? []).reduce((text, [ours, theirs]) => {
    if (!text.includes(ours)) throw new Error(`${title} has no “${ours}”.`);
    return text.replace(ours, theirs);
  }, words.join(' '));
  return { title, words: inOneLine(printed) };
}

function overview(qualification: Qualification): PrintedPart {
  const rows = qualification.overview.flatMap((row) => [row.label, row.text, ...printedBlocks(row.items ?? [])]);
  return part(`overview ${qualification.code}`, ['QUALIFICATION OVERVIEW:', qualification.title, ...rows]);
}

function guidance(qualification: Qualification, heading: string): PrintedPart {
  const section = find(qualification.guidance, (one) => one.heading.startsWith(heading));
  return part(`${heading} ${qualification.code}`, [section.heading, ...printedBlocks(section.blocks)]);
}

/** The lines of a run of blocks, tables by rows. */
export function printedBlocks(run: readonly GuidanceBlock[]): readonly string[] {
  return run.flatMap((block) => {
    if (block.kind === 'table') return [...block.columns, ...block.rows.flat().flatMap(printedBlocks)];
    return [lineOf(block), ...printedBlocks(block.items ?? [])];
  });
}

/** Every number of a numbered list is a 1 in the source. */
function lineOf(block: TextBlock): string {
  return block.kind === 'number' ? `1. ${block.text}` : block.text;
}

function unit(pack: Pack, code: string, appendix: string): PrintedPart {
  const one: Unit = find(pack.units, (candidate) => candidate.code === code);
  return part(`unit ${code} in Appendix ${appendix}`, [
    ...[
      'Title:',
      one.title,
      'Unit number:',
      one.number ?? '',
      'Level:',
      `${one.level}`,
      'Credit value:',
      `${one.credits}`,
    ],
    'Learning outcomes (the learner will) Assessment criteria (the learner can)',
    ...one.outcomes.flatMap((outcome) => [
      ...[outcome.number, outcome.text],
      ...outcome.criteria.map((criterion) => criterion.number),
      ...outcome.criteria.map((criterion) => criterion.text),
    ]),
    ...one.particulars.flatMap((row) => [row.label, row.text]),
    'Additional Guidance about the Unit Indicative Content:',
    ...one.indicativeContent.flatMap((content) => [content.outcome, ...printedBlocks(content.blocks)]),
  ]);
}

function assessment(pack: Pack, id: string): readonly PrintedPart[] {
  const one = find(pack.assessments, (candidate) => candidate.id === id);
  const form = find(pack.forms, (candidate) => candidate.id === one.form);
  return [brief(one, form), markSheet(one, form)];
}

function brief({ id, brief: printed }: Assessment, { brief: labels }: Form): PrintedPart {
  if (!labels) throw new Error('The form has the labels of its briefs.');
  return part(`brief ${id}`, [
    printed.heading,
    ...[labels.centreNumber, labels.centreName, labels.learnerNumber, labels.learnerName, labels.task],
    ...printedBlocks(printed.task),
    ...[labels.headings, labels.criteria],
    ...printed.headings.flatMap((one) => [
      one.heading,
      ...printedBlocks(one.guidance),
      one.marks ?? '',
      ...one.criteria,
    ]),
    ...printed.closing,
  ]);
}

function markSheet({ id, scheme }: Assessment, form: Form): PrintedPart {
  const { labels } = form;
  const place = (role: string) => find(form.signaturePlaces, (one) => one.role === role);
  const [assessor, iqa, ev] = [place('assessor'), place('iqa'), place('ev')];
  const outcome = [labels.totalMarks, labels.outcome, labels.outcomeHint];
  const verdict = [labels.totalRule, labels.outcomeChoice];
  return part(`mark sheet ${id}`, [
    ...[scheme.heading, labels.centreNumber, labels.centreName, labels.learnerNumber],
    ...form.statements.flatMap((statement) => [statement.number, statement.text]),
    form.refusal,
    ...[labels.criteria, labels.strengths, labels.improvements, labels.assessorMark, labels.qaMark],
    ...scheme.sections.flatMap((section) => [
      ...[section.heading, ...section.preamble, ...section.criteria.map((criterion) => criterion.text)],
      form.marksPattern.replace('{available}', `${section.available}`),
      form.minimumPattern.replace('{minimum}', `${section.minimum}`),
    ]),
    ...[labels.assessorDecision, labels.qualityAssurance, ...outcome, ...outcome, ...verdict, ...verdict],
    ...[labels.sectionReferral, labels.iqaCheckDate, assessor.nameLabel ?? '', iqa.nameLabel ?? ''],
    ...[assessor.signatureLabel, iqa.signatureLabel, ev.signatureLabel, ev.dateLabel ?? ''],
  ]);
}

function find<T>(items: readonly T[], wanted: (item: T) => boolean): T {
  const found = items.find(wanted);
  if (found === undefined) throw new Error('The pack lacks a part that the source has.');
  return found;
}
