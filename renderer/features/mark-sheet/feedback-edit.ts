/** A change of a field's text: what stands between two places becomes something else, and then this is selected. */
export type TextEdit = {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly select: readonly [start: number, end: number];
};

/** Letters from which a browser takes seconds to type a text. */
const LONG = 5000;

/** Makes a change as if it were typed: whoever listens to the field hears of it as of any typing. */
export function makeEdit(field: HTMLTextAreaElement, { from, to, insert, select }: TextEdit): void {
  field.focus();
  field.setSelectionRange(from, to);
  if (insert.length > LONG) {
    field.setRangeText(insert);
    field.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
  }
  // The one way of a page to type; it is marked as deprecated, and nothing replaces it.
  else if (insert !== '') document.execCommand('insertText', false, insert);
  else if (from < to) document.execCommand('delete');
  field.setSelectionRange(...select);
}

/** The whole lines that a selection touches: where they begin and end in the text. */
export function linesAt(text: string, start: number, end: number): { readonly from: number; readonly to: number } {
  const next = text.indexOf('\n', end);
  return { from: text.lastIndexOf('\n', start - 1) + 1, to: next < 0 ? text.length : next };
}
