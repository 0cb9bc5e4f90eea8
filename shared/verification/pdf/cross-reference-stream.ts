import { Unreadable } from '../unreadable.ts';
import type { Work } from '../work.ts';
import { readIndirectObject, readStreamData } from './indirect-object.ts';
import { MOST_PLACES, type Place, type Section } from './section.ts';
import { decodeStream } from './stream-filters.ts';
import { entry, integerOf, itemsOf, nameOf, type PdfDict } from './value.ts';

/** A cross-reference section written as a stream object (ISO 32000-1, 7.5.8), which is its own trailer. */
export function readCrossReferenceStream(bytes: Uint8Array, at: number, end: number, work: Work): Section {
  const { number, value, dataStart } = readIndirectObject(bytes, at, end, work);
  if (value.kind !== 'dict' || dataStart === null || nameOf(entry(value, 'Type')) !== 'XRef') {
    throw new Unreadable('cross-reference');
  }
  const length = integerOf(entry(value, 'Length'));
  if (length === null) throw new Unreadable('cross-reference');
  const stream = readStreamData(bytes, dataStart, length, end, work);
  const data = decodeStream(value, stream.data, work);
  work.spend(data.length);
  return { at, places: readPlaces(value, data), trailer: value, stream: number, end: stream.end };
}

function readPlaces(dict: PdfDict, data: Uint8Array): ReadonlyMap<number, Place> {
  const [kindWidth, firstWidth, secondWidth] = widthsOf(dict);
  const width = kindWidth + firstWidth + secondWidth;
  const places = new Map<number, Place>();
  let at = 0;
  for (const [first, count] of rangesOf(dict)) {
    for (let number = first; number < first + count; number++) {
      if (at + width > data.length || places.has(number)) throw new Unreadable('cross-reference');
      if (places.size >= MOST_PLACES) throw new Unreadable('too-much');
      const kind = kindWidth === 0 ? 1 : bigEndian(data, at, kindWidth);
      const one = bigEndian(data, at + kindWidth, firstWidth);
      const two = bigEndian(data, at + kindWidth + firstWidth, secondWidth);
      places.set(number, placeOf(kind, one, two));
      at += width;
    }
  }
  return places;
}

function placeOf(kind: number, one: number, two: number): Place {
  switch (kind) {
    case 0:
      return { kind: 'free' };
    case 1:
      return one > 0 ? { kind: 'offset', offset: one, generation: two } : { kind: 'free' };
    case 2:
      return { kind: 'packed', stream: one, index: two };
    default:
      throw new Unreadable('cross-reference');
  }
}

function widthsOf(dict: PdfDict): readonly [number, number, number] {
  const [kind, first, second, ...more] = itemsOf(entry(dict, 'W')).map((item) => integerOf(item) ?? -1);
  if (kind === undefined || first === undefined || second === undefined || more.length > 0) {
    throw new Unreadable('cross-reference');
  }
  if ([kind, first, second].some((width) => width < 0 || width > 6) || first === 0) {
    throw new Unreadable('cross-reference');
  }
  return [kind, first, second];
}

/** Pairs of a first object number and a count. */
function rangesOf(dict: PdfDict): readonly (readonly [number, number])[] {
  const index = entry(dict, 'Index');
  if (index.kind === 'null') return [[0, integerOf(entry(dict, 'Size')) ?? 0]];
  const numbers = itemsOf(index).map((item) => integerOf(item) ?? -1);
  if (numbers.length % 2 !== 0 || numbers.some((number) => number < 0)) throw new Unreadable('cross-reference');
  const ranges: [number, number][] = [];
  for (let at = 0; at < numbers.length; at += 2) ranges.push([numbers[at] ?? 0, numbers[at + 1] ?? 0]);
  return ranges;
}

function bigEndian(data: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let read = 0; read < width; read++) value = value * 256 + (data[at + read] ?? 0);
  return value;
}
