import { FINGERPRINT_WORDS } from './fingerprint-word-list.ts';

const BITS_PER_WORD = 11;
const WORDS = 6;

/**
 * The first 66 bits of a SHA-256 (64 hexadecimal digits) as six words, for two people to compare by telephone. Another key
 * with the same six words takes 2^66 tries. Throws for anything but a SHA-256.
 */
export function fingerprintWords(sha256: string): readonly string[] {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('Not a SHA-256 in lower-case hexadecimal');
  const bits = BigInt(`0x${sha256}`) >> BigInt(256 - WORDS * BITS_PER_WORD);
  return Array.from({ length: WORDS }, (_, place) => {
    const from = BigInt((WORDS - 1 - place) * BITS_PER_WORD);
    return FINGERPRINT_WORDS[Number((bits >> from) & 0x7ffn)] ?? '';
  });
}
