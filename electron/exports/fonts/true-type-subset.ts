import type { DrawnGlyph } from './character-codes.ts';
import { type Outline, withMarks, withoutHinting } from './outline.ts';
import { metricsOf, outlineOf, type TrueTypeTables } from './true-type-tables.ts';

const outlines = new WeakMap<TrueTypeTables, Map<number, Outline>>();

function outline(tables: TrueTypeTables, glyph: number): Outline {
  let known = outlines.get(tables);
  if (!known) {
    known = new Map();
    outlines.set(tables, known);
  }
  let found = known.get(glyph);
  if (!found) {
    found = withoutHinting(outlineOf(tables, glyph));
    known.set(glyph, found);
  }
  return found;
}

/** A font file that holds some glyphs only, with the advance of each in units of the font. */
type TrueTypeSubset = { readonly bytes: Uint8Array; readonly advances: readonly number[] };

type CutGlyph = { readonly bytes: Uint8Array; readonly advance: number; readonly bearing: number };

/**
 * Cuts a font down to the listed glyphs, numbered by their place in the list; the first must be glyph 0. A glyph with
 * marks becomes one that is put together from them; what composites need comes after the listed ones. `also` are
 * further tables, whose tags come before "glyf".
 */
export function cutSubset(
  tables: TrueTypeTables,
  wanted: readonly DrawnGlyph[],
  also: readonly (readonly [string, Uint8Array])[] = [],
): TrueTypeSubset {
  const parts: number[] = [];
  const places = new Map<number, number>();
  const placeOf = (glyph: number): number => {
    const known = places.get(glyph);
    if (known !== undefined) return known;
    const place = wanted.length + parts.length;
    places.set(glyph, place);
    parts.push(glyph);
    return place;
  };
  const cut: CutGlyph[] = [];
  for (const drawn of wanted) {
    if (drawn.marks.length > 0) {
      const { bytes, bearing } = withMarks(drawn, (glyph) => outline(tables, glyph).bytes, placeOf);
      cut.push({ bytes, advance: drawn.advance, bearing });
    } else {
      const bearing = metricsOf(tables, drawn.glyph).bearing;
      cut.push({ bytes: renumbered(outline(tables, drawn.glyph), placeOf), advance: drawn.advance, bearing });
    }
  }
  for (let index = 0; index < parts.length; index++) {
    const glyph = parts[index] ?? 0;
    cut.push({ bytes: renumbered(outline(tables, glyph), placeOf), ...metricsOf(tables, glyph) });
  }
  const { glyf, loca } = pack(cut.map(({ bytes }) => bytes));
  const bytes = assemble([
    ...also,
    ['glyf', glyf],
    ['head', headTable(tables)],
    ['hhea', hheaTable(tables, cut.length)],
    ['hmtx', hmtxTable(cut)],
    ['loca', loca],
    ['maxp', maxpTable(tables, cut.length)],
  ]);
  return { bytes, advances: cut.map(({ advance }) => advance) };
}

function renumbered({ bytes, parts }: Outline, placeOf: (glyph: number) => number): Uint8Array {
  if (parts.length === 0) return bytes;
  const copied = bytes.slice();
  const view = new DataView(copied.buffer);
  for (const part of parts) view.setUint16(part.at, placeOf(part.glyph));
  return copied;
}

function pack(cut: readonly Uint8Array[]): { readonly glyf: Uint8Array; readonly loca: Uint8Array } {
  const padded = (length: number): number => (length + 3) & ~3;
  const glyf = new Uint8Array(cut.reduce((sum, bytes) => sum + padded(bytes.length), 0));
  const loca = new Uint8Array((cut.length + 1) * 4);
  const view = new DataView(loca.buffer);
  let at = 0;
  for (const [place, bytes] of cut.entries()) {
    view.setUint32(place * 4, at);
    glyf.set(bytes, at);
    at += padded(bytes.length);
  }
  view.setUint32(cut.length * 4, at);
  return { glyf, loca };
}

function copy(table: DataView): DataView {
  return new DataView(table.buffer.slice(table.byteOffset, table.byteOffset + table.byteLength));
}

function headTable(tables: TrueTypeTables): Uint8Array {
  const head = copy(tables.head);
  head.setUint32(8, 0);
  head.setInt16(50, 1);
  return new Uint8Array(head.buffer);
}

function hheaTable(tables: TrueTypeTables, count: number): Uint8Array {
  const hhea = copy(tables.hhea);
  hhea.setUint16(34, count);
  return new Uint8Array(hhea.buffer);
}

function maxpTable(tables: TrueTypeTables, count: number): Uint8Array {
  const maxp = copy(tables.maxp);
  maxp.setUint16(4, count);
  maxp.setUint16(26, 0);
  return new Uint8Array(maxp.buffer);
}

function hmtxTable(cut: readonly CutGlyph[]): Uint8Array {
  const hmtx = new DataView(new ArrayBuffer(cut.length * 4));
  for (const [place, { advance, bearing }] of cut.entries()) {
    hmtx.setUint16(place * 4, advance);
    hmtx.setInt16(place * 4 + 2, bearing);
  }
  return new Uint8Array(hmtx.buffer);
}

function assemble(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const aligned = (length: number): number => (length + 3) & ~3;
  const headLength = 12 + tables.length * 16;
  const bytes = new Uint8Array(tables.reduce((sum, [, table]) => sum + aligned(table.length), headLength));
  const view = new DataView(bytes.buffer);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, (tables.length - power) * 16);
  let at = headLength;
  for (const [index, [tag, table]] of tables.entries()) {
    const entry = 12 + index * 16;
    for (let letter = 0; letter < 4; letter++) bytes[entry + letter] = tag.charCodeAt(letter);
    bytes.set(table, at);
    view.setUint32(entry + 4, checksum(view, at, aligned(table.length)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, table.length);
    at += aligned(table.length);
  }
  const headAt = view.getUint32(12 + tables.findIndex(([tag]) => tag === 'head') * 16 + 8);
  view.setUint32(headAt + 8, (0xb1b0afba - checksum(view, 0, bytes.length)) >>> 0);
  return bytes;
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
