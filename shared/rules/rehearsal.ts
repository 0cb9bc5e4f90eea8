import { isBlank } from '../lib/blank.ts';
import { plainFeedback } from '../lib/feedback-text.ts';
import type { Decision, SectionEntry } from '../model/mark-sheet.ts';
import type { Scheme } from '../model/pack.ts';
import type { EvidenceItem } from '../model/portfolio.ts';
import { decide } from './decision.ts';
import { datesOutOfOrder, type RehearsedDates } from './rehearsal-dates.ts';
import type { RehearsalFinding, Stale } from './rehearsal-finding.ts';
import { evidenceAfter, judgementFindings } from './rehearsal-judgements.ts';
import { type RehearsedWords, wordFindings } from './rehearsal-words.ts';

export type RehearsalInput = {
  readonly scheme: Scheme;
  readonly sections: readonly SectionEntry[];
  /** Every piece that the criteria point at. */
  readonly evidence: readonly EvidenceItem[];
  readonly redo: readonly string[];
  readonly scripts: number;
  readonly returned: boolean;
  readonly dates: RehearsedDates;
  readonly words: Omit<RehearsedWords, 'pass'>;
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
  if (input.dates.declarationDate === null) findings.push({ code: 'no-declaration', severity: 'error' });
  findings.push(...datesOutOfOrder(input.dates));
  findings.push(...evidenceAfter(input.dates.today, input.evidence));
  const rehearsed = { attempt: input.words.attempt, items: input.evidence };
  for (const section of input.scheme.sections) {
    const entry = input.sections.find((one) => one.section === section.id);
    findings.push(...sectionFindings(section.id, entry, decision));
    findings.push(...input.stale.filter((one) => one.section === section.id).map(staleFinding));
    if (entry && input.scheme.rule.kind === 'criteria-met') findings.push(...judgementFindings(entry, rehearsed));
    if (entry) findings.push(...wordFindings(entry, { ...input.words, pass: decision.outcome === 'pass' }));
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
  const withoutImprovement = isBlank(plainFeedback(entry?.improvements ?? ''));
  if (isBlank(plainFeedback(entry?.strengths ?? '')) && withoutImprovement)
    findings.push({ code: 'no-feedback', severity: 'error', section });
  const referred = decision.outcome === 'referral' && decision.referred.some((one) => one.section === section);
  if (referred && withoutImprovement) {
    findings.push({ code: 'referred-without-improvement', severity: 'warning', section });
  }
  return findings;
}
