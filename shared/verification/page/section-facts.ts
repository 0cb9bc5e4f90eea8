import type { SectionEntry, SignedSheet } from '../../model/mark-sheet.ts';
import type { SchemeSection } from '../../model/pack.ts';
import type { GivenMark } from '../data/derive-outcome.ts';
import type { PageSearch } from './page-search.ts';
import { comparable } from './page-words.ts';

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
  search.need('a section’s heading', name);
  compareFeedback(search, sheet, section, entry);
  if (sheet.scheme.rule.kind === 'section-minimum') {
    compareMark(search, sheet, section, name, entry.mark, printed?.(section.id, null) ?? null);
    return;
  }
  for (const criterion of section.criteria) {
    const given = entry.criteria.find((one) => one.criterion === criterion.id);
    search.need(`a criterion of “${name}”`, criterion.text);
    const mark = given?.mark ?? null;
    const qa = printed?.(section.id, criterion.id) ?? null;
    if (sheet.scheme.rule.kind === 'criterion-minimum') {
      compareMark(search, sheet, criterion, `${name}, ${criterion.text}`, mark, qa);
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
  const [first, second] = [comparable(strengths), comparable(improvements)];
  const behind =
    sheet.scheme.rule.kind === 'section-minimum' && mark !== null ? `${mark}${pattern(sheet, section)}` : '';
  const whole = search.next(`${strengths}${improvements}${behind}`);
  if (first + second === '') return;
  if (whole >= 0) {
    for (const one of [first, second]) if (one !== '') search.agree();
    search.moveTo(whole + first.length + second.length);
    return;
  }
  search.need(`the strengths of “${section.heading}”`, strengths);
  const between = search.at;
  search.need(`the areas for improvement of “${section.heading}”`, improvements);
  const start = search.at - second.length;
  if (first !== '' && second !== '' && start > between) {
    search.saysMore(`the feedback on “${section.heading}”`, search.between(between, start));
  }
}

/** A mark stands before what it is out of: "21 /30 marks (min 15)". */
function compareMark(
  search: PageSearch,
  sheet: SignedSheet,
  of: { readonly available: number | null; readonly minimum: number | null },
  name: string,
  mark: number | null,
  qa: GivenMark,
): void {
  if (mark === null) return;
  const fact = `the mark of “${name}”`;
  const from = search.at;
  const place = search.next(pattern(sheet, of));
  const before = place < 0 ? null : search.between(from, place);
  const shown = before === null ? null : (/\d+$/.exec(before)?.[0] ?? '');
  if (before === null || shown === null) {
    search.need(fact, String(mark));
    return;
  }
  if (shown !== String(mark)) search.disagree(fact, String(mark), shown);
  else search.agree();
  const more = before.slice(0, before.length - shown.length);
  if (more !== '' && sheet.scheme.rule.kind === 'section-minimum') search.saysMore(fact, more);
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

function pattern({ form }: SignedSheet, of: { readonly available: number | null }): string {
  return of.available === null ? '' : form.marksPattern.replace('{available}', String(of.available));
}
