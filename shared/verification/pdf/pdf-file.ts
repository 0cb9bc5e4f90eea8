import { Unreadable } from '../unreadable.ts';
import { Work } from '../work.ts';
import { type IndirectObject, readIndirectObject, readStreamData } from './indirect-object.ts';
import { type PackedObjects, packedObject, readPackedObjects } from './object-stream.ts';
import { type Revision, readRevision } from './revision.ts';
import { decodeStream } from './stream-filters.ts';
import { entry, integerOf, NULL, type PdfDict, type PdfValue } from './value.ts';

/** An object as a revision has it. `offset` is null for one in an object stream. */
export type Found = { readonly value: PdfValue; readonly isStream: boolean; readonly offset: number | null };

/** Small files may be read many times over, large ones hardly more than once for each signature. */
const LEAST_WORK = 64 * 1024 * 1024;
const MOST_UNPACKED = 256 * 1024 * 1024;
const LONGEST_CHAIN = 8;
/** Objects that are kept once they are read; a mark sheet has some hundred. */
const MOST_KEPT = 20_000;
/** Revisions that are kept: each holds the places of all objects. */
const MOST_REVISIONS = 6;
const MISSING: Found = { value: NULL, isStream: false, offset: null };

/** A PDF's bytes with what has been read of them. Everything found is by a revision's own cross-references. */
export class PdfFile {
  readonly bytes: Uint8Array;
  readonly #work: Work;
  readonly #unpacked = new Map<number, PackedObjects>();
  readonly #unpacking = new Set<number>();
  readonly #read = new Map<number, IndirectObject>();
  readonly #revisions = new Map<number, Revision>();
  #unpackedBytes = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#work = new Work(4 * bytes.length + LEAST_WORK);
  }

  revisionEndingAt(end: number): Revision {
    const known = this.#revisions.get(end);
    if (known) return known;
    const revision = readRevision(this.bytes, end, this.#work);
    if (this.#revisions.size < MOST_REVISIONS) this.#revisions.set(end, revision);
    return revision;
  }

  /** The object of a number; null's like for a number that the revision does not use. */
  object(revision: Revision, number: number): Found {
    const place = revision.places.get(number);
    if (!place || place.kind === 'free') return MISSING;
    if (place.kind === 'packed') {
      const value = packedObject(this.#packed(revision, place.stream), place.index, number, this.#work);
      return { value, isStream: false, offset: null };
    }
    const found = this.objectAt(place.offset, revision.end);
    if (found.number !== number || found.generation !== place.generation) throw new Unreadable('cross-reference');
    return { value: found.value, isStream: found.dataStart !== null, offset: place.offset };
  }

  /** Each object is read once: a file with several signatures is gone through once for each of them. */
  objectAt(offset: number, end: number): IndirectObject {
    const known = this.#read.get(offset);
    if (known && known.end <= end) return known;
    const read = readIndirectObject(this.bytes, offset, end, this.#work);
    if (this.#read.size < MOST_KEPT) this.#read.set(offset, read);
    return read;
  }

  /** Follows references to what they stand for. */
  resolve(revision: Revision, value: PdfValue): PdfValue {
    let at = value;
    for (let steps = 0; at.kind === 'ref'; steps++) {
      if (steps >= LONGEST_CHAIN) throw new Unreadable('too-deep');
      at = this.object(revision, at.number).value;
    }
    return at;
  }

  /** The dictionary a value stands for; an empty one where it is something else. */
  dict(revision: Revision, value: PdfValue): PdfDict {
    const found = this.resolve(revision, value);
    return found.kind === 'dict' ? found : { kind: 'dict', entries: new Map() };
  }

  /** The data of a stream and where its object ends. */
  streamData(revision: Revision, stream: IndirectObject): { readonly data: Uint8Array; readonly end: number } {
    if (stream.value.kind !== 'dict' || stream.dataStart === null) throw new Unreadable('syntax');
    const length = integerOf(this.resolve(revision, entry(stream.value, 'Length')));
    if (length === null) throw new Unreadable('syntax');
    return readStreamData(this.bytes, stream.dataStart, length, revision.end, this.#work);
  }

  /** What a stream unpacks to. */
  decodedStream(revision: Revision, number: number): Uint8Array {
    const place = revision.places.get(number);
    if (place?.kind !== 'offset') throw new Unreadable('cross-reference');
    const found = this.objectAt(place.offset, revision.end);
    if (found.number !== number || found.value.kind !== 'dict') throw new Unreadable('cross-reference');
    const { data } = this.streamData(revision, found);
    const plain = decodeStream(found.value, data, this.#work);
    this.#unpackedBytes += plain.length;
    if (this.#unpackedBytes > MOST_UNPACKED) throw new Unreadable('too-much');
    return plain;
  }

  #packed(revision: Revision, stream: number): PackedObjects {
    const place = revision.places.get(stream);
    if (place?.kind !== 'offset') throw new Unreadable('cross-reference');
    const known = this.#unpacked.get(place.offset);
    if (known) return known;
    // A stream whose length is an object inside itself would be unpacked for ever.
    if (this.#unpacking.has(place.offset)) throw new Unreadable('cross-reference');
    this.#unpacking.add(place.offset);
    const found = this.objectAt(place.offset, revision.end);
    if (found.number !== stream || found.value.kind !== 'dict') throw new Unreadable('cross-reference');
    const { data } = this.streamData(revision, found);
    const plain = decodeStream(found.value, data, this.#work);
    this.#unpackedBytes += plain.length;
    if (this.#unpackedBytes > MOST_UNPACKED) throw new Unreadable('too-much');
    const objects = readPackedObjects(found.value, plain, this.#work);
    this.#unpacked.set(place.offset, objects);
    return objects;
  }
}
