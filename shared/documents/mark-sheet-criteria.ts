import { assertNever } from '../lib/assert-never.ts';
import type { CarriedFrom, CriterionEntry, DraftSheet, SectionEntry } from '../model/mark-sheet.ts';
import type { SchemeCriterion, SchemeRule, SchemeSection } from '../model/pack.ts';
import { bold, bullets, cell, columnHead, feedback, flowingRow, row, small, smallLabelled, text } from './cells.ts';
import type { Cell, CellContent, FormField, Row, Table } from './document.ts';
import { criterionPlace, MET_OPTIONS, markContent, qaMarkField, qaMarkOwner } from './mark-sheet-places.ts';
import { shortDigest } from './short-digest.ts';

/** Texts up to this many characters keep their row on one page; longer ones flow, lest a third of a page stay white. */
const SHORT_FEEDBACK = 450;

/** Criteria, strengths, areas for improvement, the assessor's mark, the QA mark: a row for every section. */
export function criteriaTable(sheet: DraftSheet): Table {
  const { labels } = sheet.form;
  const heads = [labels.criteria, labels.strengths, labels.improvements, labels.assessorMark, labels.qaMark];
  return {
    kind: 'table',
    summary: 'Criteria with strengths, areas for improvement and marks',
    columns: sheet.scheme.rule.kind === 'criteria-met' ? [0.24, 0.23, 0.23, 0.15, 0.15] : [0.26, 0.27, 0.27, 0.1, 0.1],
    head: [row(heads.map((head) => columnHead([bold(head)])))],
    rows: sheet.scheme.sections.flatMap((section) => sectionRows(sheet, section)),
  };
}

function sectionRows(sheet: DraftSheet, section: SchemeSection): readonly Row[] {
  const entry = sheet.sections.find((candidate) => candidate.section === section.id) ?? emptyEntry(section);
  if (sheet.scheme.rule.kind === 'section-minimum') {
    return [
      sectionRow(
        sheet,
        section,
        entry,
        section.criteria.map((criterion) => criterion.text),
      ),
    ];
  }
  const rule = sheet.scheme.rule;
  return [
    sectionRow(sheet, section, entry, []),
    ...section.criteria.map((criterion) => criterionRow(sheet, rule, section, criterion, entry)),
  ];
}

function sectionRow(sheet: DraftSheet, section: SchemeSection, entry: SectionEntry, criteria: readonly string[]): Row {
  const first: CellContent[] = [bold(section.heading), ...section.preamble.map(text)];
  if (criteria.length > 0) first.push(bullets(criteria));
  if (criteria.length > 0) first.push(...seenLines(section, entry));
  if (entry.carried !== null) first.push(small(carriedWords(entry.carried)));
  const marked = section.available !== null;
  const mark = criteria.length > 0 ? entry.mark : sumOfMarks(section, entry);
  const short = Math.max(entry.strengths.length, entry.improvements.length) <= SHORT_FEEDBACK;
  return (short ? row : flowingRow)([
    { content: first, head: 'row' },
    cell([feedback(entry.strengths)]),
    cell([feedback(entry.improvements)]),
    cell(marked ? [markContent(sheet.form, mark, section)] : []),
    marked ? qaCell(sheet, section.id, section.heading, 'number') : cell([]),
  ]);
}

/** A criterion's own row, where the rule asks about every criterion by itself. */
function criterionRow(
  sheet: DraftSheet,
  rule: Exclude<SchemeRule, { kind: 'section-minimum' }>,
  section: SchemeSection,
  criterion: SchemeCriterion,
  entry: SectionEntry,
): Row {
  const given = entry.criteria.find((candidate) => candidate.criterion === criterion.id);
  const seen = given && given.seen.length > 0 ? [smallLabelled('Seen:', given.seen.join(', '))] : [];
  const place = criterionPlace(section.id, criterion.id);
  const name = `${section.heading}, ${criterion.text}`;
  const start: readonly Cell[] = [{ content: [bullets([criterion.text])], head: 'row' }, cell(seen, 2)];
  switch (rule.kind) {
    case 'criterion-minimum':
      return row([
        ...start,
        cell([markContent(sheet.form, given?.mark ?? null, criterion)]),
        qaCell(sheet, place, name, 'number'),
      ]);
    case 'criteria-met':
      return row([...start, cell([metChoice(given?.met ?? null)]), qaCell(sheet, place, name, 'choice')]);
    default:
      return assertNever(rule);
  }
}

function metChoice(met: CriterionEntry['met']): CellContent {
  return { kind: 'choice', options: MET_OPTIONS, chosen: met === null ? null : met === 'achieved' ? 0 : 1 };
}

/** The place of a QA mark, filled in by the IQA; blank on a form that has no IQA. */
function qaCell(sheet: DraftSheet, place: string, of: string, type: 'number' | 'choice'): Cell {
  const owner = qaMarkOwner(sheet.form);
  if (owner === null) return cell([]);
  const field: FormField = { id: qaMarkField(place), name: `${sheet.form.labels.qaMark}, ${of}`, type, owner };
  if (type === 'number') return cell([{ kind: 'field', field }]);
  return cell([metChoice(null), { kind: 'field', field: { ...field, options: MET_OPTIONS } }]);
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
