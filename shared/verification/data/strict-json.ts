import { canonicalJson, type Json } from '../../lib/canonical-json.ts';
import { jsonBounds } from '../../lib/json-bounds.ts';
import { utf8 } from '../text-encodings.ts';
import { Unreadable } from '../unreadable.ts';

const LARGEST = 64 * 1024 * 1024;
const DEEPEST = 64;

/**
 * Reads canonical JSON and nothing else: one text for one value, so that no byte of it can change unseen, and no member
 * can stand twice. Unreadable for the rest.
 */
export function readCanonicalJson(bytes: Uint8Array): Json {
  return parseCanonicalJson(textIn(bytes));
}

/** Reads JSON in any form: only for what a file says of itself, and nothing is judged by. */
export function readJson(bytes: Uint8Array): Json {
  return parseJson(textIn(bytes));
}

export function parseJson(text: string): Json {
  if (text.length > LARGEST) throw new Unreadable('too-much');
  // Neither parsing nor walking through the value can exhaust a stack.
  if (jsonBounds(text, { depth: DEEPEST, values: Number.POSITIVE_INFINITY }) !== 'within')
    throw new Unreadable('too-deep');
  return parsed(text);
}

export function parseCanonicalJson(text: string): Json {
  const value = parseJson(text);
  if (!isWellFormed(value) || canonicalJson(value) !== text) throw new Unreadable('syntax');
  return value;
}

function textIn(bytes: Uint8Array): string {
  if (bytes.length > LARGEST) throw new Unreadable('too-much');
  const text = utf8(bytes);
  if (text === null) throw new Unreadable('syntax');
  return text;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new Unreadable('syntax');
  }
}

/** No lone surrogates and no numbers beyond all measure, which have no canonical form. */
function isWellFormed(value: Json): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'boolean') return true;
  return Object.entries(value).every(([key, member]) => key.isWellFormed() && isWellFormed(member ?? null));
}
