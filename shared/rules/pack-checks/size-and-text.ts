import type { Found, Path } from './finding.ts';

/** Far above any pack made with care, far below what would hold up the app. Characters are UTF-16 units. */
const PACK_LIMITS = { characters: 4_000_000, values: 200_000, depth: 40 } as const;

const MARKUP = /<[/!?]?[a-z][^>]*>|&(?:[a-z]+|#\d+|#x[\da-f]+);/i;
/** Controls but the line feed, and format characters that turn or hide what is read, but not the joiners of scripts. */
const UNSHOWN = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\n\u200c\u200d]]/v;

/**
 * What the size and the texts of `input` have against them; too much of anything ends the walk, and is then the only
 * finding. Walks without recursion, so that depth is a finding and not a crash.
 */
export function sizeAndText(input: unknown): readonly Found[] {
  const found: Found[] = [];
  const waiting: { readonly value: unknown; readonly path: Path }[] = [{ value: input, path: [] }];
  let characters = 0;
  let values = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    values += 1;
    if (typeof value === 'string') {
      characters += value.length;
      const message = unsafe(value);
      if (message !== null) found.push({ code: 'text', path, message });
    } else if (typeof value === 'object' && value !== null) {
      if (path.length >= PACK_LIMITS.depth) return tooMuch(`Nested more than ${PACK_LIMITS.depth} deep.`);
      for (const [key, child] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
        if (typeof key === 'string') characters += key.length;
        waiting.push({ value: child, path: [...path, key] });
      }
    }
    if (characters > PACK_LIMITS.characters) return tooMuch(`More than ${PACK_LIMITS.characters} characters.`);
    if (values + waiting.length > PACK_LIMITS.values) return tooMuch(`More than ${PACK_LIMITS.values} values.`);
  }
  return found.reverse();
}

function tooMuch(message: string): readonly Found[] {
  return [{ code: 'size', path: [], message }];
}

function unsafe(text: string): string | null {
  if (MARKUP.test(text)) return 'Holds markup; a text is plain words.';
  if (UNSHOWN.test(text) || !text.isWellFormed()) return 'Holds a control character, or one that does not show.';
  return null;
}
