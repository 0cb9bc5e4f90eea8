import type { PdfFile } from '../pdf/pdf-file.ts';
import type { Revision } from '../pdf/revision.ts';
import { entry, itemsOf, nameOf, type PdfDict, type PdfValue } from '../pdf/value.ts';
import { Unreadable } from '../unreadable.ts';
import type { Work } from '../work.ts';
import { type CharacterMap, readCharacterMap, winAnsiMap } from './character-map.ts';

/** A font as far as its text goes. */
export type Font = { readonly map: CharacterMap; readonly emphasised: boolean };

/** The fonts of a document, each read once. */
export class Fonts {
  readonly #file: PdfFile;
  readonly #revision: Revision;
  readonly #work: Work;
  readonly #known = new Map<number, Font>();

  constructor(file: PdfFile, revision: Revision, work: Work) {
    this.#file = file;
    this.#revision = revision;
    this.#work = work;
  }

  of(value: PdfValue): Font {
    const number = value.kind === 'ref' ? value.number : -1;
    const known = this.#known.get(number);
    if (known) return known;
    const font = this.#read(this.#file.dict(this.#revision, value));
    if (number >= 0) this.#known.set(number, font);
    return font;
  }

  #read(dict: PdfDict): Font {
    const name = nameOf(this.#file.resolve(this.#revision, entry(dict, 'BaseFont'))) ?? '';
    const emphasised = /bold|black|heavy/i.test(name);
    const unicode = entry(dict, 'ToUnicode');
    if (unicode.kind === 'ref') {
      const map = readCharacterMap(this.#file.decodedStream(this.#revision, unicode.number), this.#work);
      const composite = nameOf(entry(dict, 'Subtype')) === 'Type0';
      const encoding = nameOf(this.#file.resolve(this.#revision, entry(dict, 'Encoding')));
      // Which bytes make a code is the encoding's to say; only the plain one is known here.
      if (composite && (encoding !== 'Identity-H' || map.width !== 2)) throw new Unreadable('font');
      return { map: composite ? map : { width: 1, texts: map.texts }, emphasised };
    }
    const encoding = nameOf(this.#file.resolve(this.#revision, entry(dict, 'Encoding')));
    if (encoding === 'WinAnsiEncoding') return { map: winAnsiMap(), emphasised };
    // Every other encoding of text fonts has the letters and digits of ASCII, unless it says so itself.
    const symbolic = /symbol|dingbats|emoji/i.test(name) || nameOf(entry(dict, 'Subtype')) === 'Type3';
    if (symbolic || encoding === 'MacExpertEncoding') throw new Unreadable('font');
    return { map: this.#lettersOf(entry(dict, 'Encoding')), emphasised };
  }

  /** ASCII's letters, digits and plain signs, without the codes to which an encoding gives another meaning. */
  #lettersOf(encoding: PdfValue): CharacterMap {
    const texts = new Map<number, string>();
    for (let code = 0x20; code < 0x7f; code++) texts.set(code, String.fromCharCode(code));
    for (const code of [0x27, 0x60]) texts.delete(code);
    const differences = entry(this.#file.dict(this.#revision, encoding), 'Differences');
    let code = 0;
    for (const one of itemsOf(this.#file.resolve(this.#revision, differences))) {
      if (one.kind === 'number') code = one.value;
      else {
        texts.delete(code);
        code += 1;
      }
    }
    return { width: 1, texts };
  }
}

/** The text that a string shows in a font. Code 0 shows nothing; any other without a meaning is not guessed at. */
export function shownText(bytes: Uint8Array, { map: { width, texts } }: Font): string {
  let text = '';
  for (let at = 0; at + width <= bytes.length; at += width) {
    const code = width === 1 ? (bytes[at] ?? 0) : (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
    const meant = texts.get(code);
    if (meant === undefined && code !== 0) throw new Unreadable('font');
    text += meant ?? '';
  }
  return text;
}
