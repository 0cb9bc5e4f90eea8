import type { Highlight } from '../../../shared/model/highlight.ts';
import { type Quotation, quotationsIn } from './quotation-text.ts';

/** One line of a field's list of quotations: both sides of the link, or the one that is left. */
export type LinkedQuotation =
  | { readonly state: 'linked'; readonly number: number; readonly quotation: Quotation; readonly highlight: Highlight }
  /** The highlight is gone; `removed` where it was removed in this window and can be brought back. */
  | {
      readonly state: 'highlight-gone';
      readonly number: number;
      readonly quotation: Quotation;
      readonly removed: Highlight | null;
    }
  /** The words are gone from the text. */
  | { readonly state: 'quotation-gone'; readonly number: number; readonly highlight: Highlight };

type Field = { readonly section: string; readonly kind: 'strengths' | 'improvements'; readonly text: string };
type Known = {
  readonly list: readonly Highlight[];
  readonly removed: readonly Highlight[];
  /** The numbers that are quoted anywhere on the sheet. */
  readonly quoted: ReadonlySet<number>;
};

/** The quotations of a field in the order of the text, then the highlights that it has lost the words of. */
export function linkedQuotations(
  { section, kind, text }: Field,
  { list, removed, quoted }: Known,
): readonly LinkedQuotation[] {
  const inText = quotationsIn(text).map((quotation): LinkedQuotation => {
    const { number } = quotation;
    const highlight = list.find((one) => one.number === number);
    if (highlight) return { state: 'linked', number, quotation, highlight };
    return {
      state: 'highlight-gone',
      number,
      quotation,
      removed: removed.find((one) => one.number === number) ?? null,
    };
  });
  const lost = list
    .filter((one) => one.section === section && one.kind === kind && !quoted.has(one.number))
    .map((highlight): LinkedQuotation => ({ state: 'quotation-gone', number: highlight.number, highlight }));
  return [...inText, ...lost];
}
