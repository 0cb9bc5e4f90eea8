import { Unreadable } from '../unreadable.ts';

/** One element of ASN.1, its bytes as they stand. */
export type Asn1 = {
  /** The identifier octet: class, constructed bit and a number under 31. */
  readonly tag: number;
  readonly raw: Uint8Array;
  readonly content: Uint8Array;
  /** False for the indefinite lengths of BER, which hold no place in what is hashed. */
  readonly definite: boolean;
  readonly children: readonly Asn1[];
};

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

const CONSTRUCTED = 0x20;
const DEEPEST = 32;
const MOST = 50_000;

type Reading = { readonly bytes: Uint8Array; count: number };

/**
 * Reads one element and gives what follows it. Written here, strictly, so that one value has one encoding: lengths as
 * short as can be, no long tags. Indefinite lengths are taken, since NSS writes its outer layers so.
 */
export function readAsn1(bytes: Uint8Array): { readonly value: Asn1; readonly rest: Uint8Array } {
  const value = readElement({ bytes, count: 0 }, 0, bytes.length, 0);
  return { value, rest: bytes.subarray(value.raw.length) };
}

/** Reads an element that must be all there is. */
export function readWholeAsn1(bytes: Uint8Array): Asn1 {
  const { value, rest } = readAsn1(bytes);
  if (rest.length > 0) throw new Unreadable('syntax');
  return value;
}

function readElement(from: Reading, at: number, end: number, depth: number): Asn1 {
  from.count += 1;
  if (depth > DEEPEST) throw new Unreadable('too-deep');
  if (from.count > MOST) throw new Unreadable('too-much');
  const tag = byteAt(from, at, end);
  if ((tag & 0x1f) === 0x1f || tag === 0) throw new Unreadable('syntax');
  const constructed = (tag & CONSTRUCTED) !== 0;
  if (byteAt(from, at + 1, end) === 0x80) {
    if (!constructed) throw new Unreadable('syntax');
    return readIndefinite(from, at, end, depth);
  }
  const { start, length } = readLength(from, at + 1, end);
  const stop = start + length;
  if (stop > end) throw new Unreadable('ends-early');
  const children: Asn1[] = [];
  for (let next = start; constructed && next < stop; ) {
    const child = readElement(from, next, stop, depth + 1);
    children.push(child);
    next += child.raw.length;
  }
  const { bytes } = from;
  return { tag, raw: bytes.subarray(at, stop), content: bytes.subarray(start, stop), definite: true, children };
}

function readIndefinite(from: Reading, at: number, end: number, depth: number): Asn1 {
  const children: Asn1[] = [];
  let next = at + 2;
  while (byteAt(from, next, end) !== 0) {
    const child = readElement(from, next, end, depth + 1);
    children.push(child);
    next += child.raw.length;
  }
  if (byteAt(from, next + 1, end) !== 0) throw new Unreadable('syntax');
  const { bytes } = from;
  const raw = bytes.subarray(at, next + 2);
  return { tag: byteAt(from, at, end), raw, content: bytes.subarray(at + 2, next), definite: false, children };
}

function readLength(from: Reading, at: number, end: number): { readonly start: number; readonly length: number } {
  const first = byteAt(from, at, end);
  if (first < 0x80) return { start: at + 1, length: first };
  const size = first & 0x7f;
  if (size > 4) throw new Unreadable('too-much');
  let length = 0;
  for (let read = 1; read <= size; read++) length = length * 256 + byteAt(from, at + read, end);
  if (length < 0x80 || byteAt(from, at + 1, end) === 0) throw new Unreadable('syntax');
  return { start: at + 1 + size, length };
}

function byteAt(from: Reading, at: number, end: number): number {
  const byte = at < end ? from.bytes[at] : undefined;
  if (byte === undefined) throw new Unreadable('ends-early');
  return byte;
}
