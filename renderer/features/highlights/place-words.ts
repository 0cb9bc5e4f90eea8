import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { Anchor } from '../../../shared/model/highlight.ts';
import type { ScriptId } from '../../../shared/model/ids.ts';

/** Longest heading that a place is told by, in characters. */
const LONGEST = 56;

/**
 * A place in a learner's files as a reader finds it again: "p 4", "Recommendations, paragraph 12", and with several
 * files "file 2, p 4". Paragraphs count from the document's beginning.
 */
export function placeWords(script: ScriptId, anchor: Anchor, scripts: readonly { readonly id: ScriptId }[]): string {
  const file = scripts.findIndex((one) => one.id === script) + 1;
  const place = inFile(anchor);
  return scripts.length > 1 ? `file ${file}, ${place}` : place;
}

function inFile(anchor: Anchor): string {
  switch (anchor.kind) {
    case 'pdf':
    case 'region':
      return `p ${anchor.page}`;
    case 'docx': {
      const paragraph = `paragraph ${anchor.start.paragraph + 1}`;
      return anchor.heading === null ? paragraph : `${shortened(anchor.heading, LONGEST)}, ${paragraph}`;
    }
    default:
      return assertNever(anchor);
  }
}

/** The first of a text's characters, with an ellipsis where there are more than `most`. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : text;
}
