import type { FaceName } from './faces.ts';
import { FontSubset } from './font-subset.ts';
import type { Shape } from './shape.ts';
import { hex } from './to-unicode.ts';
import type { Typeface } from './typeface.ts';

/** A face as a document uses it; `resource` is the name by which its pages call it. */
type DocumentFont = { readonly resource: string; readonly subset: FontSubset };

/** A word as the body of a TJ array, for words that are drawn straight on in one face. */
type EncodedWord = { readonly font: DocumentFont; readonly array: string };

/** The fonts of one document, with the glyphs that it has used so far. */
export class DocumentFonts {
  readonly #prefix: string;
  readonly #fonts = new Map<FaceName, DocumentFont>();
  readonly #words = new Map<Shape, EncodedWord | null>();

  /** `prefix` begins the names of the fonts: "F" gives F1, F2. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  use(face: Typeface): DocumentFont {
    const known = this.#fonts.get(face.name);
    if (known) return known;
    const font = { resource: `${this.#prefix}${this.#fonts.size + 1}`, subset: new FontSubset(face) };
    this.#fonts.set(face.name, font);
    return font;
  }

  used(): readonly DocumentFont[] {
    return [...this.#fonts.values()];
  }

  /** Null for a word that changes its face or is read from the right. */
  encode(shape: Shape): EncodedWord | null {
    const known = this.#words.get(shape);
    if (known !== undefined) return known;
    const encoded = this.#encode(shape);
    this.#words.set(shape, encoded);
    return encoded;
  }

  #encode(shape: Shape): EncodedWord | null {
    const [first] = shape.glyphs;
    if (first?.x !== 0) return null;
    const font = this.use(first.face);
    let array = '<';
    let pen = 0;
    for (const glyph of shape.glyphs) {
      if (glyph.face !== first.face || glyph.x < pen - 400) return null;
      const back = pen - glyph.x;
      if (Math.abs(back) > 0.5) array += `>${Math.round(back)}<`;
      array += hex(font.subset.codeOf(glyph.drawn, glyph.characters));
      pen = glyph.x + glyph.width;
    }
    const rest = pen - shape.width;
    return { font, array: Math.abs(rest) > 0.5 ? `${array}>${Math.round(rest)}` : `${array}>` };
  }
}
