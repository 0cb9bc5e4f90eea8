export type Direction = 'ltr' | 'rtl';

/** A glyph as a document's font has it: with the marks that sit on it, and an advance of its own. Units of the font. */
export type DrawnGlyph = {
  readonly glyph: number;
  readonly advance: number;
  readonly marks: readonly { readonly glyph: number; readonly x: number; readonly y: number }[];
  /** The advance is not the glyph's own. */
  readonly narrowed?: boolean;
};

/** What the shaper gives, in reading order, in units of the font from the word's left. */
export type PlacedGlyph = {
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
  readonly characters: readonly number[];
};

type CharacterCode = { readonly drawn: DrawnGlyph; readonly x: number; readonly characters: readonly number[] };

type Cluster = { readonly base: PlacedGlyph; readonly marks: PlacedGlyph[] };

const MARK = /^\p{M}+$/u;

/**
 * Gives every character a code of its own on the baseline. Programs that copy text go by the places of the codes, and
 * part a word at a mark that stands above it, or turn a ligature that is read from the right around. So a letter and its
 * marks become one glyph, and a ligature's ink belongs to its last character; the other characters are blank.
 */
export function codesOf(placed: readonly PlacedGlyph[], direction: Direction, blank: number): readonly CharacterCode[] {
  const codes: CharacterCode[] = [];
  for (const { base, marks } of clustersOf(placed)) {
    const shifted = base.y === 0 ? [] : [{ glyph: base.glyph, x: 0, y: base.y }];
    const above = marks.map((mark) => ({ glyph: mark.glyph, x: mark.x - base.x, y: mark.y }));
    const ink = base.y === 0 ? base.glyph : blank;
    const shown = { glyph: ink, advance: base.advance, marks: [...shifted, ...above] };
    const letters = direction === 'rtl' ? base.characters : [];
    if (letters.length > 1) {
      const share = Math.round(base.advance / letters.length);
      for (const [index, character] of letters.entries()) {
        const last = index === letters.length - 1;
        const drawn = { ...(last ? shown : { glyph: blank, marks: [] }), advance: share, narrowed: true };
        codes.push({ drawn, x: base.x + share * (letters.length - 1 - index), characters: [character] });
      }
    } else {
      codes.push({ drawn: shown, x: base.x, characters: base.characters });
    }
    for (const [index, mark] of marks.entries()) {
      const x = direction === 'rtl' ? base.x - (index + 1) * 2 : base.x + base.advance;
      codes.push({ drawn: { glyph: blank, advance: 0, marks: [], narrowed: true }, x, characters: mark.characters });
    }
  }
  return codes;
}

function clustersOf(placed: readonly PlacedGlyph[]): readonly Cluster[] {
  const clusters: Cluster[] = [];
  for (const glyph of placed) {
    const last = clusters.at(-1);
    const isMark = glyph.advance === 0 && MARK.test(String.fromCodePoint(...glyph.characters));
    if (isMark && last) last.marks.push(glyph);
    else clusters.push({ base: glyph, marks: [] });
  }
  return clusters;
}
