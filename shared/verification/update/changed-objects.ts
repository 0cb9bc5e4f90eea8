import { isDigit, isWhite } from '../pdf/characters.ts';
import { readSection } from '../pdf/cross-reference.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import { type Revision, readEnding } from '../pdf/revision.ts';
import type { Place, Section } from '../pdf/section.ts';
import { entry, integerOf, nameOf } from '../pdf/value.ts';
import { ValueReader } from '../pdf/value-reader.ts';
import { Unreadable } from '../unreadable.ts';
import { Work } from '../work.ts';

/**
 * The objects that the bytes between two revisions define anew or free. Those bytes must be updates and nothing else:
 * objects, each listed where it stands, one cross-reference section that builds on the one before, `startxref`,
 * `%%EOF`. Anything else is Unreadable: what no cross-reference names, one reader ignores and another shows.
 */
export function readChangedObjects(file: PdfFile, older: Revision, newer: Revision): ReadonlySet<number> {
  const work = new Work(8 * (newer.end - older.end) + 65_536);
  const places = new Map<number, Place>();
  let previous = older.startXref;
  for (let at = skipWhite(file, older.end, newer.end); at < newer.end; at = skipWhite(file, at, newer.end)) {
    const update = readUpdate(file, at, newer, work);
    const { section } = update;
    if (integerOf(entry(section.trailer, 'Prev')) !== previous || section.trailer.entries.has('XRefStm')) {
      throw new Unreadable('cross-reference');
    }
    for (const [number, place] of section.places) {
      const before = places.get(number) ?? older.places.get(number);
      if (before && samePlace(before, place)) continue;
      if (!isOwn(update, number, place)) throw new Unreadable('cross-reference');
      if (place.kind !== 'free' || before) places.set(number, place);
    }
    for (const [number, own] of update.objects) {
      const place = section.places.get(number);
      if (!place || !samePlace(place, own)) throw new Unreadable('cross-reference');
    }
    previous = section.at;
    at = update.end;
  }
  return new Set(places.keys());
}

type Update = { readonly objects: ReadonlyMap<number, Place>; readonly section: Section; readonly end: number };

function readUpdate(file: PdfFile, from: number, newer: Revision, work: Work): Update {
  const { bytes } = file;
  const objects = new Map<number, Place>();
  let at = from;
  while (isDigit(bytes[at])) {
    const object = file.objectAt(at, newer.end);
    const { number, generation, value, dataStart } = object;
    if (value.kind === 'dict' && nameOf(entry(value, 'Type')) === 'XRef') break;
    if (objects.has(number)) throw new Unreadable('syntax');
    objects.set(number, { kind: 'offset', offset: at, generation });
    at = skipWhite(file, dataStart === null ? object.end : file.streamData(newer, object).end, newer.end);
  }
  const section = readSection(bytes, at, newer.end, work);
  const reader = new ValueReader(bytes, section.end, newer.end, work);
  if (readEnding(reader) !== section.at) throw new Unreadable('cross-reference');
  return { objects, section, end: reader.position };
}

/** True for a place that this very update made: an object of its own, itself, or a number set free. */
function isOwn({ objects, section }: Update, number: number, place: Place): boolean {
  switch (place.kind) {
    case 'free':
      return true;
    case 'offset': {
      if (section.stream === number && place.offset === section.at) return true;
      const own = objects.get(number);
      return own !== undefined && samePlace(own, place);
    }
    case 'packed':
      return objects.has(place.stream);
  }
}

function samePlace(one: Place, other: Place): boolean {
  switch (one.kind) {
    case 'free':
      return other.kind === 'free';
    case 'offset':
      return other.kind === 'offset' && one.offset === other.offset && one.generation === other.generation;
    case 'packed':
      return other.kind === 'packed' && one.stream === other.stream && one.index === other.index;
  }
}

/** White space only: a comment between updates could hold what a repairing reader takes for an object. */
function skipWhite(file: PdfFile, from: number, end: number): number {
  let at = from;
  while (at < end && isWhite(file.bytes[at])) at += 1;
  return at;
}
