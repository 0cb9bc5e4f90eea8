import { missingCharacters } from './missing-characters.ts';

const REPLACEMENT = '\ufffd';

/** A document with U+FFFD for every character that no font has; what is drawn in several formats is the same in all. */
export function drawable<T>(document: T): T {
  return JSON.parse(JSON.stringify(document), (_key, value: unknown) => {
    if (typeof value !== 'string') return value;
    const missing = new Set(missingCharacters(value));
    return missing.size === 0 ? value : [...value].map((one) => (missing.has(one) ? REPLACEMENT : one)).join('');
  });
}
