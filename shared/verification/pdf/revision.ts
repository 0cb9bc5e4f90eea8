import { Unreadable } from '../unreadable.ts';
import type { Work } from '../work.ts';
import { isWhite, standsAt } from './characters.ts';
import { readSection } from './cross-reference.ts';
import { MOST_PLACES, type Place } from './section.ts';
import { entry, integerOf, type PdfDict } from './value.ts';
import { ValueReader } from './value-reader.ts';

/** A PDF as it was when it ended at `end`: its newest sections up to there and all that they build on. */
export type Revision = {
  readonly end: number;
  /** Where the newest cross-reference section begins. */
  readonly startXref: number;
  readonly trailer: PdfDict;
  /** The newest place of each object. */
  readonly places: ReadonlyMap<number, Place>;
};

/** How far before its end a file may say `startxref`: room for white space behind `%%EOF`. */
const TAIL = 2048;
const MOST_SECTIONS = 512;

/**
 * Reads the revision that ends exactly at `end`, with nothing but white space behind its `%%EOF`. Strict on purpose:
 * where readers would have to guess, they could show different things.
 */
export function readRevision(bytes: Uint8Array, end: number, work: Work): Revision {
  const startXref = readTail(bytes, end, work);
  let trailer: PdfDict | null = null;
  const places = new Map<number, Place>();
  const seen = new Set<number>();
  for (let at: number | null = startXref; at !== null; ) {
    if (seen.has(at) || seen.size >= MOST_SECTIONS) throw new Unreadable('cross-reference');
    seen.add(at);
    const section = readSection(bytes, at, end, work);
    trailer ??= section.trailer;
    merge(places, section.places);
    const hybrid = integerOf(entry(section.trailer, 'XRefStm'));
    if (hybrid !== null && section.stream === null) merge(places, readSection(bytes, hybrid, end, work).places);
    at = integerOf(entry(section.trailer, 'Prev'));
  }
  if (!trailer) throw new Unreadable('cross-reference');
  return { end, startXref, trailer, places };
}

/** What is there already is newer and stays. */
function merge(into: Map<number, Place>, older: ReadonlyMap<number, Place>): void {
  for (const [number, place] of older) if (!into.has(number)) into.set(number, place);
  if (into.size > MOST_PLACES) throw new Unreadable('too-much');
}

function readTail(bytes: Uint8Array, end: number, work: Work): number {
  const reader = new ValueReader(bytes, lastStart(bytes, end), end, work);
  const startXref = readEnding(reader);
  while (isWhite(reader.peek())) reader.position += 1;
  if (reader.position !== end) throw new Unreadable('cross-reference');
  return startXref;
}

/** `startxref`, the offset, `%%EOF`; the reader stands behind it afterwards. */
export function readEnding(reader: ValueReader): number {
  reader.needWord('startxref');
  const offset = reader.needWhole();
  while (isWhite(reader.peek())) reader.position += 1;
  if (!standsAt(reader.bytes, reader.position, '%%EOF')) throw new Unreadable('cross-reference');
  reader.position += '%%EOF'.length;
  if (reader.position > reader.end) throw new Unreadable('ends-early');
  return offset;
}

function lastStart(bytes: Uint8Array, end: number): number {
  for (let at = end - 'startxref'.length; at >= Math.max(0, end - TAIL); at--) {
    if (standsAt(bytes, at, 'startxref')) return at;
  }
  throw new Unreadable('cross-reference');
}
