import bidiFactory from 'bidi-js';
import { codesOf, type Direction, type DrawnGlyph, type PlacedGlyph } from './character-codes.ts';
import type { FaceName, Weight } from './faces.ts';
import { faceFor } from './missing-characters.ts';
import { type Typeface, typeface } from './typeface.ts';

/**
 * One character code of a word, in reading order. `x` says where it stands, in thousandths of an em from the word's left.
 * Every code stands on the baseline and touches the next: programs that copy text go by that.
 */
type ShapedGlyph = {
  readonly face: Typeface;
  readonly drawn: DrawnGlyph;
  readonly x: number;
  /** In thousandths of an em. */
  readonly width: number;
  readonly characters: readonly number[];
};

/** A word, or a part of one, ready to be drawn in any document. Shared: compare and cache by identity. */
export type Shape = { readonly glyphs: readonly ShapedGlyph[]; readonly width: number };

/** A character that no embedded font has reached the drawing; callers ask `missingCharacters` first. */
export class MissingCharacterError extends Error {
  readonly character: string;

  constructor(character: string) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    super(`No embedded font has the character U+${code}`);
    this.name = 'MissingCharacterError';
    this.character = character;
  }
}

const bidi = bidiFactory();
const LONGEST_KEPT = 40;
const MOST_KEPT = 50_000;
const kept = new Map<string, Shape>();

/** Shapes a text of one direction. Throws MissingCharacterError; never leaves a character out in silence. */
export function shape(text: string, weight: Weight, direction: Direction): Shape {
  const key = `${weight === 'bold' ? 'b' : 'r'}${direction === 'rtl' ? '<' : '>'}${text}`;
  const known = kept.get(key);
  if (known) return known;
  const made = shapeAnew(text, weight, direction);
  if (text.length <= LONGEST_KEPT) {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, made);
  }
  return made;
}

function shapeAnew(text: string, weight: Weight, direction: Direction): Shape {
  const stretches = stretchesByFace(text, weight);
  const glyphs: ShapedGlyph[] = [];
  const total = stretches.map((stretch) => shapeStretch(stretch.text, typeface(stretch.face), direction));
  const width = total.reduce((sum, part) => sum + part.width, 0);
  let left = direction === 'rtl' ? width : 0;
  for (const part of total) {
    if (direction === 'rtl') left -= part.width;
    for (const glyph of part.glyphs) glyphs.push(left === 0 ? glyph : { ...glyph, x: glyph.x + left });
    if (direction === 'ltr') left += part.width;
  }
  return { glyphs, width };
}

function stretchesByFace(text: string, weight: Weight): readonly { readonly text: string; readonly face: FaceName }[] {
  const stretches: { text: string; face: FaceName }[] = [];
  for (const character of text) {
    const face = faceFor(character, weight);
    if (face === null) throw new MissingCharacterError(character);
    const last = stretches.at(-1);
    if (last && (face === 'invisible' || last.face === face)) last.text += character;
    else if (face !== 'invisible') stretches.push({ text: character, face });
  }
  return stretches;
}

function shapeStretch(text: string, face: Typeface, direction: Direction): Shape {
  const drawn = direction === 'rtl' ? [...text].map(mirrored).join('') : text;
  const run = face.font.layout(drawn, { liga: false }, undefined, undefined, direction);
  const space = face.font.glyphForCodePoint(0x20).id;
  const placed: PlacedGlyph[] = [];
  let pen = 0;
  for (const [index, glyph] of run.glyphs.entries()) {
    const position = run.positions[index];
    if (!position) throw new Error('The shaper gave a glyph without its position');
    const hidden = glyph.id === space && position.xAdvance === 0;
    if (!hidden) {
      placed.push({
        glyph: glyph.id,
        x: pen + position.xOffset,
        y: position.yOffset,
        advance: glyph.advanceWidth,
        characters: direction === 'rtl' ? glyph.codePoints.map(unmirrored) : glyph.codePoints,
      });
    }
    pen += position.xAdvance;
  }
  if (direction === 'rtl') placed.reverse();
  const codes = codesOf(placed, direction, space);
  const glyphs = codes.map(({ drawn, x, characters }) => {
    return { face, drawn, x: x * face.scale, width: drawn.advance * face.scale, characters };
  });
  return { glyphs, width: pen * face.scale };
}

/** A bracket that is read from the right is drawn as its mirror image, and copied as what it is. */
function mirrored(character: string): string {
  return bidi.getMirroredCharacter(character) ?? character;
}

function unmirrored(code: number): number {
  return mirrored(String.fromCodePoint(code)).codePointAt(0) ?? code;
}
