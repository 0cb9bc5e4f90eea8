import { isBlank } from '../lib/blank.ts';
import type { CivilDate } from '../lib/dates.ts';
import type { CriterionEntry, SectionEntry } from '../model/mark-sheet.ts';
import type { EvidenceItem } from '../model/portfolio.ts';
import { evidenceNumbers, isOnOtherEvidence } from './criterion-evidence.ts';
import type { RehearsalFinding, RehearsalWarning } from './rehearsal-finding.ts';

export type RehearsedEvidence = {
  readonly attempt: number;
  /** Every piece that the sheet's criteria point at. */
  readonly items: readonly EvidenceItem[];
};

/** What of a section's judgements does not rest on its evidence, or lacks words. For criteria that are met or not. */
export function judgementFindings(entry: SectionEntry, { attempt, items }: RehearsedEvidence): RehearsalFinding[] {
  const { section, criteria } = entry;
  const findings = criteria.flatMap((one) => evidenceFindings(section, one, items));
  const wordless = entry.carried ? [] : criteria.filter((one) => isWithoutWords(one, attempt));
  if (wordless.length === 0) return findings;
  const named = wordless.map((one) => one.criterion);
  return [...findings, { code: 'no-judgement', severity: 'warning', section, criteria: named }];
}

function evidenceFindings(section: string, entry: CriterionEntry, items: readonly EvidenceItem[]): RehearsalFinding[] {
  const { criterion, met, evidence = [] } = entry;
  if (met === 'achieved' && evidence.length === 0) {
    return [{ code: 'achieved-without-evidence', severity: 'error', section, criterion }];
  }
  const now = evidenceNumbers(evidence, items);
  const judgedOn = entry.judged?.at(-1)?.evidence ?? [];
  if (!isOnOtherEvidence(entry, now)) return [];
  return [{ code: 'judged-on-other-evidence', severity: 'error', section, criterion, judgedOn, now }];
}

function isWithoutWords({ met, judgement = '', judged = [], carried }: CriterionEntry, attempt: number): boolean {
  return met !== null && !carried && judged.at(-1)?.attempt === attempt && isBlank(judgement);
}

/** Evidence of something that has not happened yet: an observation, a statement, a talk or questions after `today`. */
export function evidenceAfter(today: CivilDate, items: readonly EvidenceItem[]): readonly RehearsalWarning[] {
  return items.flatMap(({ number, record }) =>
    'date' in record && record.date > today
      ? [{ code: 'evidence-after-today' as const, severity: 'warning' as const, number, date: record.date }]
      : [],
  );
}
