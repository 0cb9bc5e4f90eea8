import { isDelimiter, isRegular } from '../pdf/characters.ts';
import type { PdfValue } from '../pdf/value.ts';
import { ValueReader } from '../pdf/value-reader.ts';
import { Unreadable } from '../unreadable.ts';
import type { Work } from '../work.ts';

/** An operator with what stands before it. */
export type Operation = { readonly operator: string; readonly operands: readonly PdfValue[] };

const VALUES = new Set(['true', 'false', 'null']);
const MOST_OPERANDS = 1024;

/** Reads content streams, and the programs of character maps, one operator at a time. */
export class ContentReader {
  readonly #reader: ValueReader;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, work: Work) {
    this.#bytes = bytes;
    this.#reader = new ValueReader(bytes, 0, bytes.length, work);
  }

  /** Null at the end. Operands that no operator follows are a fault. */
  next(): Operation | null {
    const operands: PdfValue[] = [];
    for (;;) {
      this.#reader.skipWhite();
      if (this.#reader.peek() === undefined) {
        if (operands.length > 0) throw new Unreadable('ends-early');
        return null;
      }
      const word = this.#word();
      if (word !== null) return { operator: word, operands };
      if (operands.length >= MOST_OPERANDS) throw new Unreadable('too-much');
      operands.push(this.#reader.value());
    }
  }

  /** The operator that comes next; null where a value does. */
  #word(): string | null {
    const from = this.#reader.position;
    const first = this.#reader.peek() ?? 0;
    if (isDelimiter(first) || (first >= 0x2b && first <= 0x39 && first !== 0x2c)) return null;
    let end = from;
    while (end < this.#bytes.length && isRegular(this.#bytes[end]) && end - from < 64) end += 1;
    const word = String.fromCharCode(...this.#bytes.subarray(from, end));
    if (VALUES.has(word)) return null;
    this.#reader.position = end;
    return word;
  }
}
