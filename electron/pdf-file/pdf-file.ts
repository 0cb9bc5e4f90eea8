import { type CrossReference, decodeStream, readCrossReference } from './cross-reference.ts';
import { PdfParser, PdfSyntaxError } from './parser.ts';
import { PdfDictionary, PdfReference, PdfStream, type PdfValue } from './values.ts';

/** A PDF whose objects are read as they are asked for. Throws PdfSyntaxError if it is not one that can be added to. */
export class PdfFile {
  readonly bytes: Uint8Array;
  readonly crossReference: CrossReference;
  readonly #read = new Map<number, PdfValue>();

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.crossReference = readCrossReference(bytes);
    if (this.crossReference.trailer.get('Encrypt') !== undefined) throw new PdfSyntaxError('The file is encrypted', 0);
  }

  /** The number that the next new object takes. */
  get size(): number {
    const size = this.crossReference.trailer.get('Size');
    const highest = Math.max(0, ...this.crossReference.places.keys());
    return Math.max(typeof size === 'number' ? size : 0, highest + 1);
  }

  get catalogReference(): PdfReference {
    const root = this.crossReference.trailer.get('Root');
    if (!(root instanceof PdfReference)) throw new PdfSyntaxError('The trailer names no catalog', 0);
    return root;
  }

  get catalog(): PdfDictionary {
    return this.dictionary(this.catalogReference);
  }

  /** What a value stands for: a reference is followed, an object that is not there is null. */
  resolve(value: PdfValue | undefined): PdfValue {
    let found = value ?? null;
    for (let hop = 0; found instanceof PdfReference && hop < 32; hop++) found = this.#object(found.number);
    return found;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = this.resolve(value);
    if (!(found instanceof PdfDictionary)) throw new PdfSyntaxError('Expected a dictionary', 0);
    return found;
  }

  array(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.resolve(value);
    return Array.isArray(found) ? found : [];
  }

  #object(number: number): PdfValue {
    const known = this.#read.get(number);
    if (known !== undefined) return known;
    const place = this.crossReference.places.get(number);
    if (!place || place.kind === 'free') return null;
    const value =
      place.kind === 'at' ? this.#objectAt(place.offset, number) : this.#objectIn(place.stream, place.index);
    this.#read.set(number, value);
    return value;
  }

  #objectAt(offset: number, number: number): PdfValue {
    const parser = new PdfParser(this.bytes, offset);
    if (parser.integer() !== number) throw new PdfSyntaxError(`Object ${number} is not where it should be`, offset);
    parser.integer();
    parser.expect('obj');
    return parser.object((length) => {
      const resolved = this.resolve(length);
      if (typeof resolved !== 'number') throw new PdfSyntaxError('A stream has no length', offset);
      return resolved;
    });
  }

  #objectIn(streamNumber: number, index: number): PdfValue {
    const stream = this.#object(streamNumber);
    if (!(stream instanceof PdfStream)) throw new PdfSyntaxError('An object stream is missing', 0);
    const data = decodeStream(stream);
    const first = stream.dictionary.get('First');
    const head = new PdfParser(data, 0);
    for (let skipped = 0; skipped < index * 2 + 1; skipped++) head.integer();
    return new PdfParser(data, (typeof first === 'number' ? first : 0) + head.integer()).value();
  }
}
