/** The words to keep from a field: those selected, or else the paragraph that the caret is in. */
export function phraseAt(text: string, start: number, end: number): string {
  if (start !== end) return text.slice(start, end).trim();
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', start);
  return text.slice(from, to === -1 ? undefined : to).trim();
}
