import { Unreadable } from '../unreadable.ts';
import type { Work } from '../work.ts';
import { standsAt } from './characters.ts';
import type { PdfValue } from './value.ts';
import { ValueReader } from './value-reader.ts';

/** `5 0 obj ... endobj`, or up to where a stream's data begin. */
export type IndirectObject = {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfValue;
  /** Where a stream's data begin; null for an object that is no stream. */
  readonly dataStart: number | null;
  /** Behind `endobj`; for a stream the same as `dataStart`. */
  readonly end: number;
};

/** Reads the object that begins at `at`, exactly there. */
export function readIndirectObject(bytes: Uint8Array, at: number, end: number, work: Work): IndirectObject {
  const reader = new ValueReader(bytes, at, end, work);
  const number = reader.needWhole();
  const generation = reader.needWhole();
  reader.needWord('obj');
  const value = reader.value();
  if (value.kind === 'dict' && reader.takeWord('stream')) {
    const dataStart = afterLineEnd(bytes, reader.position);
    return { number, generation, value, dataStart, end: dataStart };
  }
  reader.needWord('endobj');
  return { number, generation, value, dataStart: null, end: reader.position };
}

/** The data of a stream, whose length its dictionary gives, and where its object ends. */
export function readStreamData(
  bytes: Uint8Array,
  from: number,
  length: number,
  end: number,
  work: Work,
): { readonly data: Uint8Array; readonly end: number } {
  if (length < 0 || from + length > end) throw new Unreadable('ends-early');
  const reader = new ValueReader(bytes, from + length, end, work);
  // Only an end of line may stand between the data and the word; a comment would hide what a reader could show.
  while (reader.peek() === 0x0d || reader.peek() === 0x0a) reader.position += 1;
  if (!standsAt(bytes, reader.position, 'endstream')) throw new Unreadable('syntax');
  reader.needWord('endstream');
  reader.needWord('endobj');
  return { data: bytes.subarray(from, from + length), end: reader.position };
}

function afterLineEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) return at + 2;
  if (bytes[at] === 0x0a) return at + 1;
  throw new Unreadable('syntax');
}
