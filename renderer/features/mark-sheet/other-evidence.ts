import type { CriterionEntry } from '../../../shared/model/mark-sheet.ts';
import type { SchemeCriterion } from '../../../shared/model/pack.ts';
import { isOnOtherEvidence } from '../../../shared/rules/criterion-evidence.ts';
import type { EvidenceSlot } from './evidence-slot.ts';

/** The command that judges a criterion again, as its button says it. */
export const JUDGE_AGAIN = { name: 'Judge again on this evidence', keys: ['Alt+Shift+J'] } as const;

/** A judgement on other evidence than the criterion points at now, both by their numbers. */
export type OtherEvidence = {
  readonly met: 'achieved' | 'not-yet';
  readonly judgedOn: readonly number[];
  readonly now: readonly number[];
};

/** Null where the judgement is on what the criterion points at, and where it is achieved and nothing is left to judge. */
export function otherEvidence(
  criterion: SchemeCriterion,
  entry: CriterionEntry,
  slot: EvidenceSlot | null,
): OtherEvidence | null {
  const now = slot?.pointsAt(criterion, entry) ?? null;
  const { met, judged = [] } = entry;
  if (now === null || met === null || !isOnOtherEvidence(entry, now)) return null;
  if (met === 'achieved' && now.length === 0) return null;
  return { met, judgedOn: judged.at(-1)?.evidence ?? [], now };
}
