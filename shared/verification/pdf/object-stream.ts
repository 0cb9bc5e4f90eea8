import { Unreadable } from '../unreadable.ts';
import type { Work } from '../work.ts';
import { entry, integerOf, nameOf, type PdfDict, type PdfValue } from './value.ts';
import { ValueReader } from './value-reader.ts';

/** An unpacked object stream: its data and where in them each object begins. */
export type PackedObjects = {
  readonly data: Uint8Array;
  readonly heads: readonly { readonly number: number; readonly offset: number }[];
};

/** Reads what an object stream holds (ISO 32000-1, 7.5.7); its data begin with pairs of number and offset. */
export function readPackedObjects(dict: PdfDict, data: Uint8Array, work: Work): PackedObjects {
  const count = integerOf(entry(dict, 'N'));
  const first = integerOf(entry(dict, 'First'));
  if (nameOf(entry(dict, 'Type')) !== 'ObjStm' || count === null || first === null) throw new Unreadable('syntax');
  const reader = new ValueReader(data, 0, Math.min(first, data.length), work);
  const heads: { readonly number: number; readonly offset: number }[] = [];
  for (let index = 0; index < count; index++) {
    const number = reader.needWhole();
    heads.push({ number, offset: first + reader.needWhole() });
  }
  return { data, heads };
}

/** The object at an index, which must be the one of that number. */
export function packedObject({ data, heads }: PackedObjects, index: number, number: number, work: Work): PdfValue {
  const head = heads[index];
  if (head?.number !== number) throw new Unreadable('cross-reference');
  return new ValueReader(data, head.offset, data.length, work).value();
}
