import { PdfDictionary, PdfName, PdfReference, PdfStream, PdfString, type PdfValue } from './values.ts';

/** The file is not written as a PDF is; `at` is the place in bytes. */
export class PdfSyntaxError extends Error {
  readonly at: number;
  constructor(what: string, at: number) {
    super(`${what} at byte ${at}`);
    this.name = 'PdfSyntaxError';
    this.at = at;
  }
}

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));
const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
/** Nothing that is read here nests deeper; what does was made to break readers. */
const DEEPEST = 100;

/** Reads values one after another from a place in the bytes. */
export class PdfParser {
  readonly #bytes: Uint8Array;
  #depth = 0;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** The next value. `N G R` is read as a reference. */
  value(): PdfValue {
    this.skipWhite();
    const byte = this.#byte(this.at);
    switch (byte) {
      case 0x2f:
        return this.#name();
      case 0x28:
        return this.#literal();
      case 0x5b:
        return this.#nested(() => this.#array());
      case 0x3c:
        return this.#byte(this.at + 1) === 0x3c ? this.#nested(() => this.#dictionary()) : this.#hexadecimal();
      default:
        return this.#wordOrNumber();
    }
  }

  /** The next word: letters and digits up to white space or a delimiter. */
  word(): string {
    this.skipWhite();
    const start = this.at;
    while (this.at < this.#bytes.length && !WHITE.has(this.#byte(this.at)) && !DELIMITERS.has(this.#byte(this.at))) {
      this.at++;
    }
    return latin1(this.#bytes.subarray(start, this.at));
  }

  expect(word: string): void {
    const place = this.at;
    if (this.word() !== word) throw new PdfSyntaxError(`Expected "${word}"`, place);
  }

  integer(): number {
    const place = this.at;
    const word = this.word();
    if (!/^\d{1,12}$/.test(word)) throw new PdfSyntaxError('Expected a whole number', place);
    return Number(word);
  }

  /** An indirect object's value after `N G obj`; `lengthOf` resolves a stream's length if it is a reference. */
  object(lengthOf: (value: PdfValue | undefined) => number): PdfValue {
    const value = this.value();
    if (!(value instanceof PdfDictionary)) return value;
    const place = this.at;
    if (this.word() !== 'stream') {
      this.at = place;
      return value;
    }
    if (this.#byte(this.at) === 13) this.at++;
    if (this.#byte(this.at) === 10) this.at++;
    const length = lengthOf(value.get('Length'));
    if (this.at + length > this.#bytes.length) throw new PdfSyntaxError('A stream runs over the end', place);
    const stream = new PdfStream(value, this.#bytes.subarray(this.at, this.at + length));
    this.at += length;
    return stream;
  }

  skipWhite(): void {
    for (;;) {
      const byte = this.#bytes[this.at];
      if (byte === undefined) return;
      if (byte === 0x25) while (this.at < this.#bytes.length && !isLineEnd(this.#byte(this.at))) this.at++;
      else if (WHITE.has(byte)) this.at++;
      else return;
    }
  }

  #byte(at: number): number {
    return this.#bytes[at] ?? -1;
  }

  #nested<T>(read: () => T): T {
    if (++this.#depth > DEEPEST) throw new PdfSyntaxError('Nested too deep', this.at);
    const value = read();
    this.#depth--;
    return value;
  }

  #wordOrNumber(): PdfValue {
    const place = this.at;
    const word = this.word();
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw new PdfSyntaxError('Expected a value', place);
    return /^\d+$/.test(word) ? this.#referenceOr(Number(word)) : Number(word);
  }

  #referenceOr(number: number): PdfValue {
    const place = this.at;
    const generation = this.word();
    if (/^\d{1,5}$/.test(generation) && this.word() === 'R') return new PdfReference(number, Number(generation));
    this.at = place;
    return number;
  }

  #name(): PdfName {
    this.at++;
    const start = this.at;
    const word = this.#byte(start) !== -1 && !WHITE.has(this.#byte(start)) ? this.word() : '';
    return new PdfName(
      word.replace(/#([0-9a-fA-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
    );
  }

  #array(): readonly PdfValue[] {
    this.at++;
    const values: PdfValue[] = [];
    for (;;) {
      this.skipWhite();
      if (this.#byte(this.at) === 0x5d) break;
      values.push(this.value());
    }
    this.at++;
    return values;
  }

  #dictionary(): PdfDictionary {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skipWhite();
      if (this.#byte(this.at) === 0x3e && this.#byte(this.at + 1) === 0x3e) break;
      const key = this.value();
      if (!(key instanceof PdfName)) throw new PdfSyntaxError('A key is not a name', this.at);
      entries.set(key.name, this.value());
    }
    this.at += 2;
    return new PdfDictionary(entries);
  }

  #hexadecimal(): PdfString {
    const end = this.#bytes.indexOf(0x3e, this.at);
    if (end === -1) throw new PdfSyntaxError('A string does not end', this.at);
    const digits = latin1(this.#bytes.subarray(this.at + 1, end)).replace(/\s/g, '');
    if (!/^[0-9a-fA-F]*$/.test(digits)) throw new PdfSyntaxError('Expected hexadecimal digits', this.at);
    this.at = end + 1;
    return new PdfString(Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, 'hex'));
  }

  #literal(): PdfString {
    const bytes: number[] = [];
    let open = 1;
    this.at++;
    for (;;) {
      const byte = this.#byte(this.at++);
      if (byte === -1) throw new PdfSyntaxError('A string does not end', this.at);
      if (byte === 0x5c) this.#escape(bytes);
      else {
        if (byte === 0x28) open++;
        if (byte === 0x29 && --open === 0) return new PdfString(Uint8Array.from(bytes));
        bytes.push(byte);
      }
    }
  }

  #escape(bytes: number[]): void {
    const octal = /^[0-7]{1,3}/.exec(latin1(this.#bytes.subarray(this.at, this.at + 3)));
    if (octal) {
      bytes.push(Number.parseInt(octal[0], 8) & 0xff);
      this.at += octal[0].length;
      return;
    }
    const byte = this.#byte(this.at++);
    if (byte === 13 && this.#byte(this.at) === 10) this.at++;
    if (!isLineEnd(byte)) bytes.push(ESCAPES[String.fromCharCode(byte)] ?? byte);
  }
}

function isLineEnd(byte: number): boolean {
  return byte === 10 || byte === 13;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
