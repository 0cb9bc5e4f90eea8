import { assertNever } from '../../lib/assert-never.ts';
import { canonicalJson } from '../../lib/canonical-json.ts';
import type { Decision, SectionEntry, SignedSheet } from '../../model/mark-sheet.ts';
import type { Form } from '../../model/pack.ts';
import { decide } from '../../rules/decision.ts';
import { safeText } from '../safe-text.ts';
import type { DataFinding, Decider, SectionFigure, StatedOutcome } from './data-finding.ts';

/** A mark or an answer as somebody other than the assessor gave it; null where it is not given. */
export type GivenMark = number | 'achieved' | 'not-yet' | null;

/** Derives the outcome from the marks by the sheet's own scheme and holds the stated one against it. */
export function judgeOutcome(
  by: Decider,
  sheet: SignedSheet,
  entries: readonly SectionEntry[],
  decision: Decision,
): DataFinding {
  const derived = decide(sheet.scheme, entries, namedIn(decision));
  const stated = statedOutcome(sheet, decision);
  const { rule } = sheet.scheme;
  const needed = rule.kind === 'criteria-met' ? null : rule.passTotal;
  const sections = figuresOf(sheet, entries);
  return canonicalJson(derived) === canonicalJson(decision) && canBe(sheet, entries)
    ? { code: 'outcome-by-rule', severity: 'good', by, stated, needed, sections }
    : {
        code: 'outcome-wrong',
        severity: 'altered',
        by,
        stated,
        derived: statedOutcome(sheet, derived),
        needed,
        sections,
      };
}

/** Says where an outcome that follows from quality assurance's marks is another than the assessor's. */
export function judgeDifference(sheet: SignedSheet, found: DataFinding): readonly DataFinding[] {
  if (found.code !== 'outcome-by-rule') return [];
  const assessor = statedOutcome(sheet, sheet.decision);
  const { stated: checked } = found;
  return checked.outcome === assessor.outcome
    ? []
    : [{ code: 'outcomes-differ', severity: 'warning', assessor, checked }];
}

/** A sheet's entries with other marks in them. */
export function entriesWith(
  sheet: SignedSheet,
  given: (section: string, criterion: string | null) => GivenMark,
): readonly SectionEntry[] {
  return sheet.scheme.sections.map((section) => {
    const mark = given(section.id, null);
    const criteria = section.criteria.map((criterion) => {
      const one = given(section.id, criterion.id);
      const met = one === 'achieved' || one === 'not-yet' ? one : null;
      return { criterion: criterion.id, mark: typeof one === 'number' ? one : null, met, seen: [] };
    });
    const own = typeof mark === 'number' ? mark : null;
    return { section: section.id, strengths: '', improvements: '', mark: own, criteria, carried: null };
  });
}

/** "PASS/REFERRAL" as the options that it stands for: the first is the pass, the second the referral. */
export function outcomeOptions(form: Form): readonly string[] {
  return form.labels.outcomeChoice.split('/').map((option) => option.trim());
}

/** What a form prints for an outcome; null for none. */
export function outcomeText(form: Form, outcome: Decision['outcome']): string | null {
  const [pass = 'PASS', referral = 'REFERRAL'] = outcomeOptions(form);
  switch (outcome) {
    case 'pass':
      return pass;
    case 'referral':
      return referral;
    case 'incomplete':
      return null;
    default:
      return assertNever(outcome);
  }
}

export function statedOutcome({ form, scheme }: SignedSheet, decision: Decision): StatedOutcome {
  const outcome = safeText(outcomeText(form, decision.outcome) ?? 'not complete');
  const referred = decision.outcome === 'referral' ? decision.referred : [];
  const heading = (id: string) => scheme.sections.find((one) => one.id === id)?.heading ?? id;
  return { outcome, total: decision.total, referred: referred.map((one) => safeText(heading(one.section))) };
}

/** Sections that the assessor named count where only the total fails, and are no part of the rule. */
function namedIn(decision: Decision): readonly string[] {
  if (decision.outcome !== 'referral') return [];
  return decision.referred.flatMap((one) => (one.reason === 'named-by-assessor' ? one.section : []));
}

/** No mark is above what its section has, or below nothing; every section is one of the scheme's, and stands once. */
function canBe({ scheme }: SignedSheet, entries: readonly SectionEntry[]): boolean {
  const within = (mark: number | null, available: number | null) =>
    mark === null || (mark >= 0 && (available === null || mark <= available));
  const sections = new Map(scheme.sections.map((one) => [one.id, one]));
  return (
    new Set(entries.map((one) => one.section)).size === entries.length &&
    entries.every((entry) => {
      const section = sections.get(entry.section);
      if (!section) return false;
      const criteria = new Map(section.criteria.map((one) => [one.id, one]));
      return (
        within(entry.mark, section.available) &&
        entry.criteria.every((one) => within(one.mark, criteria.get(one.criterion)?.available ?? null))
      );
    })
  );
}

function figuresOf({ scheme }: SignedSheet, entries: readonly SectionEntry[]): readonly SectionFigure[] {
  return scheme.sections.map((section) => {
    const entry = entries.find((one) => one.section === section.id);
    const marks = entry?.criteria.flatMap((one) => one.mark ?? []) ?? [];
    const sum = marks.length === 0 ? null : marks.reduce((all, one) => all + one, 0);
    const mark = scheme.rule.kind === 'section-minimum' ? (entry?.mark ?? null) : sum;
    return { heading: safeText(section.heading), mark, minimum: section.minimum };
  });
}
