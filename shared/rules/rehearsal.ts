import { isBlank } from '../lib/blank.ts';
import type { CivilDate } from '../lib/dates.ts';
import type { Decision, SectionEntry } from '../model/mark-sheet.ts';
import type { Scheme } from '../model/pack.ts';
import { decide } from './decision.ts';

/** What the person is shown before signing. Errors block; warnings are for the eye. Each names the place to jump to. */
export type RehearsalFinding =
  | { readonly code: 'no-script'; readonly severity: 'error' }
  | { readonly code: 'no-declaration'; readonly severity: 'error' }
  | { readonly code: 'returned'; readonly severity: 'error' }
  | { readonly code: 'unmarked'; readonly severity: 'error'; readonly section: string }
  | { readonly code: 'no-feedback'; readonly severity: 'error'; readonly section: string }
  | { readonly code: 'nothing-to-redo'; readonly severity: 'error' }
  | {
      readonly code: 'missing-characters';
      readonly severity: 'error';
      readonly place: string;
      readonly section: string | null;
      readonly characters: readonly string[];
    }
  /** The section was carried from a revision that was opened again since: what it says may not stand. */
  | { readonly code: 'carried-from-reopened'; readonly severity: 'error'; readonly section: string }
  | { readonly code: 'carried-from-superseded'; readonly severity: 'error'; readonly section: string }
  /** The same of a criterion that was carried forward within a referred section. */
  | CriterionFinding<'criterion-carried-from-reopened'>
  | CriterionFinding<'criterion-carried-from-superseded'>
  /** What was held to prove it was taken away since. */
  | CriterionFinding<'achieved-without-evidence'>
  | { readonly code: 'referred-without-improvement'; readonly severity: 'warning'; readonly section: string }
  | { readonly code: 'declared-after-today'; readonly severity: 'warning' }
  | { readonly code: 'received-after-today'; readonly severity: 'warning' };

type CriterionFinding<Code extends string> = {
  readonly code: Code;
  readonly severity: 'error';
  readonly section: string;
  readonly criterion: string;
};

/** Something carried that no longer comes from the latest signed revision of its sheet; a whole section without a criterion. */
export type Stale = {
  readonly section: string;
  readonly criterion: string | null;
  readonly state: 'reopened' | 'superseded';
};

export type RehearsalInput = {
  readonly scheme: Scheme;
  readonly sections: readonly SectionEntry[];
  readonly redo: readonly string[];
  readonly scripts: number;
  readonly declarationDate: CivilDate | null;
  readonly dateReceived: CivilDate;
  readonly returned: boolean;
  readonly today: CivilDate;
  readonly stale: readonly Stale[];
  /** Texts that the export will print, with the characters in each that no embedded font has. */
  readonly missing: readonly {
    readonly place: string;
    readonly section: string | null;
    readonly characters: readonly string[];
  }[];
};

/** Everything that blocks signing the sheet or would embarrass it at sampling, in the sheet's order. */
export function rehearse(input: RehearsalInput): readonly RehearsalFinding[] {
  const findings: RehearsalFinding[] = [];
  const decision = decide(input.scheme, input.sections, input.redo);
  if (input.returned) findings.push({ code: 'returned', severity: 'error' });
  if (input.scripts === 0) findings.push({ code: 'no-script', severity: 'error' });
  if (input.declarationDate === null) findings.push({ code: 'no-declaration', severity: 'error' });
  else if (input.declarationDate > input.today) findings.push({ code: 'declared-after-today', severity: 'warning' });
  if (input.dateReceived > input.today) findings.push({ code: 'received-after-today', severity: 'warning' });
  for (const section of input.scheme.sections) {
    const entry = input.sections.find((one) => one.section === section.id);
    findings.push(...sectionFindings(section.id, entry, decision));
    findings.push(...input.stale.filter((one) => one.section === section.id).map(staleFinding));
    if (entry && input.scheme.rule.kind === 'criteria-met') findings.push(...unproved(entry));
  }
  if (decision.outcome === 'referral' && decision.referred.length === 0) {
    findings.push({ code: 'nothing-to-redo', severity: 'error' });
  }
  for (const one of input.missing) findings.push({ code: 'missing-characters', severity: 'error', ...one });
  return findings;
}

function staleFinding({ section, criterion, state }: Stale): RehearsalFinding {
  if (criterion === null) return { code: `carried-from-${state}`, severity: 'error', section };
  return { code: `criterion-carried-from-${state}`, severity: 'error', section, criterion };
}

function unproved({ section, criteria }: SectionEntry): readonly RehearsalFinding[] {
  return criteria
    .filter((one) => one.met === 'achieved' && (one.evidence ?? []).length === 0)
    .map(({ criterion }) => ({ code: 'achieved-without-evidence', severity: 'error', section, criterion }));
}

function sectionFindings(
  section: string,
  entry: SectionEntry | undefined,
  decision: Decision,
): readonly RehearsalFinding[] {
  if (entry?.carried) return [];
  const findings: RehearsalFinding[] = [];
  if (decision.outcome === 'incomplete' && decision.unmarked.includes(section)) {
    findings.push({ code: 'unmarked', severity: 'error', section });
  }
  const withoutImprovement = isBlank(entry?.improvements ?? '');
  if (isBlank(entry?.strengths ?? '') && withoutImprovement)
    findings.push({ code: 'no-feedback', severity: 'error', section });
  const referred = decision.outcome === 'referral' && decision.referred.some((one) => one.section === section);
  if (referred && withoutImprovement) {
    findings.push({ code: 'referred-without-improvement', severity: 'warning', section });
  }
  return findings;
}
