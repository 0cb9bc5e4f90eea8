import { hasCharacter } from './face-characters.ts';
import { FALLBACKS, type FaceName, type Weight } from './faces.ts';

/** Characters that Unicode lets a font draw as nothing: joiners, direction marks, variation selectors. */
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u;
/** What ends a line in an assessor's text. */
const LINE_ENDS = new Set(['\n', '\r', '\u2028', '\u2029']);

const faces = new Map<string, FaceName | 'invisible' | 'missing'>();

/** The face that draws a character in a weight; 'invisible' if nothing is drawn; null if no embedded font has it. */
export function faceFor(character: string, weight: Weight): FaceName | 'invisible' | null {
  const key = weight === 'bold' ? `b${character}` : character;
  let found = faces.get(key);
  if (found === undefined) {
    found = findFace(character, weight);
    faces.set(key, found);
  }
  return found === 'missing' ? null : found;
}

function findFace(character: string, weight: Weight): FaceName | 'invisible' | 'missing' {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code < 0xe000)) return 'missing';
  if (INVISIBLE.test(character)) return 'invisible';
  return FALLBACKS[weight].find((name) => hasCharacter(name, code)) ?? 'missing';
}

/**
 * The characters of a text that no embedded font has, each once, in the order in which they appear: control characters
 * other than line ends and tab count, and so do lone surrogates. What is listed here cannot be drawn.
 */
export function missingCharacters(text: string): readonly string[] {
  const missing = new Set<string>();
  for (const character of text) {
    if (character === '\t' || LINE_ENDS.has(character)) continue;
    if (faceFor(character, 'regular') === null) missing.add(character);
  }
  return [...missing];
}
