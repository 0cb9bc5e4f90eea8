import { reading } from '../unreadable.ts';
import { Work } from '../work.ts';
import { isDigit, isWhite } from './characters.ts';
import { readIndirectObject } from './indirect-object.ts';
import { asSignature, type SignatureDictionary, signatureWithin } from './signature-dictionary.ts';

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
  for (let at = bytes.indexOf(0x6f); at >= 0; at = bytes.indexOf(0x6f, at + 1)) {
    if (bytes[at + 1] !== 0x62 || bytes[at + 2] !== 0x6a) continue;
    const start = headBefore(bytes, at);
    if (start === null) continue;
    const read = reading(() => readIndirectObject(bytes, start, bytes.length, work).value);
    if (!read.ok && read.error === 'too-much') break;
    if (!read.ok) continue;
    const signature = asSignature(read.value, false) ?? signatureWithin(read.value);
    if (signature && accept(signature)) found.push(signature);
    if (found.length > most) break;
  }
  return found;
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
