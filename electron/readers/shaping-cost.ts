/** What shaping a document's text may cost, in the unit below. A paragraph of 20,000 Thai or Hebrew letters is most of it. */
export const MOST_SHAPING = 500_000_000;

/**
 * Characters that a browser does not lay out one by one: marks that stack, letters that join, directions that turn. The
 * time for a paragraph grows with their square, so a hundred thousand marks on one letter hold a page up for a minute.
 */
export function complexCharacters(text: string): number {
  if (!/[^\0-\u02ff]/.test(text)) return 0;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) >= 0x300) count += 1;
  return count;
}
