/**
 * Puts words into a field in place of a stretch of it, as if they were typed: the field hears of it as of any typing, and
 * its own undo takes them out again.
 */
export function insertText(field: HTMLTextAreaElement, from: number, to: number, words: string): void {
  field.focus();
  field.setSelectionRange(from, to);
  // The one way of a page to type; it is marked as deprecated, and nothing replaces it.
  document.execCommand('insertText', false, words);
}
