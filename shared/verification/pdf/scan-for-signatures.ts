import { reading } from '../unreadable.ts';
import { Work } from '../work.ts';
import { isDigit, isWhite } from './characters.ts';
import { readIndirectObject } from './indirect-object.ts';
import { asSignature, type SignatureDictionary, signatureWithin } from './signature-dictionary.ts';

/**
 * Looks for signatures byte by byte, for a file whose cross-references cannot be read: what is left of its signatures
 * can still show that it was altered. Gives up quietly where the file asks for too much.
 */
export function scanForSignatures(bytes: Uint8Array): readonly SignatureDictionary[] {
  const work = new Work(16 * bytes.length + 65_536);
  const found: SignatureDictionary[] = [];
  for (let at = bytes.indexOf(0x6f); at >= 0; at = bytes.indexOf(0x6f, at + 1)) {
    if (bytes[at + 1] !== 0x62 || bytes[at + 2] !== 0x6a) continue;
    const start = headBefore(bytes, at);
    if (start === null) continue;
    const read = reading(() => readIndirectObject(bytes, start, bytes.length, work).value);
    if (!read.ok && read.error === 'too-much') break;
    if (!read.ok) continue;
    const signature = asSignature(read.value, false) ?? signatureWithin(read.value);
    if (signature) found.push(signature);
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
