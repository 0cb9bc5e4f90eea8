import type { Digest } from '../model/ids.ts';
import type { CarriedFrom, SectionEntry, SignedSheet } from '../model/mark-sheet.ts';

/** A section without anything entered. */
export function emptySection(section: string): SectionEntry {
  return { section, strengths: '', improvements: '', mark: null, criteria: [], carried: null };
}

/**
 * The sections of the next attempt's sheet after a signed referral: referred ones open and empty, all others carried
 * forward with what was entered, naming the revision that they come from. A section that was itself carried keeps
 * naming the revision in which it was marked. After a pass nothing is open, and null says so.
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
  return signed.sections.map((entry) =>
    open.has(entry.section) ? emptySection(entry.section) : { ...entry, carried: entry.carried ?? from },
  );
}
