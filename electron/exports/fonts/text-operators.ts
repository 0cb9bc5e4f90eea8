import type { Line, PlacedWord } from './break-lines.ts';
import type { DocumentFonts } from './document-fonts.ts';
import { hex } from './to-unicode.ts';

/** Which way up the place is: pages are laid out from the top down, appearance streams from the bottom up. */
type Upright = 'top-down' | 'bottom-up';

/** A number as a content stream has it, to a thousandth of a point. */
export function points(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** The operators that draw a line with its baseline at `x`, `y`. Empty for a line that shows nothing. */
export function lineOperators(line: Line, x: number, y: number, fonts: DocumentFonts, upright: Upright): string {
  if (line.words.length === 0) return '';
  const run = new TextRun(fonts);
  for (const placed of line.words) run.add(placed);
  const body = run.end();
  if (body === '') return '';
  return `BT\n1 0 0 ${upright === 'top-down' ? '-1' : '1'} ${points(x)} ${points(y)} Tm\n${body}ET`;
}

/** Draws words at their places with as few operators as that takes. */
class TextRun {
  readonly #fonts: DocumentFonts;
  #body = '';
  #array = '';
  #font = '';
  #size = 0;
  #pen = 0;

  constructor(fonts: DocumentFonts) {
    this.#fonts = fonts;
  }

  add({ word, x }: PlacedWord): void {
    const scale = word.style.size / 1000;
    const encoded = this.#fonts.encode(word.shape);
    if (encoded) {
      this.#set(encoded.font.resource, word.style.size);
      this.#moveTo(x);
      this.#array += encoded.array;
      this.#pen = x + word.shape.width * scale;
      return;
    }
    for (const glyph of word.shape.glyphs) {
      const font = this.#fonts.use(glyph.face);
      this.#set(font.resource, word.style.size);
      this.#moveTo(x + glyph.x * scale);
      this.#array += `<${hex(font.subset.codeOf(glyph.drawn, glyph.characters))}>`;
      this.#pen = x + (glyph.x + glyph.width) * scale;
    }
  }

  end(): string {
    this.#flush();
    return this.#body;
  }

  #set(font: string, size: number): void {
    if (font !== this.#font || size !== this.#size) {
      this.#flush();
      this.#body += `/${font} ${points(size)} Tf\n`;
      this.#font = font;
      this.#size = size;
    }
  }

  #moveTo(x: number): void {
    const back = Math.round(((this.#pen - x) * 1000) / this.#size);
    if (back !== 0) this.#array += String(back);
  }

  #flush(): void {
    if (this.#array !== '') this.#body += `[${this.#array}]TJ\n`;
    this.#array = '';
  }
}
