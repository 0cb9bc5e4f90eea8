import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { CheckedMark } from '../../../shared/model/evidence.ts';
import type { CriterionEntry, Decision, SectionEntry, SignedSheet } from '../../../shared/model/mark-sheet.ts';
import type { Scheme, SchemeCriterion, SchemeSection } from '../../../shared/model/pack.ts';
import { decide } from '../../../shared/rules/decision.ts';
import { type MarkFault, readMark } from '../../../shared/rules/mark.ts';
import type { TypedMark } from '../../store/check-drafts.ts';

/** What the QA marks typed so far come to, by the sheet's own rule. */
export function decideOn(
  { scheme, redo }: Pick<SignedSheet, 'scheme' | 'redo'>,
  typed: readonly TypedMark[],
): Decision {
  return decide(
    scheme,
    scheme.sections.map((section) => entryOf(section, typed)),
    redo,
  );
}

/** The marks of a check that was signed, in the form in which they were typed. */
export function typedFrom(marks: readonly CheckedMark[]): readonly TypedMark[] {
  return marks.map(({ section, criterion, mark }) => ({ section, criterion, typed: String(mark) }));
}

/** What stands in a field; nothing where nothing was typed. */
export function typedIn(marks: readonly TypedMark[], section: string, criterion: string | null): string {
  return marks.find((one) => one.section === section && one.criterion === criterion)?.typed ?? '';
}

/** What is to be entered for a section: one mark, or something for each criterion. */
export function placesToMark(scheme: Scheme, section: SchemeSection): readonly (SchemeCriterion | null)[] {
  switch (scheme.rule.kind) {
    case 'section-minimum':
      return [null];
    case 'criterion-minimum':
    case 'criteria-met':
      return section.criteria;
    default:
      return assertNever(scheme.rule);
  }
}

/** Why what is typed is no mark, in words; null where it is one, or empty. */
export function markFault(typed: string, available: number): string | null {
  const read = readMark(typed, available);
  return read.ok ? null : faultWords(read.error, available);
}

function faultWords(fault: MarkFault, available: number): string {
  const ask = `Type a number from 0 to ${available}.`;
  switch (fault) {
    case 'not-a-whole-number':
      return `A mark is a whole number in digits. ${ask}`;
    case 'negative':
      return `A mark cannot be less than 0. ${ask}`;
    case 'above-available':
      return `Only ${available} are available here. ${ask}`;
    default:
      return assertNever(fault);
  }
}

/** Marks that are typed and cannot be read; none of them is signed. */
export function faultsIn({ sections }: Scheme, typed: readonly TypedMark[]): number {
  return typed.filter(({ section, criterion, typed: text }) => {
    if (isMet(text)) return false;
    const found = sections.find((one) => one.id === section);
    const most = criterion === null ? found : found?.criteria.find((one) => one.id === criterion);
    return !readMark(text, most?.available ?? 0).ok;
  }).length;
}

function entryOf(section: SchemeSection, typed: readonly TypedMark[]): SectionEntry {
  const mark = readMark(typedIn(typed, section.id, null), section.available ?? 0);
  return {
    section: section.id,
    strengths: '',
    improvements: '',
    mark: mark.ok ? mark.value : null,
    criteria: section.criteria.map((criterion) => criterionOf(criterion, typedIn(typed, section.id, criterion.id))),
    carried: null,
  };
}

function criterionOf({ id, available }: SchemeCriterion, typed: string): CriterionEntry {
  if (isMet(typed)) return { criterion: id, mark: null, met: typed, seen: [] };
  const mark = readMark(typed, available ?? 0);
  return { criterion: id, mark: mark.ok ? mark.value : null, met: null, seen: [] };
}

function isMet(typed: string): typed is 'achieved' | 'not-yet' {
  return typed === 'achieved' || typed === 'not-yet';
}
