import type { TextEdit } from '../../../../renderer/features/mark-sheet/feedback-edit.ts';

type Change = (text: string, start: number, end: number) => TextEdit | null;

/** What a change makes of "a [b] c" or "a | c", in which the marks are what is selected; null where it does nothing. */
export function changed(marked: string, change: Change): string | null {
  const caret = marked.indexOf('|');
  const [start, end] = caret >= 0 ? [caret, caret] : [marked.indexOf('⟦'), marked.indexOf('⟧') - 1];
  const edit = change(marked.replace(/[|⟦⟧]/g, ''), start, end);
  return edit && afterEdit(marked.replace(/[|⟦⟧]/g, ''), edit);
}

/** A text after an edit, with what is selected in it. */
export function afterEdit(text: string, { from, to, insert, select }: TextEdit): string {
  const after = text.slice(0, from) + insert + text.slice(to);
  const [start, end] = select;
  if (start === end) return `${after.slice(0, start)}|${after.slice(start)}`;
  return `${after.slice(0, start)}⟦${after.slice(start, end)}⟧${after.slice(end)}`;
}
