import type { Decision } from '../../../shared/model/mark-sheet.ts';
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

/** ": sections 1 and 3", or ": the total is under 50"; nothing where there is nothing to add to the outcome's word. */
export function referredText(decision: Decision, scheme: Scheme): string {
  if (decision.outcome !== 'referral') return '';
  const numbers = decision.referred.map((one) => scheme.sections.findIndex(({ id }) => id === one.section) + 1);
  const short = decision.totalShort ? [`total under ${decision.totalShort.needed}`] : [];
  const sections = numbers.length > 0 ? [`${numbers.length === 1 ? 'section' : 'sections'} ${listed(numbers)}`] : [];
  return `: ${[...sections, ...short].join(', ')}`;
}

function listed(numbers: readonly number[]): string {
  return new Intl.ListFormat('en-GB').format(numbers.map(String));
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
