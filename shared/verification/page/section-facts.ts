import type { SectionEntry, SignedSheet } from '../../model/mark-sheet.ts';
import type { SchemeSection } from '../../model/pack.ts';
import { printedHeading } from '../../model/section-heading.ts';
import type { GivenMark } from '../data/derive-outcome.ts';
import { compareDescriptors, compareJudged, showsLevels } from './criterion-facts.ts';
import { printedFeedback } from './feedback-words.ts';
import type { PageSearch } from './page-search.ts';
import { comparable } from './page-words.ts';

const ANSWERS = ['Achieved', 'Not yet'] as const;

/** What the IQA gave, where the page shows it printed; null where the page has fields for it, or none at all. */
export type PrintedMarks = ((section: string, criterion: string | null) => GivenMark) | null;

/** Holds a section's row against the page: heading, the assessor's words, the mark, and the IQA's mark if it is printed. */
export function compareSection(
  search: PageSearch,
  sheet: SignedSheet,
  section: SchemeSection,
  printed: PrintedMarks,
): void {
  const entry = sheet.sections.find((one) => one.section === section.id);
  if (!entry) return;
  const name = section.heading;
  // Sheets from before outcomes were numbered have the heading alone.
  search.need('a section’s heading', printedHeading(sheet.scheme.rule, section), name);
  compareFeedback(search, sheet, section, entry);
  if (sheet.scheme.rule.kind === 'section-minimum') {
    const [strengths, improvements] = [printedFeedback(entry.strengths), printedFeedback(entry.improvements)];
    const said = comparable(strengths[0] + improvements[0]) !== '';
    const before = said ? null : endsOfFirstCell(section, entry);
    compareMark(search, sheet, section, { name, before, mark: entry.mark, qa: printed?.(section.id, null) ?? null });
    return;
  }
  for (const criterion of section.criteria) {
    const given = entry.criteria.find((one) => one.criterion === criterion.id);
    search.need(`a criterion of “${name}”`, criterion.text);
    const mark = given?.mark ?? null;
    const qa = printed?.(section.id, criterion.id) ?? null;
    if (sheet.scheme.rule.kind === 'criterion-minimum') {
      if (showsLevels(sheet.scheme)) compareDescriptors(search, criterion, given);
      const before = [given?.seen.join(', ') ?? '', criterion.text];
      compareMark(search, sheet, criterion, { name: `${name}, ${criterion.text}`, before, mark, qa });
    } else {
      compareJudged(search, sheet, criterion.text, given);
      compareAnswer(search, `${name}, ${criterion.text}`, given?.met ?? null);
    }
  }
}

/** The words of the assessor stand one behind the other, and the mark behind them. */
function compareFeedback(
  search: PageSearch,
  sheet: SignedSheet,
  section: SchemeSection,
  { strengths, improvements, mark }: SectionEntry,
): void {
  const [first, second] = [printedFeedback(strengths), printedFeedback(improvements)];
  const behind =
    sheet.scheme.rule.kind === 'section-minimum' && mark !== null ? `${mark}${pattern(sheet, section)}` : '';
  if (comparable(strengths + improvements) === '') return;
  const ways = first.flatMap((one) => second.map((other) => [one, other] as const));
  for (const [one, other] of ways) {
    const [start, end] = [comparable(one), comparable(other)];
    const whole = search.nextWhole(`${one}${other}`, behind);
    if (whole < 0 || !search.isBreak(whole + start.length)) continue;
    for (const part of [start, end]) if (part !== '') search.agree();
    search.moveTo(whole + start.length + end.length);
    return;
  }
  search.need(`the strengths of “${section.heading}”`, ...first);
  const between = search.at;
  const start = search.need(`the areas for improvement of “${section.heading}”`, ...second);
  if (comparable(first[0]) !== '' && start !== null && start > between) {
    search.saysMore(`the feedback on “${section.heading}”`, search.between(between, start));
  }
}

type MarkFact = {
  readonly name: string;
  /** What may stand right before the mark, whose own figures are no part of it; null where the assessor's words do. */
  readonly before: readonly string[] | null;
  readonly mark: number | null;
  readonly qa: GivenMark;
};

/** A mark stands before what it is out of: "21 /30 marks (min 15)". */
function compareMark(
  search: PageSearch,
  sheet: SignedSheet,
  of: { readonly available: number | null; readonly minimum: number | null },
  { name, before, mark, qa }: MarkFact,
): void {
  if (mark === null) return;
  const fact = `the mark of “${name}”`;
  const from = search.at;
  const place = search.next(pattern(sheet, of));
  if (place < 0) {
    search.needAnywhere(fact, String(mark));
    return;
  }
  const said = search.between(from, place);
  const shown = /\d+$/.exec(said)?.[0] ?? '';
  const follows = before?.some((one) => one !== '' && said.endsWith(comparable(one) + String(mark)));
  if (shown === String(mark) || follows) search.agree();
  else search.disagree(fact, String(mark), shown);
  const more = said.slice(0, said.length - shown.length);
  if (more !== '' && before === null) search.saysMore(fact, more);
  const minimum = of.minimum === null ? '' : sheet.form.minimumPattern.replace('{minimum}', String(of.minimum));
  search.moveTo(place + comparable(pattern(sheet, of)).length);
  const least = search.next(minimum);
  if (least === search.at) search.moveTo(least + comparable(minimum).length);
  if (typeof qa !== 'number') return;
  const printed = /^\d+/.exec(search.between(search.at, search.at + 8))?.[0] ?? '';
  if (printed === String(qa)) search.agree();
  else search.disagree(`the QA mark of “${name}”`, String(qa), printed);
  search.moveTo(search.at + printed.length);
}

/** Where the rule gives no marks, the answer is the option that stands out. */
function compareAnswer(search: PageSearch, name: string, met: 'achieved' | 'not-yet' | null): void {
  const [achieved, notYet] = ANSWERS;
  const shown = search.chosenOf(ANSWERS);
  // A program that words its answers otherwise is not wrong for it.
  if (met === null || shown === undefined) return;
  const expected = met === 'achieved' ? achieved : notYet;
  if (shown === expected) search.agree();
  else search.disagree(`the answer to “${name}”`, expected, shown ?? ANSWERS.join('/'));
}

/** What the first cell of a row may end with: a criterion, where it was seen, or which sheet the section comes from. */
function endsOfFirstCell(section: SchemeSection, entry: SectionEntry): readonly string[] {
  const seen = entry.criteria.flatMap((one) => (one.seen.length > 0 ? one.seen.join(', ') : []));
  const digest = entry.carried?.digest ?? '';
  return [
    section.heading,
    ...section.preamble,
    ...section.criteria.map((one) => one.text),
    ...seen,
    digest.slice(0, 12),
    digest,
  ];
}

function pattern({ form }: SignedSheet, of: { readonly available: number | null }): string {
  return of.available === null ? '' : form.marksPattern.replace('{available}', String(of.available));
}
