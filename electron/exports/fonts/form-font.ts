import { deflateSync } from 'node:zlib';
import { cutSubset } from './true-type-subset.ts';
import { metricsOf } from './true-type-tables.ts';
import { typeface } from './typeface.ts';

/** A font whose codes are those of Windows-1252, for text that other programs write into a form. */
export type FormFont = {
  readonly name: string;
  /** The TrueType file, deflated. */
  readonly deflated: Uint8Array;
  readonly length: number;
  /** Of the codes from `firstCode` on, in thousandths of an em. */
  readonly widths: readonly number[];
  readonly firstCode: number;
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
};

const FIRST_CODE = 0x20;
const LAST_CODE = 0xff;
/** No subset's tag: programs that see one do not type with the font. */
const NAME = 'CountersignForm';
const WINDOWS_1252 = new TextDecoder('windows-1252');

let made: FormFont | null = null;

/** The form's own font: the same in every document, so it is cut and deflated once. */
export function formFont(): FormFont {
  made ??= makeFormFont();
  return made;
}

function makeFormFont(): FormFont {
  const { font, tables, scale } = typeface('regular');
  const points: number[] = [];
  for (let code = FIRST_CODE; code <= LAST_CODE; code++) {
    const point = WINDOWS_1252.decode(new Uint8Array([code])).codePointAt(0) ?? 0;
    points.push(font.hasGlyphForCodePoint(point) ? point : 0x2022);
  }
  const sorted = [...new Set(points)].sort((a, b) => a - b);
  const glyphs = [0, ...sorted.map((point) => font.glyphForCodePoint(point).id)];
  const drawn = glyphs.map((glyph) => ({ glyph, advance: metricsOf(tables, glyph).advance, marks: [] }));
  const { bytes } = cutSubset(tables, drawn, [['cmap', characterMap(sorted)]]);
  const widths = points.map((point) => metricsOf(tables, font.glyphForCodePoint(point).id).advance * scale);
  return {
    name: NAME,
    deflated: deflateSync(bytes, { level: 9 }),
    length: bytes.length,
    widths,
    firstCode: FIRST_CODE,
    box: [font.bbox.minX * scale, font.bbox.minY * scale, font.bbox.maxX * scale, font.bbox.maxY * scale],
    ascent: font.ascent * scale,
    descent: font.descent * scale,
    capHeight: font.glyphForCodePoint(0x48).bbox.maxY * scale,
  };
}

/** The table by which a reader finds the glyphs: those of the sorted characters are numbered from 1 (cmap, format 4). */
function characterMap(sorted: readonly number[]): Uint8Array {
  const runs: { start: number; end: number; glyph: number }[] = [];
  for (const [index, point] of sorted.entries()) {
    const run = runs.at(-1);
    if (run && run.end + 1 === point) run.end = point;
    else runs.push({ start: point, end: point, glyph: index + 1 });
  }
  runs.push({ start: 0xffff, end: 0xffff, glyph: 0 });
  const head = 12;
  const length = 16 + runs.length * 8;
  const view = new DataView(new ArrayBuffer(head + length));
  const power = 2 ** Math.floor(Math.log2(runs.length));
  view.setUint16(2, 1);
  view.setUint16(4, 3);
  view.setUint16(6, 1);
  view.setUint32(8, head);
  const fields = [4, length, 0, runs.length * 2, power * 2, Math.log2(power), (runs.length - power) * 2];
  for (const [index, value] of fields.entries()) view.setUint16(head + index * 2, value);
  const ends = head + 14;
  const starts = ends + runs.length * 2 + 2;
  for (const [index, run] of runs.entries()) {
    view.setUint16(ends + index * 2, run.end);
    view.setUint16(starts + index * 2, run.start);
    view.setUint16(starts + (runs.length + index) * 2, (run.glyph - run.start) & 0xffff);
  }
  return new Uint8Array(view.buffer);
}
