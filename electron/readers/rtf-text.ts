import { assertNever } from '../../shared/lib/assert-never.ts';
import { encodingOfCharset, encodingOfPage } from './rtf-encodings.ts';
import type { RtfToken } from './rtf-tokens.ts';

/** Groups within groups that are followed. A document has a dozen. */
const MOST_DEEP = 10_000;
/** The longest text whose words are counted, in characters. */
const MOST_TEXT = 64 * 1024 * 1024;

/** Groups whose words are not of the text, as of a DOCX: tables of fonts and styles, heads, notes, bullets, code, index. */
const NOT_OF_THE_TEXT = new Set(
  'fonttbl colortbl stylesheet info pict fldinst objdata header headerl headerr headerf footer footerl footerr footerf footnote annotation listtext pntext pntxta pntxtb xe tc tcn rxe txe sp sn sv shprslt nonshppict filetbl listtable listoverridetable revtbl rsidtbl themedata colorschememapping datastore latentstyles xmlnstbl bkmkstart bkmkend atnid atnauthor'.split(
    ' ',
  ),
);
/** Groups that programs may pass over and that hold text all the same: a drawing's box. */
const OF_THE_TEXT = new Set(['shpinst', 'shptxt']);
const SPACES = new Set(
  'par line page sect tab cell row nestcell nestrow column softline softpage softcol emspace enspace qmspace'.split(
    ' ',
  ),
);
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['emdash', '\u2014'],
  ['endash', '\u2013'],
  ['lquote', '\u2018'],
  ['rquote', '\u2019'],
  ['ldblquote', '\u201c'],
  ['rdblquote', '\u201d'],
  ['bullet', '\u2022'],
]);

/** What holds within a group and ends with it. */
type State = {
  /** Its words are not of the text. */
  readonly passed: boolean;
  /** A tracked deletion. */
  readonly deleted: boolean;
  /** Bytes that stand behind each character told by its number, for programs that do not know those. */
  readonly spare: number;
  readonly encoding: string | null;
  readonly fonts: boolean;
};

/** Gathers the words of an RTF from its pieces, without heads, notes and bullets, as of a DOCX. */
export class RtfText {
  #state: State = { passed: false, deleted: false, spare: 1, encoding: null, fonts: false };
  readonly #outer: State[] = [];
  readonly #pieces: string[] = [];
  #length = 0;
  /** Bytes of the text that are not decoded yet, all of one encoding. */
  #bytes: number[] = [];
  #encoding = 'windows-1252';
  readonly #fonts = new Map<number, string | null>();
  #font = 0;
  /** Bytes still to be passed over behind a character told by its number. */
  #spare = 0;
  /** The group has just begun, and whether a program may pass over it. */
  #begun: 'no' | 'yes' | 'may-be-passed' = 'no';

  /** `end` where the outermost group closes. */
  take(token: Exclude<RtfToken, { kind: 'cut' }>): 'more' | 'end' {
    const begun = this.#begun;
    if (token.kind !== 'byte') this.#spare = 0;
    this.#begun = token.kind === 'open' ? 'yes' : 'no';
    switch (token.kind) {
      case 'open':
        this.#outer.push(this.#state);
        break;
      case 'close':
        this.#change(this.#outer.pop() ?? this.#state);
        break;
      case 'byte':
        this.#byte(token.byte);
        break;
      case 'sign':
        if (token.sign === '*' && begun === 'yes') this.#begun = 'may-be-passed';
        else this.#sign(token.sign);
        break;
      case 'word':
        if (begun !== 'no') this.#beginGroup(token.word, begun === 'may-be-passed');
        this.#word(token.word, token.number);
        break;
      default:
        assertNever(token);
    }
    return this.#outer.length === 0 ? 'end' : 'more';
  }

  isTooMuch(): boolean {
    return this.#outer.length > MOST_DEEP || this.#length > MOST_TEXT;
  }

  whole(): string {
    this.#decode();
    return this.#pieces.join('');
  }

  #beginGroup(word: string, mayBePassed: boolean): void {
    const passed = NOT_OF_THE_TEXT.has(word) || (mayBePassed && !OF_THE_TEXT.has(word));
    if (passed) this.#change({ ...this.#state, passed: true });
    if (word === 'fonttbl') this.#change({ ...this.#state, fonts: true });
  }

  #word(word: string, number: number | null): void {
    if (SPACES.has(word)) this.#add(' ');
    else if (word === 'u') this.#character(number ?? 0);
    else if (word === 'f') this.#setFont(number ?? 0);
    else if (word === 'fcharset' && this.#state.fonts) this.#fonts.set(this.#font, encodingOfCharset(number ?? 0));
    else if (word === 'uc') this.#change({ ...this.#state, spare: Math.max(0, number ?? 1) });
    else if (word === 'deleted') this.#change({ ...this.#state, deleted: number !== 0 });
    else if (word === 'plain') this.#change({ ...this.#state, deleted: false });
    else if (word === 'ansicpg') this.#encoding = encodingOfPage(number ?? 1252);
    else if (word === 'mac') this.#encoding = encodingOfPage(10_000);
    else if (word === 'pc' || word === 'pca') this.#encoding = encodingOfPage(437);
    else this.#add(SIGNS.get(word) ?? '');
  }

  #character(number: number): void {
    this.#add(String.fromCharCode(number & 0xffff));
    this.#spare = this.#state.spare;
  }

  #setFont(font: number): void {
    this.#font = font;
    if (!this.#state.fonts) this.#change({ ...this.#state, encoding: this.#fonts.get(font) ?? null });
  }

  #sign(sign: string): void {
    if (sign === '~') this.#add('\u00a0');
    else if (sign === '_') this.#add('-');
    else if (sign === '\n' || sign === '\r') this.#add(' ');
    else if ('\\{}'.includes(sign)) this.#byte(sign.charCodeAt(0));
  }

  #byte(byte: number): void {
    if (this.#spare > 0) this.#spare -= 1;
    else if (this.#isShown()) {
      this.#bytes.push(byte);
      // In pieces, and never between the two bytes of a character.
      if (byte === 0x20 && this.#bytes.length > 65_536) this.#decode();
    }
  }

  #add(text: string): void {
    if (text === '' || !this.#isShown()) return;
    this.#decode();
    this.#pieces.push(text);
    this.#length += text.length;
  }

  #isShown(): boolean {
    return !this.#state.passed && !this.#state.deleted;
  }

  #change(state: State): void {
    if (state.encoding !== this.#state.encoding) this.#decode();
    this.#state = state;
  }

  #decode(): void {
    if (this.#bytes.length === 0) return;
    const text = new TextDecoder(this.#state.encoding ?? this.#encoding).decode(Uint8Array.from(this.#bytes));
    this.#pieces.push(text);
    this.#length += text.length;
    this.#bytes = [];
  }
}
