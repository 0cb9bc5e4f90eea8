import { jsonBounds } from '../../lib/json-bounds.ts';
import { MOST_FINDINGS } from '../../model/list.ts';
import type { Found, Path } from './finding.ts';

/** Far above any pack made with care, far below what would hold up the app. Characters are UTF-16 units. */
export const PACK_LIMITS = { characters: 4_000_000, values: 200_000, depth: 40 } as const;

const TAG_BEGINS = /<[/!?]?[a-z]/i;
const ENTITY = /&(?:[a-z]+|#\d+|#x[\da-f]+);/i;
/** Controls but the line feed, and format characters that turn or hide what is read, but not the joiners of scripts. */
const UNSHOWN = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\n\u200c\u200d]]/v;

/** A value on the way down, with what it lies in: paths are put together only for findings. */
type Place = {
  readonly value: unknown;
  readonly key: PropertyKey;
  readonly depth: number;
  readonly above: Place | null;
};

/**
 * What the size and the texts of `input` have against them; too much of anything ends the walk, and is then the only
 * finding. Walks without recursion, so that depth is a finding and not a crash, and lists so many findings and no more.
 */
export function sizeAndText(input: unknown): readonly Found[] {
  const found: Found[] = [];
  const waiting: Place[] = [{ value: input, key: '', depth: 0, above: null }];
  let characters = 0;
  let values = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    values += 1;
    if (typeof value === 'string') {
      characters += value.length;
      const message = found.length <= MOST_FINDINGS && characters <= PACK_LIMITS.characters ? unfitText(value) : null;
      if (message !== null) found.push({ code: 'text', path: pathOf(next), message });
    } else if (typeof value === 'object' && value !== null) {
      if (depth >= PACK_LIMITS.depth) return tooDeep();
      const children = childrenOf(value, PACK_LIMITS.values);
      if (values + waiting.length + children.length > PACK_LIMITS.values) return tooManyValues();
      for (const [key, child] of children.toReversed()) {
        if (typeof key === 'string') characters += key.length;
        waiting.push({ value: child, key, depth: depth + 1, above: next });
      }
    }
    if (characters > PACK_LIMITS.characters) return tooMuch(`More than ${PACK_LIMITS.characters} characters.`);
  }
  return found;
}

/** No more than one over `most`. */
function childrenOf(value: object, most: number): readonly (readonly [PropertyKey, unknown])[] {
  if (Array.isArray(value)) return [...value.slice(0, most + 1).entries()];
  return Object.entries(value).slice(0, most + 1);
}

function pathOf(place: Place): Path {
  const path: PropertyKey[] = [];
  for (let at: Place = place; at.above !== null; at = at.above) path.push(at.key);
  return path.reverse();
}

/** The size alone, of a text that nothing has been made of yet; null where it may be one of a pack. */
export function sizeOfText(text: string): Found | null {
  const bounds = jsonBounds(text, PACK_LIMITS);
  if (bounds === 'within') return null;
  const [finding = null] = bounds === 'too-deep' ? tooDeep() : tooManyValues();
  return finding;
}

function tooDeep(): readonly Found[] {
  return tooMuch(`Nested more than ${PACK_LIMITS.depth} deep.`);
}

function tooManyValues(): readonly Found[] {
  return tooMuch(`More than ${PACK_LIMITS.values} values.`);
}

function tooMuch(message: string): readonly Found[] {
  return [{ code: 'size', path: [], message }];
}

/** What keeps a text out of a pack; null where nothing does. */
export function unfitText(text: string): string | null {
  if (hasTag(text) || ENTITY.test(text)) return 'Holds markup; a text is plain words.';
  if (UNSHOWN.test(text) || !text.isWellFormed()) return 'Holds a control character, or one that does not show.';
  return null;
}

/** A tag that begins and anywhere after it ends; as one expression this would look for the end from every beginning. */
function hasTag(text: string): boolean {
  const begins = TAG_BEGINS.exec(text);
  return begins !== null && text.includes('>', begins.index);
}
