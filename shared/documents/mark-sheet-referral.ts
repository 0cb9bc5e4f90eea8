import { assertNever } from '../lib/assert-never.ts';
import type { Decision, ReferredSection, SectionEntry } from '../model/mark-sheet.ts';
import type { Scheme, SchemeSection } from '../model/pack.ts';

type Referral = Extract<Decision, { outcome: 'referral' }>;

/** "Section referral if applicable" in words: each referred section with its figures, then a total that falls short. */
export function referralWords(scheme: Scheme, entries: readonly SectionEntry[], decision: Referral): readonly string[] {
  const lines = decision.referred.map((referred) => {
    const section = scheme.sections.find((candidate) => candidate.id === referred.section);
    const entry = entries.find((candidate) => candidate.section === referred.section);
    return `${section?.heading ?? referred.section}: ${reason(referred, section, entry)}`;
  });
  if (decision.totalShort !== null) {
    const { total, needed } = decision.totalShort;
    lines.push(`Total of ${marks(total)} is below the ${needed} needed`);
  }
  return lines;
}

function reason(
  referred: ReferredSection,
  section: SchemeSection | undefined,
  entry: SectionEntry | undefined,
): string {
  switch (referred.reason) {
    case 'below-minimum':
      return `${marks(referred.mark)}, minimum ${referred.minimum}`;
    case 'criterion-below-minimum':
      return `below the minimum in ${criteria(referred.criteria, section, entry, true)}`;
    case 'criterion-not-met':
      return `not yet achieved: ${criteria(referred.criteria, section, entry, false)}`;
    case 'named-by-assessor':
      return 'named by the assessor to be done again';
    default:
      return assertNever(referred);
  }
}

function criteria(
  ids: readonly string[],
  section: SchemeSection | undefined,
  entry: SectionEntry | undefined,
  figures: boolean,
): string {
  return ids
    .map((id) => {
      const criterion = section?.criteria.find((candidate) => candidate.id === id);
      const mark = entry?.criteria.find((candidate) => candidate.criterion === id)?.mark ?? null;
      const words = criterion?.text ?? id;
      if (!figures || mark === null || !criterion || criterion.minimum === null) return words;
      return `${words} (${marks(mark)}, minimum ${criterion.minimum})`;
    })
    .join('; ');
}

function marks(count: number): string {
  return count === 1 ? '1 mark' : `${count} marks`;
}
