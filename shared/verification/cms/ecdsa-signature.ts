import { Unreadable } from '../unreadable.ts';
import type { CurveName } from '../verification-crypto.ts';
import { type Asn1, readWholeAsn1 } from './asn1.ts';
import { integer, Members } from './members.ts';

const FIELD_BYTES: Readonly<Record<CurveName, number>> = { 'P-256': 32, 'P-384': 48, 'P-521': 66 };

/** r and s side by side, as WebCrypto takes them, from `SEQUENCE { r, s }`. */
export function plainEcdsaSignature(signature: Uint8Array, curve: CurveName): Uint8Array {
  const members = new Members(readWholeAsn1(signature));
  const size = FIELD_BYTES[curve];
  const plain = new Uint8Array(2 * size);
  putEndingAt(plain, size, integer(members.any()), size);
  putEndingAt(plain, 2 * size, integer(members.any()), size);
  members.end();
  return plain;
}

function putEndingAt(into: Uint8Array, end: number, number: Asn1, size: number): void {
  const [first = 0] = number.content;
  const digits = first === 0 ? number.content.subarray(1) : number.content;
  if (first >= 0x80 || digits.length > size) throw new Unreadable('syntax');
  into.set(digits, end - digits.length);
}
