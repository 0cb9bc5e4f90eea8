import type { PortfolioView } from '../../shared/api/contract.ts';
import type { Input } from '../../shared/api/inputs.ts';
import type { EvidenceId } from '../../shared/model/ids.ts';
import type { EvidenceLink } from '../../shared/model/portfolio.ts';

/** A cell of the matrix as it is to be: linked or not, and where in the evidence. */
export type LinkChange = Input<'evidence.link'>['changes'][number];

/** Changes made as one act, and those that take them back. */
export type LinkStep = { readonly changes: readonly LinkChange[]; readonly back: readonly LinkChange[] };

/** The links with changes that the main side has not answered yet. */
export function withChanges(links: readonly EvidenceLink[], changes: readonly LinkChange[]): PortfolioView['links'] {
  if (changes.length === 0) return links;
  const next = new Map(links.map((link) => [keyOf(link), link]));
  for (const change of changes) {
    const key = keyOf(change);
    const { evidence, unit, criterion, linked, place = next.get(key)?.place ?? '' } = change;
    if (linked) next.set(key, { evidence, unit, criterion, place });
    else next.delete(key);
  }
  return [...next.values()];
}

/** What takes changes back, cell by cell as the links stood before them. */
export function stepOf(links: readonly EvidenceLink[], changes: readonly LinkChange[]): LinkStep {
  const before = new Map(links.map((link) => [keyOf(link), link]));
  const back = changes.map(({ evidence, unit, criterion, ...change }) => {
    const link = before.get(keyOf({ evidence, unit, criterion, ...change }));
    return { evidence, unit, criterion, linked: link !== undefined, ...(link ? { place: link.place } : {}) };
  });
  return { changes, back };
}

/** Steps without a piece of evidence that is gone: nothing can be linked to it any more. */
export function stepsWithout(steps: readonly LinkStep[], evidence: EvidenceId): readonly LinkStep[] {
  const others = (changes: readonly LinkChange[]) => changes.filter((one) => one.evidence !== evidence);
  return steps
    .map(({ changes, back }) => ({ changes: others(changes), back: others(back) }))
    .filter(({ changes }) => changes.length > 0);
}

function keyOf({ evidence, unit, criterion }: Pick<LinkChange, 'evidence' | 'unit' | 'criterion'>): string {
  return `${evidence} ${unit} ${criterion}`;
}
