import type { EvidenceRules } from '../model/pack.ts';
import type { EvidenceKind } from '../model/portfolio.ts';

/** A type of evidence by its code in the source's list, or in a person's own words. */
export type ChosenKind = { readonly code: string } | { readonly text: string };

/**
 * The type of evidence that was chosen, in the source's words where its list has it; null where the source refuses it: a
 * code that is not in the list, or own words where the list is closed. A qualification without a list takes any words.
 * Own words that are the list's are the list's type, so that nothing that is asked of that type can be passed by.
 */
export function evidenceKind(rules: EvidenceRules | null, chosen: ChosenKind): EvidenceKind | null {
  const kinds = rules?.kinds ?? [];
  const listed =
    'code' in chosen
      ? kinds.find((kind) => kind.code === chosen.code)
      : kinds.find((kind) => folded(kind.text) === folded(chosen.text));
  if (listed) return { code: listed.code, text: listed.text };
  return 'text' in chosen && (rules === null || rules.open) ? { code: null, text: chosen.text } : null;
}

function folded(words: string): string {
  return words.replace(/\s+/gu, ' ').trim().toLowerCase();
}
