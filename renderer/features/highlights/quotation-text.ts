import { readFeedback, writeFeedback } from '../../../shared/lib/feedback-text.ts';
import type { TextChange } from '../../../shared/lib/text-change.ts';

/** A quotation in a field's text: the line from `at`, up to its end. Offsets in UTF-16 code units. */
export type Quotation = {
  /** Of its highlight. */
  readonly number: number;
  /** As a reader sees it, without signs. */
  readonly words: string;
  readonly at: number;
  readonly line: string;
};

/** The quotations of a feedback field that belong to a highlight, in the order in which they stand. */
export function quotationsIn(text: string): readonly Quotation[] {
  let at = 0;
  return text.split('\n').flatMap((line) => {
    const from = at;
    at += line.length + 1;
    const [block] = readFeedback(line);
    if (block?.kind !== 'quotation' || block.number === null) return [];
    return [{ number: block.number, words: block.runs.map((run) => run.text).join(''), at: from, line }];
  });
}

/** The line of a quotation: the words of the script, or what stands for a region that has none, and the place. */
export function quotationLine(number: number, words: string, place: string): string {
  const text = words === '' ? `Marked on the page (${place})` : `“${words}” (${place})`;
  return writeFeedback([{ kind: 'quotation', number, runs: [{ text, bold: false }] }]);
}

/**
 * A line put into a text after the paragraph in which the caret stands, or at the end where it stands nowhere; an empty
 * paragraph is filled instead.
 */
export function withLine(
  text: string,
  line: string,
  caret: number | null,
): { readonly text: string; readonly change: TextChange } {
  const from = caret === null ? text.length : Math.min(caret, text.length);
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', from);
  const end = next === -1 ? text.length : next;
  const inserted = text.slice(start, end).trim() === '' ? line : `${text.slice(start, end)}\n${line}`;
  const before = text.slice(0, start);
  const after = `${before}${inserted}${text.slice(end)}`;
  return { text: after, change: { at: before.length + inserted.length - line.length, removed: '', inserted: line } };
}

/** The text without the quotations of a highlight. */
export function withoutQuotation(text: string, number: number): string {
  const gone = quotationsIn(text).filter((one) => one.number === number);
  return gone.reduceRight((left, { at, line }) => {
    const end = at + line.length;
    // The line goes with the break before it, and the first one with the break after it.
    return at > 0 ? left.slice(0, at - 1) + left.slice(end) : left.slice(end).replace(/^\n/, '');
  }, text);
}
