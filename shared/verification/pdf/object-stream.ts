import { Unreadable } from '../unreadable.ts';
import { Work } from '../work.ts';
import { entry, integerOf, nameOf, type PdfDict, type PdfValue } from './value.ts';
import { ValueReader } from './value-reader.ts';

export type PackedObject = { readonly number: number; readonly value: PdfValue };

/** The objects in an object stream (ISO 32000-1, 7.5.7), whose unpacked data begin with pairs of number and offset. */
export function readPackedObjects(dict: PdfDict, data: Uint8Array): readonly PackedObject[] {
  const count = integerOf(entry(dict, 'N'));
  const first = integerOf(entry(dict, 'First'));
  if (nameOf(entry(dict, 'Type')) !== 'ObjStm' || count === null || first === null) throw new Unreadable('syntax');
  const work = new Work(4 * data.length + 4096);
  const heads = new ValueReader(data, 0, Math.min(first, data.length), work);
  const objects: PackedObject[] = [];
  for (let index = 0; index < count; index++) {
    const number = heads.needWhole();
    const offset = first + heads.needWhole();
    if (offset > data.length) throw new Unreadable('ends-early');
    objects.push({ number, value: new ValueReader(data, offset, data.length, work).value() });
  }
  return objects;
}
