import type { EvidenceId } from '../model/ids.ts';
import type { CriterionEntry, EvidenceReference, SectionEntry } from '../model/mark-sheet.ts';
import type { SchemeCriterion, Unit } from '../model/pack.ts';
import type { EvidenceItem, EvidenceLink, ProvenCriterion } from '../model/portfolio.ts';

/** A portfolio's evidence with what it is held to prove. */
export type HeldEvidence = { readonly items: readonly EvidenceItem[]; readonly links: readonly EvidenceLink[] };

/** One text for a criterion of a unit. */
export function criterionKey({ unit, criterion }: ProvenCriterion): string {
  return `${unit} ${criterion}`;
}

/** Whether one of the units has the criterion. */
export function hasCriterion(units: readonly Unit[], { unit, criterion }: ProvenCriterion): boolean {
  const found = units.find((one) => one.code === unit);
  return found?.outcomes.some((outcome) => outcome.criteria.some((one) => one.number === criterion)) ?? false;
}

/**
 * The evidence for a sheet's criterion, by number: whatever is linked to any of the units' criteria that it answers.
 * A piece that is linked to several of them stands once, with all its places.
 */
export function evidenceFor(
  { answers }: Pick<SchemeCriterion, 'answers'>,
  { items, links }: HeldEvidence,
): readonly EvidenceReference[] {
  const asked = new Set(answers.map(criterionKey));
  const found = Map.groupBy(
    links.filter((link) => asked.has(criterionKey(link))),
    (link) => link.evidence,
  );
  if (found.size === 0) return [];
  return byNumber(items).flatMap(({ id }) => {
    const places = found.get(id)?.map((link) => link.place.trim());
    return places ? [{ evidence: id, place: [...new Set(places)].filter((place) => place !== '').join('; ') }] : [];
  });
}

/** The ids of the evidence that a sheet's criteria point at, each once. */
export function evidencePointedAt(sections: readonly SectionEntry[]): readonly EvidenceId[] {
  const references = sections.flatMap((one) => one.criteria).flatMap((one) => one.evidence ?? []);
  return [...new Set(references.map((one) => one.evidence))];
}

/** The numbers of the pieces that references name, in the references' order. */
export function evidenceNumbers(
  references: readonly EvidenceReference[],
  items: readonly EvidenceItem[],
): readonly number[] {
  return references.flatMap(({ evidence }) => items.find((item) => item.id === evidence)?.number ?? []);
}

/**
 * Whether a judgement was made on other evidence than the criterion points at, given by its numbers. Never where the
 * criterion is not judged, or nothing tells how it was.
 */
export function isOnOtherEvidence(
  { met, judged = [] }: Pick<CriterionEntry, 'met' | 'judged'>,
  now: readonly number[],
): boolean {
  const last = judged.at(-1);
  if (met === null || !last) return false;
  const sorted = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other).join();
  return sorted(last.evidence) !== sorted(now);
}

export function byNumber(items: readonly EvidenceItem[]): readonly EvidenceItem[] {
  return items.toSorted((one, other) => one.number - other.number);
}
