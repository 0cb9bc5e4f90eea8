import type { PdfDict } from './value.ts';

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

/** Objects of one file; a bundle of thousands of sheets has a tenth. Each is held in memory. */
export const MOST_PLACES = 2_000_000;
