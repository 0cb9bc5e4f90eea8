import { Unreadable } from '../unreadable.ts';
import type { Work } from '../work.ts';
import { readCrossReferenceStream } from './cross-reference-stream.ts';
import type { PdfDict } from './value.ts';
import { ValueReader } from './value-reader.ts';

/** Where an object is. `packed` objects are in an object stream and always of generation 0. */
export type Place =
  | { readonly kind: 'free' }
  | { readonly kind: 'offset'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

/** One cross-reference section with its trailer, as an update appends it. */
export type Section = {
  readonly at: number;
  readonly places: ReadonlyMap<number, Place>;
  readonly trailer: PdfDict;
  /** The object that is the section, where it is a stream. */
  readonly stream: number | null;
  /** Behind the trailer, or behind the stream's object. */
  readonly end: number;
};

/** Reads the section that begins at `at`, exactly there, as a table or as a stream. */
export function readSection(bytes: Uint8Array, at: number, end: number, work: Work): Section {
  const reader = new ValueReader(bytes, at, end, work);
  if (reader.peek() !== 0x78) return readCrossReferenceStream(bytes, at, end, work);
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
    places.set(number, used && offset > 0 ? { kind: 'offset', offset, generation } : { kind: 'free' });
  }
}
