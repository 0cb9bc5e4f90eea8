/** Controls, direction marks, line separators, private and unassigned characters; joiners belong to names. */
const UNSAFE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu;

/**
 * Text out of a file, made fit for a line of a report: it cannot break the line, turn its direction or run on, so that
 * a name chosen by a forger cannot write a verdict of its own.
 */
export function safeText(text: string, most = 120): string {
  const clean = text
    .slice(0, most * 8)
    .replace(UNSAFE, '\ufffd')
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = [...clean];
  return characters.length <= most && text.length <= most * 8 ? clean : `${characters.slice(0, most - 1).join('')}…`;
}
