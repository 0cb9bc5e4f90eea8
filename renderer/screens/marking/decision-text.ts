import type { Decision, ReferredSection } from '../../../shared/model/mark-sheet.ts';
import type { Scheme } from '../../../shared/model/pack.ts';

/** Marks that the whole sheet has to give; null where its rule gives none. */
export function totalAvailable(scheme: Scheme): number | null {
  switch (scheme.rule.kind) {
    case 'section-minimum':
      return sum(scheme.sections.map((section) => section.available));
    case 'criterion-minimum':
      return sum(scheme.sections.flatMap((section) => section.criteria.map((criterion) => criterion.available)));
    default:
      return null;
  }
}

/**
 * ": sections 1 and 3", ": section 1 (criterion 2 below its minimum)", or ": total under 50"; nothing where there is
 * nothing to add to the outcome's word.
 */
export function referredText(decision: Decision, scheme: Scheme): string {
  if (decision.outcome !== 'referral') return '';
  const named = decision.referred.map((one) => referredSection(one, scheme));
  const short = decision.totalShort ? [`total under ${decision.totalShort.needed}`] : [];
  const sections = named.length > 0 ? [`${named.length === 1 ? 'section' : 'sections'} ${listed(named)}`] : [];
  return `: ${[...sections, ...short].join(', ')}`;
}

function referredSection(referred: ReferredSection, { sections }: Scheme): string {
  const index = sections.findIndex(({ id }) => id === referred.section);
  if (referred.reason !== 'criterion-below-minimum') return String(index + 1);
  const criteria = sections[index]?.criteria ?? [];
  const below = referred.criteria.map((id) => String(criteria.findIndex((one) => one.id === id) + 1));
  const reason = below.length === 1 ? 'criterion % below its minimum' : 'criteria % below their minimum';
  return `${index + 1} (${reason.replace('%', listed(below))})`;
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names);
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
