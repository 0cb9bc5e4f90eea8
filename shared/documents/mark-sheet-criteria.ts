import type { CarriedFrom, DraftSheet, SectionEntry } from '../model/mark-sheet.ts';
import type { Scheme, SchemeSection } from '../model/pack.ts';
import { printedHeading } from '../model/section-heading.ts';
import { bold, bullets, cell, columnHead, feedback, flowingRow, headingRow, row, small, text } from './cells.ts';
import type { Cell, CellContent, Row, Table } from './document.ts';
import { criterionRow, qaCell, SHORT_FEEDBACK } from './mark-sheet-criterion.ts';
import { type LevelColumns, levelColumns } from './mark-sheet-levels.ts';
import { markContent } from './mark-sheet-places.ts';
import { shortDigest } from './short-digest.ts';

/** Criteria, strengths, areas for improvement, the assessor's mark, the QA mark: a row for every section. */
export function criteriaTable(sheet: DraftSheet): Table {
  const { labels } = sheet.form;
  const levels = levelColumns(sheet.scheme);
  const wide = levels?.feedbackSpan ?? 1;
  const head = [
    columnHead([bold(labels.criteria)]),
    columnHead([bold(labels.strengths)], wide),
    columnHead([bold(labels.improvements)], wide),
    columnHead([bold(labels.assessorMark)]),
    columnHead([bold(labels.qaMark)]),
  ];
  return {
    kind: 'table',
    summary: 'Criteria with strengths, areas for improvement and marks',
    columns: shares(sheet.scheme, levels),
    head: levels === null ? [row(head)] : [row(head), levelHead(levels)],
    rows: sheet.scheme.sections.flatMap((section) => sectionRows(sheet, section, levels)),
  };
}

function shares({ rule }: Scheme, levels: LevelColumns | null): readonly number[] {
  if (rule.kind === 'criteria-met') return [0.24, 0.23, 0.23, 0.15, 0.15];
  if (levels === null) return [0.26, 0.27, 0.27, 0.1, 0.1];
  const parts = levels.feedbackSpan * 2;
  return [0.2, ...Array.from({ length: parts }, () => 0.6 / parts), 0.1, 0.1];
}

/** Under the form's own heads, the names of the levels over what the rows of criteria have in these columns. */
function levelHead({ names, span }: LevelColumns): Row {
  const blank: Cell = { content: [], shaded: true };
  return row([blank, ...names.map((name) => columnHead([bold(name)], span)), blank, blank]);
}

function sectionRows(sheet: DraftSheet, section: SchemeSection, levels: LevelColumns | null): readonly Row[] {
  const entry = sheet.sections.find((candidate) => candidate.section === section.id) ?? emptyEntry(section);
  if (sheet.scheme.rule.kind === 'section-minimum') {
    return [
      sectionRow(
        sheet,
        section,
        entry,
        section.criteria.map((criterion) => criterion.text),
        1,
      ),
    ];
  }
  const rule = sheet.scheme.rule;
  return [
    sectionRow(sheet, section, entry, [], levels?.feedbackSpan ?? 1),
    ...section.criteria.map((criterion) => criterionRow(rule, { sheet, section, criterion, entry, levels })),
  ];
}

function sectionRow(
  sheet: DraftSheet,
  section: SchemeSection,
  entry: SectionEntry,
  criteria: readonly string[],
  wide: number,
): Row {
  const first: CellContent[] = [bold(printedHeading(sheet.scheme.rule, section)), ...section.preamble.map(text)];
  if (criteria.length > 0) first.push(bullets(criteria));
  if (criteria.length > 0) first.push(...seenLines(section, entry));
  if (entry.carried !== null) first.push(small(carriedWords(entry.carried)));
  const marked = section.available !== null;
  const mark = criteria.length > 0 ? entry.mark : sumOfMarks(section, entry);
  const short = Math.max(entry.strengths.length, entry.improvements.length) <= SHORT_FEEDBACK;
  const heads = criteria.length === 0 && section.criteria.length > 0;
  return (!short ? flowingRow : heads ? headingRow : row)([
    { content: first, head: 'row' },
    cell([feedback(entry.strengths)], wide),
    cell([feedback(entry.improvements)], wide),
    cell(marked ? [markContent(sheet.form, mark, section)] : []),
    marked ? qaCell(sheet, section.id, section.heading, 'number') : cell([]),
  ]);
}

/** Where the section's criteria were seen, small, because the form has no place for it. */
function seenLines(section: SchemeSection, entry: SectionEntry): readonly CellContent[] {
  const lines: CellContent[] = [];
  for (const [index, criterion] of section.criteria.entries()) {
    const seen = entry.criteria.find((candidate) => candidate.criterion === criterion.id)?.seen ?? [];
    if (seen.length === 0) continue;
    const of = section.criteria.length === 1 ? 'Seen' : `Criterion ${index + 1} seen`;
    lines.push(small(`${of}: ${seen.join(', ')}`));
  }
  return lines;
}

function carriedWords(carried: CarriedFrom): string {
  return `Carried forward from attempt ${carried.attempt} (revision ${carried.revision}), sheet digest ${shortDigest(carried.digest)}`;
}

/** The criteria's marks added up, once every one of them is given. */
function sumOfMarks(section: SchemeSection, entry: SectionEntry): number | null {
  let sum = 0;
  for (const criterion of section.criteria) {
    const mark = entry.criteria.find((candidate) => candidate.criterion === criterion.id)?.mark ?? null;
    if (mark === null) return null;
    sum += mark;
  }
  return sum;
}

function emptyEntry(section: SchemeSection): SectionEntry {
  return { section: section.id, strengths: '', improvements: '', mark: null, criteria: [], carried: null };
}
