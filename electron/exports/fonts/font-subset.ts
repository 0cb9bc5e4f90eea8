import type { DrawnGlyph } from './character-codes.ts';
import { toUnicodeMap } from './to-unicode.ts';
import { cutSubset } from './true-type-subset.ts';
import { metricsOf } from './true-type-tables.ts';
import type { Typeface } from './typeface.ts';

/** A font as a PDF carries it: a Type 0 font whose character codes are the glyphs of its TrueType file. */
export type EmbeddedFont = {
  /** With the subset's tag, "ABCDEF+DejaVuSansCondensed". */
  readonly name: string;
  readonly file: Uint8Array;
  /** Widths by character code, in thousandths of an em. */
  readonly widths: readonly number[];
  readonly toUnicode: string;
  /** One bit for every character code, as PDF/A-1 asks. */
  readonly codes: Uint8Array;
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly italicAngle: number;
};

/**
 * The glyphs that one document uses of one face. A glyph that stands for two different characters gets two codes,
 * so that copied text is what was written.
 */
export class FontSubset {
  readonly face: Typeface;
  readonly #codes = new Map<string | number, number>();
  readonly #glyphs: DrawnGlyph[];
  readonly #characters: (readonly number[])[] = [[]];

  constructor(face: Typeface) {
    this.face = face;
    this.#glyphs = [{ glyph: 0, advance: metricsOf(face.tables, 0).advance, marks: [] }];
  }

  /** The code by which this document shows the glyph. */
  codeOf(drawn: DrawnGlyph, characters: readonly number[]): number {
    const key = keyOf(drawn, characters);
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    const code = this.#glyphs.length;
    this.#codes.set(key, code);
    this.#glyphs.push(drawn);
    this.#characters.push(characters);
    return code;
  }

  /** What is written into the document once everything is drawn. */
  embed(): EmbeddedFont {
    const { font, tables, scale } = this.face;
    const { bytes, advances } = cutSubset(tables, this.#glyphs);
    const codes = new Uint8Array(Math.ceil(advances.length / 8));
    for (let code = 0; code < advances.length; code++)
      codes[code >> 3] = (codes[code >> 3] ?? 0) | (0x80 >> (code & 7));
    return {
      name: `${tagOf(this.#glyphs)}+${font.postscriptName}`,
      file: bytes,
      widths: advances.map((advance) => advance * scale),
      toUnicode: toUnicodeMap(this.#characters),
      codes,
      box: [font.bbox.minX * scale, font.bbox.minY * scale, font.bbox.maxX * scale, font.bbox.maxY * scale],
      ascent: font.ascent * scale,
      descent: font.descent * scale,
      capHeight: font.glyphForCodePoint(0x48).bbox.maxY * scale,
      italicAngle: font.italicAngle,
    };
  }
}

/** Six letters that tell this subset from another of the same face (FNV-1a over its glyphs). */
function tagOf(glyphs: readonly DrawnGlyph[]): string {
  let hash = 0x811c9dc5;
  for (const { glyph } of glyphs) hash = Math.imul(hash ^ glyph, 0x01000193) >>> 0;
  let tag = '';
  for (let letter = 0; letter < 6; letter++) {
    tag += String.fromCharCode(65 + (hash % 26));
    hash = Math.floor(hash / 26);
  }
  return tag;
}

/** Most codes are a glyph for one character: those are told by a number. */
function keyOf(drawn: DrawnGlyph, characters: readonly number[]): string | number {
  const [first = 0] = characters;
  if (characters.length === 1 && drawn.marks.length === 0 && !drawn.narrowed) return drawn.glyph * 0x110000 + first;
  const marks = drawn.marks.map((mark) => `${mark.glyph}@${mark.x},${mark.y}`);
  return `${drawn.glyph}:${drawn.advance}:${characters.join()}:${marks.join(';')}`;
}
