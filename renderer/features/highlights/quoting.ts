import { sentenceFor } from '../../../shared/api/sentences.ts';
import type { TextChange } from '../../../shared/lib/text-change.ts';
import type { Anchor, Highlight, HighlightKind } from '../../../shared/model/highlight.ts';
import type { ScriptId, SheetId } from '../../../shared/model/ids.ts';
import { highlightsNow, useHighlights } from '../../store/highlights.ts';
import { useMarking } from '../../store/marking.ts';
import { feedbackOf } from '../../store/marking-feedback.ts';
import { useToasts } from '../../store/toasts.ts';
import { placeWords } from './place-words.ts';
import { type Quotation, quotationLine, quotationsIn, withLine, withoutQuotation } from './quotation-text.ts';

export type FeedbackKind = Exclude<HighlightKind, 'note'>;
/** A quotation with the field in which it stands. */
export type QuotedAt = { readonly section: string; readonly kind: FeedbackKind; readonly quotation: Quotation };

const KINDS: readonly FeedbackKind[] = ['strengths', 'improvements'];
/** Characters of the script's words that one highlight keeps. */
const LONGEST = 20_000;

type Selected = { readonly script: ScriptId; readonly anchor: Anchor; readonly words: string };

/** Whether a section of a sheet takes quotations: it is a draft, and the section is not carried. */
export function takesQuotations(sheet: SheetId, section: string | null): boolean {
  const view = useMarking.getState().sheets.get(sheet)?.view;
  const entry = view?.sections.find((one) => one.section === section);
  return view?.state === 'draft' && entry !== undefined && entry.carried === null;
}

/** Highlights what is selected; null where that was refused, which is told. */
export async function highlightSelected(
  sheet: SheetId,
  selected: Selected,
  purpose: { readonly kind: HighlightKind; readonly section: string | null },
): Promise<Highlight | null> {
  const { tell } = useToasts.getState();
  if (selected.words.length > LONGEST) {
    const most = LONGEST.toLocaleString('en-GB');
    tell(
      'error',
      `More than ${most} characters are too long to quote. Nothing was changed. Select less of the script.`,
    );
    return null;
  }
  const added = await useHighlights.getState().add(sheet, { ...selected, ...purpose, note: '' });
  if (added.ok) return added.value;
  tell('error', sentenceFor(added.error));
  return null;
}

/** Puts the words of a highlight into its field, by the way of everything that is typed. */
export function quote(sheet: SheetId, highlight: Highlight, caret: number | null): TextChange | null {
  const { section, kind, number, words, script, anchor } = highlight;
  const { sheets, edit } = useMarking.getState();
  const open = sheets.get(sheet);
  if (!open || section === null || kind === 'note') return null;
  const line = quotationLine(number, words, placeWords(script, anchor, open.view.attempt.scripts));
  const { text, change } = withLine(feedbackOf(open, section, kind), line, caret);
  edit(sheet, { kind, section, text });
  return change;
}

/** Where a highlight is quoted, its own field first: a quotation may have been moved to another. */
export function quotedAt(sheet: SheetId, { number, section, kind }: Highlight): QuotedAt | null {
  const open = useMarking.getState().sheets.get(sheet);
  if (!open) return null;
  const found = open.view.sections.flatMap((entry) =>
    KINDS.flatMap((one) => {
      const quotation = quotationsIn(feedbackOf(open, entry.section, one)).find((at) => at.number === number);
      return quotation ? [{ section: entry.section, kind: one, quotation }] : [];
    }),
  );
  return found.find((one) => one.section === section && one.kind === kind) ?? found[0] ?? null;
}

/** Takes a highlight's quotation out of every field that may be changed. */
export function removeQuotation(sheet: SheetId, number: number): void {
  const { sheets, edit } = useMarking.getState();
  const open = sheets.get(sheet);
  for (const { section } of open?.view.sections ?? []) {
    if (!open || !takesQuotations(sheet, section)) continue;
    for (const kind of KINDS) {
      const before = feedbackOf(open, section, kind);
      const text = withoutQuotation(before, number);
      if (text !== before) edit(sheet, { kind, section, text });
    }
  }
}

/** Takes a highlight away; gives why that was refused, or null. */
export async function removeHighlight(sheet: SheetId, number: number): Promise<string | null> {
  const highlight = highlightsNow(sheet).list.find((one) => one.number === number);
  const error = highlight ? await useHighlights.getState().remove(sheet, highlight.id) : null;
  return error && sentenceFor(error);
}
