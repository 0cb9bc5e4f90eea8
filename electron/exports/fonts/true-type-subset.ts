import { type Outline, withoutHinting } from './outline.ts';
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

/** A font file that holds some glyphs only, and how many it has with the parts that composites need. */
export type TrueTypeSubset = { readonly bytes: Uint8Array; readonly glyphs: readonly number[] };

/** Cuts a font down to the listed glyphs, numbered by their place in the list; the first must be glyph 0. */
export function cutSubset(tables: TrueTypeTables, wanted: readonly number[]): TrueTypeSubset {
  const glyphs = [...wanted];
  const placeOf = new Map<number, number>();
  for (const [place, glyph] of glyphs.entries()) if (!placeOf.has(glyph)) placeOf.set(glyph, place);
  const cut: Uint8Array[] = [];
  for (let place = 0; place < glyphs.length; place++) {
    const { bytes, parts } = outline(tables, glyphs[place] ?? 0);
    if (parts.length === 0) {
      cut.push(bytes);
      continue;
    }
    const renumbered = bytes.slice();
    const view = new DataView(renumbered.buffer);
    for (const part of parts) {
      let to = placeOf.get(part.glyph);
      if (to === undefined) {
        to = glyphs.length;
        placeOf.set(part.glyph, to);
        glyphs.push(part.glyph);
      }
      view.setUint16(part.at, to);
    }
    cut.push(renumbered);
  }
  const { glyf, loca } = pack(cut);
  const bytes = assemble([
    ['glyf', glyf],
    ['head', headTable(tables)],
    ['hhea', hheaTable(tables, glyphs.length)],
    ['hmtx', hmtxTable(tables, glyphs)],
    ['loca', loca],
    ['maxp', maxpTable(tables, glyphs.length)],
  ]);
  return { bytes, glyphs };
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

function hmtxTable(tables: TrueTypeTables, glyphs: readonly number[]): Uint8Array {
  const hmtx = new DataView(new ArrayBuffer(glyphs.length * 4));
  for (const [place, glyph] of glyphs.entries()) {
    const { advance, bearing } = metricsOf(tables, glyph);
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
