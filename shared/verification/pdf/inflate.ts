import { Unreadable } from '../unreadable.ts';
import type { Work } from '../work.ts';
import { BitReader } from './bit-reader.ts';

/** For every run of as many bits as the longest code has, the code that it begins with: its symbol and its length. */
type Huffman = { readonly longest: number; readonly table: Uint16Array };

const LONGEST = 15;
const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
];
const DISTANCE_EXTRA = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const FIXED_LITERALS = huffman(
  Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
);
const FIXED_DISTANCES = huffman(Array.from({ length: 32 }, () => 5));

/** Bytes on their way out, never more than the limit, and counted as work before there is room for them. */
class Output {
  readonly #limit: number;
  readonly #work: Work;
  #bytes = new Uint8Array(1024);
  length = 0;

  constructor(limit: number, work: Work) {
    this.#limit = limit;
    this.#work = work;
  }

  push(byte: number): void {
    if (this.length >= this.#limit) throw new Unreadable('too-much');
    if (this.length === this.#bytes.length) {
      this.#work.spend(this.length);
      const larger = new Uint8Array(Math.min(this.#limit, this.length * 2));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.length] = byte;
    this.length += 1;
  }

  copy(distance: number, length: number): void {
    if (distance > this.length) throw new Unreadable('compression');
    for (let copied = 0; copied < length; copied++) this.push(this.#bytes[this.length - distance] ?? 0);
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }
}

/**
 * Unpacks zlib data (RFC 1950 and 1951), its check sum included. At most `limit` bytes come out. Written here because
 * the hosts' own decompression is no part of the language, and this runs in all of them.
 */
export function inflate(data: Uint8Array, limit: number, work: Work): Uint8Array {
  const [method = 0, flags = 0] = data;
  if ((method & 0x0f) !== 8 || (method * 256 + flags) % 31 !== 0 || (flags & 0x20) !== 0) {
    throw new Unreadable('compression');
  }
  const input = new BitReader(data, 2);
  const unpacked = unpack(input, limit, work);
  if (adler32(unpacked) !== input.bigEndian32()) throw new Unreadable('compression');
  return unpacked;
}

/** Unpacks deflated data without a frame (RFC 1951), as ZIP holds them; nothing may follow the last block. */
export function inflateRaw(data: Uint8Array, limit: number, work: Work): Uint8Array {
  const input = new BitReader(data, 0);
  const unpacked = unpack(input, limit, work);
  if (!input.isAtEnd()) throw new Unreadable('compression');
  return unpacked;
}

/** The same where it is not known where the data end. */
export function inflateBeginning(data: Uint8Array, limit: number, work: Work): Uint8Array {
  return unpack(new BitReader(data, 0), limit, work);
}

function unpack(input: BitReader, limit: number, work: Work): Uint8Array {
  const output = new Output(limit, work);
  for (let last = false; !last; ) {
    last = input.bits(1) === 1;
    readBlock(input, output);
  }
  return output.bytes();
}

function readBlock(input: BitReader, output: Output): void {
  switch (input.bits(2)) {
    case 0:
      for (const byte of input.stored()) output.push(byte);
      return;
    case 1:
      readCompressed(input, output, FIXED_LITERALS, FIXED_DISTANCES);
      return;
    case 2: {
      const literals = input.bits(5) + 257;
      const distances = input.bits(5) + 1;
      const lengths = readLengths(input, literals + distances, readCodeLengths(input));
      readCompressed(input, output, huffman(lengths.slice(0, literals)), huffman(lengths.slice(literals)));
      return;
    }
    default:
      throw new Unreadable('compression');
  }
}

function readCompressed(input: BitReader, output: Output, literals: Huffman, distances: Huffman): void {
  for (;;) {
    const symbol = decode(input, literals);
    if (symbol === 256) return;
    if (symbol < 256) output.push(symbol);
    else {
      const length = extended(input, LENGTH_BASE, LENGTH_EXTRA, symbol - 257);
      output.copy(extended(input, DISTANCE_BASE, DISTANCE_EXTRA, decode(input, distances)), length);
    }
  }
}

function extended(input: BitReader, bases: readonly number[], extras: readonly number[], index: number): number {
  const base = bases[index];
  const extra = extras[index];
  if (base === undefined || extra === undefined) throw new Unreadable('compression');
  return base + input.bits(extra);
}

function readCodeLengths(input: BitReader): Huffman {
  const lengths = Array.from({ length: 19 }, () => 0);
  const count = input.bits(4) + 4;
  for (const symbol of CODE_ORDER.slice(0, count)) lengths[symbol] = input.bits(3);
  return huffman(lengths);
}

function readLengths(input: BitReader, count: number, codes: Huffman): readonly number[] {
  const lengths: number[] = [];
  while (lengths.length < count) {
    const symbol = decode(input, codes);
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16) repeat(lengths, lengths.at(-1), 3 + input.bits(2));
    else repeat(lengths, 0, symbol === 17 ? 3 + input.bits(3) : 11 + input.bits(7));
  }
  if (lengths.length > count) throw new Unreadable('compression');
  return lengths;
}

function repeat(lengths: number[], length: number | undefined, times: number): void {
  if (length === undefined) throw new Unreadable('compression');
  for (let done = 0; done < times; done++) lengths.push(length);
}

/** Numbers the codes (RFC 1951, 3.2.2). Lengths that leave bits without a meaning, or give them two, are refused. */
function huffman(lengths: readonly number[]): Huffman {
  const counts = Array.from({ length: LONGEST + 1 }, () => 0);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  const used = lengths.length - (counts[0] ?? 0);
  counts[0] = 0;
  const longest = Math.max(
    1,
    counts.findLastIndex((count) => count > 0),
  );
  const room = counts.reduce((left, count, length) => left - count * 2 ** (LONGEST - length), 2 ** LONGEST);
  if (room < 0 || (room > 0 && (used > 1 || longest > 1))) throw new Unreadable('compression');
  const next = [0];
  for (let length = 1; length <= longest; length++)
    next[length] = ((next[length - 1] ?? 0) + (counts[length - 1] ?? 0)) << 1;
  const table = new Uint16Array(1 << longest);
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    for (let at = reversed(code, length); at < table.length; at += 1 << length) table[at] = (symbol << 4) | length;
  }
  return { longest, table };
}

/** Codes are written most significant bit first into bytes that are read from the least significant. */
function reversed(code: number, length: number): number {
  let turned = 0;
  for (let bit = 0; bit < length; bit++) turned |= ((code >> bit) & 1) << (length - 1 - bit);
  return turned;
}

function decode(input: BitReader, { longest, table }: Huffman): number {
  const found = table[input.peek(longest)] ?? 0;
  if (found === 0) throw new Unreadable('compression');
  input.bits(found & 15);
  return found >> 4;
}

function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}
