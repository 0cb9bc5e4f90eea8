import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { Highlight, HighlightKind } from '../../../shared/model/highlight.ts';
import { shortened } from './place-words.ts';

/** Characters of the script's words that a name holds. */
const WORDS = 60;

/** "Highlight 3, strengths of section 2: “61 % of its capacity”"; `position` is the section's place on the sheet. */
export function highlightName(
  { number, kind, words, note }: Highlight,
  position: number | null,
  quoted: boolean,
): string {
  const said = kind === 'note' && note !== '' ? note : words === '' ? 'a region of the page' : `“${words}”`;
  const of = position === null ? '' : ` of section ${position}`;
  const lost = quoted ? '' : ', not quoted in the text';
  const what = kind === 'note' ? `Private note ${number}` : `Highlight ${number}, ${kindName(kind)}${of}${lost}`;
  return `${what}: ${shortened(said, WORDS)}`;
}

/** What a highlight is for, inside a sentence. */
export function kindName(kind: HighlightKind): string {
  switch (kind) {
    case 'strengths':
      return 'strengths';
    case 'improvements':
      return 'areas for improvement';
    case 'note':
      return 'private note';
    default:
      return assertNever(kind);
  }
}
