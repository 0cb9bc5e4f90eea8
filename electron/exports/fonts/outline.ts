import type { DrawnGlyph } from './character-codes.ts';

const INSTRUCTED = 0x100;
const MORE_PARTS = 0x20;
const WORD_ARGUMENTS = 0x01;
const OFFSETS = 0x02;
const ONE_SCALE = 0x08;
const TWO_SCALES = 0x40;
const FULL_MATRIX = 0x80;

/** A glyph without its hinting; `parts` are the places and numbers of the glyphs that it is put together from. */
export type Outline = {
  readonly bytes: Uint8Array;
  readonly parts: readonly { readonly at: number; readonly glyph: number }[];
};

/**
 * Takes the hinting out of a glyph: documents are read on screens that smooth and on paper, and the programs
 * it calls would have to be embedded with it.
 */
export function withoutHinting(raw: Uint8Array): Outline {
  if (raw.length === 0) return { bytes: raw, parts: [] };
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const contours = view.getInt16(0);
  return contours < 0 ? composite(raw, view) : { bytes: simple(raw, view, contours), parts: [] };
}

function simple(raw: Uint8Array, view: DataView, contours: number): Uint8Array {
  const lengthAt = 10 + contours * 2;
  const length = view.getUint16(lengthAt);
  if (length === 0) return raw;
  const bytes = new Uint8Array(raw.length - length);
  bytes.set(raw.subarray(0, lengthAt));
  bytes.set(raw.subarray(lengthAt + 2 + length), lengthAt + 2);
  return bytes;
}

function composite(raw: Uint8Array, view: DataView): Outline {
  const bytes = raw.slice();
  const out = new DataView(bytes.buffer);
  const parts: { at: number; glyph: number }[] = [];
  let at = 10;
  for (let more = true; more; ) {
    const flags = view.getUint16(at);
    out.setUint16(at, flags & ~INSTRUCTED);
    parts.push({ at: at + 2, glyph: view.getUint16(at + 2) });
    at += 4 + (flags & WORD_ARGUMENTS ? 4 : 2);
    if (flags & ONE_SCALE) at += 2;
    else if (flags & TWO_SCALES) at += 4;
    else if (flags & FULL_MATRIX) at += 8;
    more = (flags & MORE_PARTS) !== 0;
  }
  return { bytes: bytes.subarray(0, at), parts };
}

/** A glyph put together from a letter and the marks on it; `bearing` is its left edge. */
export function withMarks(
  drawn: DrawnGlyph,
  outlineOf: (glyph: number) => Uint8Array,
  placeOf: (glyph: number) => number,
): { readonly bytes: Uint8Array; readonly bearing: number } {
  const parts = [{ glyph: drawn.glyph, x: 0, y: 0 }, ...drawn.marks].filter(({ glyph }) => outlineOf(glyph).length > 0);
  if (parts.length === 0) return { bytes: new Uint8Array(), bearing: 0 };
  const boxes = parts.map(({ glyph, x, y }) => {
    const raw = outlineOf(glyph);
    const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
    return [view.getInt16(2) + x, view.getInt16(4) + y, view.getInt16(6) + x, view.getInt16(8) + y] as const;
  });
  const bytes = new Uint8Array(10 + parts.length * 8);
  const view = new DataView(bytes.buffer);
  const bearing = Math.min(...boxes.map(([left]) => left));
  view.setInt16(0, -1);
  view.setInt16(2, bearing);
  view.setInt16(4, Math.min(...boxes.map(([, bottom]) => bottom)));
  view.setInt16(6, Math.max(...boxes.map(([, , right]) => right)));
  view.setInt16(8, Math.max(...boxes.map(([, , , top]) => top)));
  for (const [index, { glyph, x, y }] of parts.entries()) {
    const at = 10 + index * 8;
    view.setUint16(at, WORD_ARGUMENTS | OFFSETS | (index < parts.length - 1 ? MORE_PARTS : 0));
    view.setUint16(at + 2, placeOf(glyph));
    view.setInt16(at + 4, x);
    view.setInt16(at + 6, y);
  }
  return { bytes, bearing };
}
