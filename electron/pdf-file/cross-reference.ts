import { inflateSync } from 'node:zlib';
import { PdfParser, PdfSyntaxError } from './parser.ts';
import { PdfDictionary, PdfName, PdfStream, type PdfValue } from './values.ts';

/** Where an object stands: at a byte of the file, or in an object stream; `free` where it was deleted. */
type Place =
  | { readonly kind: 'at'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'in-stream'; readonly stream: number; readonly index: number }
  | { readonly kind: 'free' };

export type CrossReference = {
  readonly places: ReadonlyMap<number, Place>;
  /** The newest trailer. */
  readonly trailer: PdfDictionary;
  /** The place of the newest section, which the next one names as its predecessor. */
  readonly start: number;
  /** How the newest section is written; the next one must be of the same kind. */
  readonly form: 'table' | 'stream';
};

type Section = { readonly trailer: PdfDictionary; readonly form: 'table' | 'stream' };

/** Reads the chain of cross-reference sections from the newest to the oldest. */
export function readCrossReference(bytes: Uint8Array): CrossReference {
  const start = startOf(bytes);
  const places = new Map<number, Place>();
  const seen = new Set<number>();
  let newest: Section | null = null;
  const waiting = [start];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const section = readSection(bytes, at, places);
    newest ??= section;
    for (const key of ['XRefStm', 'Prev']) {
      const next = section.trailer.get(key);
      if (typeof next === 'number') waiting.push(next);
    }
  }
  if (!newest) throw new PdfSyntaxError('No cross-reference', start);
  return { places, trailer: newest.trailer, start, form: newest.form };
}

/** The offset that the end of the file names. */
function startOf(bytes: Uint8Array): number {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(Math.max(0, bytes.length - 2048));
  const at = tail.lastIndexOf('startxref');
  if (at === -1) throw new PdfSyntaxError('No "startxref"', bytes.length);
  const parser = new PdfParser(bytes, bytes.length - tail.length + at);
  parser.expect('startxref');
  return parser.integer();
}

function readSection(bytes: Uint8Array, at: number, places: Map<number, Place>): Section {
  const parser = new PdfParser(bytes, at);
  if (parser.word() === 'xref') return { trailer: readTable(parser, places), form: 'table' };
  return { trailer: readStream(bytes, at, places), form: 'stream' };
}

function readTable(parser: PdfParser, places: Map<number, Place>): PdfDictionary {
  for (;;) {
    const word = parser.word();
    if (word === 'trailer') break;
    if (!/^\d+$/.test(word)) throw new PdfSyntaxError('Broken cross-reference table', parser.at);
    const first = Number(word);
    const count = parser.integer();
    for (let number = first; number < first + count; number++) {
      const offset = parser.integer();
      const generation = parser.integer();
      const used = parser.word() === 'n';
      if (!places.has(number)) places.set(number, used ? { kind: 'at', offset, generation } : { kind: 'free' });
    }
  }
  const trailer = parser.value();
  if (!(trailer instanceof PdfDictionary)) throw new PdfSyntaxError('The trailer is no dictionary', parser.at);
  return trailer;
}

function readStream(bytes: Uint8Array, at: number, places: Map<number, Place>): PdfDictionary {
  const parser = new PdfParser(bytes, at);
  parser.integer();
  parser.integer();
  parser.expect('obj');
  const stream = parser.object((length) => (typeof length === 'number' ? length : 0));
  if (!(stream instanceof PdfStream)) throw new PdfSyntaxError('No cross-reference stream', at);
  const entries = stream.dictionary;
  const widths = numbers(entries.get('W'));
  const index =
    entries.get('Index') === undefined
      ? [0, numbers([entries.get('Size') ?? 0])[0] ?? 0]
      : numbers(entries.get('Index'));
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  const data = decodeStream(stream);
  let place = 0;
  const read = (width: number): number => {
    let value = 0;
    for (let digit = 0; digit < width; digit++) value = value * 256 + (data[place++] ?? 0);
    return value;
  };
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const first = index[pair] ?? 0;
    for (let number = first; number < first + (index[pair + 1] ?? 0) && place < data.length; number++) {
      const kind = kindWidth === 0 ? 1 : read(kindWidth);
      const [second, third] = [read(secondWidth), read(thirdWidth)];
      if (!places.has(number)) places.set(number, placeOf(kind, second, third));
    }
  }
  return entries;
}

function placeOf(kind: number, second: number, third: number): Place {
  if (kind === 1) return { kind: 'at', offset: second, generation: third };
  return kind === 2 ? { kind: 'in-stream', stream: second, index: third } : { kind: 'free' };
}

function numbers(value: PdfValue | undefined): readonly number[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'number') : [];
}

/** The bytes of a stream that is plain or deflated, with PNG predictors undone. */
export function decodeStream(stream: PdfStream): Uint8Array {
  const filter = stream.dictionary.get('Filter');
  const only = Array.isArray(filter) && filter.length === 1 ? filter[0] : filter;
  if (only === undefined) return stream.bytes;
  if (!(only instanceof PdfName) || only.name !== 'FlateDecode') throw new Error('A filter other than FlateDecode');
  const plain = inflateSync(stream.bytes);
  const given = stream.dictionary.get('DecodeParms');
  const parameters = Array.isArray(given) ? given[0] : given;
  if (!(parameters instanceof PdfDictionary)) return plain;
  const predictor = parameters.get('Predictor');
  if (typeof predictor !== 'number' || predictor < 10) return plain;
  const columns = parameters.get('Columns');
  return withoutPredictor(plain, typeof columns === 'number' ? columns : 1);
}

function withoutPredictor(data: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(data.length / (columns + 1));
  const plain = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const filter = data[row * (columns + 1)] ?? 0;
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const left = column > 0 ? (plain[at - 1] ?? 0) : 0;
      const above = row > 0 ? (plain[at - columns] ?? 0) : 0;
      const corner = row > 0 && column > 0 ? (plain[at - columns - 1] ?? 0) : 0;
      plain[at] = ((data[row * (columns + 1) + 1 + column] ?? 0) + predicted(filter, left, above, corner)) & 0xff;
    }
  }
  return plain;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
