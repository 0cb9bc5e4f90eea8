import { type Problem, reading } from '../unreadable.ts';
import { Work } from '../work.ts';
import { isDigit, isWhite, standsAt } from './characters.ts';
import { readIndirectObject } from './indirect-object.ts';
import { asSignature, type SignatureDictionary, signatureWithin } from './signature-dictionary.ts';

/** How many objects that began before a byte range may hold it: texts in a signature may look like objects. */
const MOST_HEADS = 8;
/** Tries, not signatures: most byte ranges of a large bundle belong to files that are embedded in it. */
const MOST_TRIES = 50_000;

/**
 * Looks for signatures byte by byte, whatever the cross-references say: an update may leave out the one that a
 * signature came with, and a damaged file has none, while the signature still shows what was altered. Gives up quietly
 * where the file asks for too much, and stops behind `most`.
 */
export function scanForSignatures(
  bytes: Uint8Array,
  most: number,
  accept: (signature: SignatureDictionary) => boolean,
): readonly SignatureDictionary[] {
  const work = new Work(3 * bytes.length + 65_536);
  const found: SignatureDictionary[] = [];
  let heads: readonly number[] = [];
  let tries = 0;
  for (let at = 0; at < bytes.length && found.length <= most && tries < MOST_TRIES; at++) {
    const byte = bytes[at];
    if (byte === 0x6f && standsAt(bytes, at, 'obj')) {
      const head = headBefore(bytes, at);
      if (head !== null) heads = [...heads.slice(1 - MOST_HEADS), head];
    } else if (byte === 0x2f && standsAt(bytes, at, '/ByteRange')) {
      for (const head of heads) {
        tries += 1;
        const signature = readSignatureAt(bytes, head, work);
        if (signature === 'too-much') return found;
        if (signature !== null && typeof signature !== 'string' && accept(signature)) found.push(signature);
      }
      heads = [];
    }
  }
  return found;
}

function readSignatureAt(bytes: Uint8Array, at: number, work: Work): SignatureDictionary | Problem | null {
  const read = reading(() => readIndirectObject(bytes, at, bytes.length, work).value);
  return read.ok ? (asSignature(read.value, false) ?? signatureWithin(read.value)) : read.error;
}

/** Where the two numbers before `obj` begin. */
function headBefore(bytes: Uint8Array, at: number): number | null {
  const generation = numberBefore(bytes, at);
  return generation === null ? null : numberBefore(bytes, generation);
}

function numberBefore(bytes: Uint8Array, at: number): number | null {
  let digitsEnd = at;
  while (isWhite(bytes[digitsEnd - 1]) && at - digitsEnd < 8) digitsEnd -= 1;
  let start = digitsEnd;
  while (isDigit(bytes[start - 1]) && digitsEnd - start < 10) start -= 1;
  return start < digitsEnd && digitsEnd < at ? start : null;
}
