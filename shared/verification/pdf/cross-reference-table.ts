import { Unreadable } from '../unreadable.ts';
import type { Work } from '../work.ts';
import { MOST_PLACES, type Place, type Section } from './section.ts';
import { ValueReader } from './value-reader.ts';

/** A cross-reference section written as a table (ISO 32000-1, 7.5.4), with the trailer behind it. */
export function readCrossReferenceTable(bytes: Uint8Array, at: number, end: number, work: Work): Section {
  const reader = new ValueReader(bytes, at, end, work);
  reader.needWord('xref');
  const places = new Map<number, Place>();
  while (!reader.takeWord('trailer')) readSubsection(reader, places);
  const trailer = reader.value();
  if (trailer.kind !== 'dict') throw new Unreadable('cross-reference');
  return { at, places, trailer, stream: null, end: reader.position };
}

function readSubsection(reader: ValueReader, places: Map<number, Place>): void {
  const first = reader.needWhole();
  const count = reader.needWhole();
  for (let number = first; number < first + count; number++) {
    const offset = reader.needWhole();
    const generation = reader.needWhole();
    const used = reader.takeWord('n');
    if (!used) reader.needWord('f');
    if (places.has(number)) throw new Unreadable('cross-reference');
    if (places.size >= MOST_PLACES) throw new Unreadable('too-much');
    places.set(number, used && offset > 0 ? { kind: 'offset', offset, generation } : { kind: 'free' });
  }
}
