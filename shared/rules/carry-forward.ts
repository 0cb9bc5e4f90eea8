import type { Digest } from '../model/ids.ts';
import type { CarriedFrom, CriterionEntry, SectionEntry, SignedSheet } from '../model/mark-sheet.ts';

/** A section without anything entered. */
export function emptySection(section: string): SectionEntry {
  return { section, strengths: '', improvements: '', mark: null, criteria: [], carried: null };
}

/**
 * The sections of the next attempt's sheet after a signed referral: referred ones open, all others carried forward with
 * what was entered, naming the revision that they come from. A section that was itself carried keeps naming the revision
 * in which it was marked. What is open is empty, but for criteria that are met or not: "each assessment criteria on at
 * least one occasion" (source 002), so those that were achieved stand, and the others keep how they were judged so far.
 * After a pass nothing is open, and null says so.
 */
export function carryForward(signed: SignedSheet, digest: Digest): readonly SectionEntry[] | null {
  if (signed.decision.outcome !== 'referral') return null;
  const open = new Set(signed.decision.referred.map((one) => one.section));
  const from: CarriedFrom = {
    sheet: signed.sheet,
    attempt: signed.attempt.number,
    revision: signed.revision,
    digest,
  };
  const byAchievement = signed.scheme.rule.kind === 'criteria-met';
  return signed.sections.map((entry) => {
    if (!open.has(entry.section)) return { ...entry, carried: entry.carried ?? from };
    const empty = emptySection(entry.section);
    return byAchievement ? { ...empty, criteria: entry.criteria.flatMap((one) => criterionAfter(one, from)) } : empty;
  });
}

/** A carried section as it is once it is open: marked in this attempt from here on, on what is held now. */
export function openedSection(entry: SectionEntry): SectionEntry {
  const criteria = entry.criteria.map(({ carried: _carried, evidence: _evidence, ...criterion }) => criterion);
  return { ...entry, criteria, carried: null };
}

function criterionAfter(entry: CriterionEntry, from: CarriedFrom): readonly CriterionEntry[] {
  const { criterion, met, judged = [] } = entry;
  if (met === 'achieved') return [{ ...entry, carried: entry.carried ?? from }];
  return judged.length > 0 ? [{ criterion, mark: null, met: null, seen: [], judged }] : [];
}
