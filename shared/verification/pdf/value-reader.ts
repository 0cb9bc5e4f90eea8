import { Unreadable } from '../unreadable.ts';
import type { Work } from '../work.ts';
import { ByteCursor } from './byte-cursor.ts';
import { isDigit, isRegular, isWhite, standsAt } from './characters.ts';
import { readHexString, readLiteralString, readName } from './strings.ts';
import { NULL, type PdfValue } from './value.ts';

/** Deeper nesting than any real file has; a deeper one is refused before it can exhaust the stack. */
const DEEPEST = 64;
/** Values in one object; the longest lists of real files have some hundred thousand. */
const MOST_VALUES = 4_000_000;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** Reads PDF's values one after the other. Strict: what is not by the standard is Unreadable, never guessed. */
export class ValueReader extends ByteCursor {
  readonly #work: Work;
  #values = 0;

  constructor(bytes: Uint8Array, position: number, end: number, work: Work) {
    super(bytes, position, end);
    this.#work = work;
  }

  /** Passes white space and comments. */
  skipWhite(): void {
    const from = this.position;
    for (;;) {
      const byte = this.peek();
      if (isWhite(byte)) this.position += 1;
      else if (byte === 0x25) this.#skipLine();
      else break;
    }
    this.#work.spend(this.position - from);
  }

  #skipLine(): void {
    while (this.position < this.end && this.peek() !== 0x0a && this.peek() !== 0x0d) this.position += 1;
  }

  /** Passes white space and `word`, if that is what comes, and says whether it came. */
  takeWord(word: string): boolean {
    this.skipWhite();
    const after = this.position + word.length;
    if (after > this.end || !standsAt(this.bytes, this.position, word)) return false;
    if (after < this.end && isRegular(this.bytes[after])) return false;
    this.position = after;
    return true;
  }

  needWord(word: string): void {
    if (!this.takeWord(word)) throw new Unreadable('syntax');
  }

  /** A whole number without a sign. */
  needWhole(): number {
    const number = this.#takeWhole();
    if (number === null) throw new Unreadable('syntax');
    return number;
  }

  value(): PdfValue {
    const from = this.position;
    try {
      return this.#value(0);
    } finally {
      this.#work.spend(Math.max(0, this.position - from));
    }
  }

  #value(depth: number): PdfValue {
    if (depth > DEEPEST) throw new Unreadable('too-deep');
    this.#values += 1;
    if (this.#values > MOST_VALUES) throw new Unreadable('too-much');
    this.skipWhite();
    const byte = this.peek();
    switch (byte) {
      case undefined:
        throw new Unreadable('ends-early');
      case 0x2f:
        return { kind: 'name', name: readName(this) };
      case 0x28:
        return readLiteralString(this);
      case 0x5b:
        return this.#array(depth);
      case 0x3c:
        return this.peek(1) === 0x3c ? this.#dict(depth) : readHexString(this);
      default:
        return this.#plain();
    }
  }

  #array(depth: number): PdfValue {
    this.position += 1;
    const items: PdfValue[] = [];
    for (;;) {
      this.skipWhite();
      if (this.peek() === 0x5d) break;
      items.push(this.#value(depth + 1));
    }
    this.position += 1;
    return { kind: 'array', items };
  }

  /** A key that comes twice is refused: readers differ in which of the two they take. */
  #dict(depth: number): PdfValue {
    this.position += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skipWhite();
      if (this.peek() === 0x3e && this.peek(1) === 0x3e) break;
      if (this.peek() !== 0x2f) throw new Unreadable(this.peek() === undefined ? 'ends-early' : 'syntax');
      const key = readName(this);
      if (entries.has(key)) throw new Unreadable('syntax');
      entries.set(key, this.#value(depth + 1));
    }
    this.position += 2;
    return { kind: 'dict', entries };
  }

  /** A number, a reference, true, false or null. */
  #plain(): PdfValue {
    const word = this.#word();
    if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true' };
    if (word === 'null') return NULL;
    if (!NUMBER.test(word)) throw new Unreadable('syntax');
    const number = Number(word);
    const generation = /^\d+$/.test(word) ? this.#restOfReference() : null;
    return generation === null ? { kind: 'number', value: number } : { kind: 'ref', number, generation };
  }

  #restOfReference(): number | null {
    const from = this.position;
    const generation = this.#takeWhole();
    if (generation !== null && this.takeWord('R')) return generation;
    this.position = from;
    return null;
  }

  #takeWhole(): number | null {
    this.skipWhite();
    if (!isDigit(this.peek())) return null;
    const word = this.#word();
    return /^\d{1,15}$/.test(word) ? Number(word) : null;
  }

  #word(): string {
    let word = '';
    while (isRegular(this.peek())) {
      if (word.length > 64) throw new Unreadable('syntax');
      word += String.fromCharCode(this.peek() ?? 0);
      this.position += 1;
    }
    return word;
  }
}
