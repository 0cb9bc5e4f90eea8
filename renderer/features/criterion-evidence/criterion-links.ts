import type { PortfolioView } from '../../../shared/api/contract.ts';
import type { EvidenceId } from '../../../shared/model/ids.ts';
import type { CriterionEntry } from '../../../shared/model/mark-sheet.ts';
import type { SchemeCriterion } from '../../../shared/model/pack.ts';
import { criterionKey, evidenceFor } from '../../../shared/rules/criterion-evidence.ts';
import type { LinkChange } from '../../store/portfolio-links.ts';

/** A piece of evidence in the portfolio, and where in it a criterion is proved. */
export type HeldPiece = { readonly item: PortfolioView['items'][number]; readonly place: string };

/** The evidence of a criterion, by number: as it was signed, or as it is linked now. */
export function heldPieces(
  criterion: SchemeCriterion,
  entry: CriterionEntry,
  signed: boolean,
  portfolio: PortfolioView,
): readonly HeldPiece[] {
  const references = signed ? (entry.evidence ?? []) : evidenceFor(criterion, portfolio);
  return references.flatMap(({ evidence, place }) => {
    const item = portfolio.items.find((one) => one.id === evidence);
    return item ? [{ item, place }] : [];
  });
}

/** Whether a signed sheet holds the criterion achieved, so that its evidence stays as it was signed. */
export function isLocked({ answers }: SchemeCriterion, { criteria }: PortfolioView): boolean {
  const asked = new Set(answers.map(criterionKey));
  return criteria.some((one) => one.locked && asked.has(criterionKey(one)));
}

/** Links a piece to everything that the criterion answers. */
export function linkTo({ answers }: SchemeCriterion, evidence: EvidenceId, place?: string): readonly LinkChange[] {
  return answers.map((answer) => ({ ...answer, evidence, linked: true, ...(place === undefined ? {} : { place }) }));
}

/** Says where in a piece the criterion is proved, wherever the two are linked. */
export function placeIn(
  criterion: SchemeCriterion,
  evidence: EvidenceId,
  place: string,
  portfolio: PortfolioView,
): readonly LinkChange[] {
  return linksBetween(criterion, evidence, portfolio).map((link) => ({ ...link, linked: true, place }));
}

export function unlinkFrom(
  criterion: SchemeCriterion,
  evidence: EvidenceId,
  portfolio: PortfolioView,
): readonly LinkChange[] {
  return linksBetween(criterion, evidence, portfolio).map(({ place: _, ...link }) => ({ ...link, linked: false }));
}

function linksBetween({ answers }: SchemeCriterion, evidence: EvidenceId, { links }: PortfolioView) {
  const asked = new Set(answers.map(criterionKey));
  return links.filter((link) => link.evidence === evidence && asked.has(criterionKey(link)));
}

/** "p 3" and the page "p 4": "p 3, p 4". A page that is named already is not named again. */
export function placeWith(place: string, page: string): string {
  const named = place.split(/[,;]/).map((one) => one.trim());
  if (named.includes(page)) return place;
  return [place.trim(), page].filter((one) => one !== '').join(', ');
}
