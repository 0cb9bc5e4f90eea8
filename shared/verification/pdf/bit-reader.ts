import { Unreadable } from '../unreadable.ts';

/** Bits of deflated data, least significant first. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  #held = 0;
  #count = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** The next 0 to 16 bits as a number. */
  bits(wanted: number): number {
    while (this.#count < wanted) {
      this.#held |= this.#byte() << this.#count;
      this.#count += 8;
    }
    const value = this.#held & ((1 << wanted) - 1);
    this.#held >>>= wanted;
    this.#count -= wanted;
    return value;
  }

  /** The next 0 to 15 bits without taking them; zeros behind the end. */
  peek(wanted: number): number {
    while (this.#count < wanted && this.#at < this.#bytes.length) {
      this.#held |= this.#byte() << this.#count;
      this.#count += 8;
    }
    return this.#held & ((1 << wanted) - 1);
  }

  /** True where all is read, but for the bits that fill up the last byte, which are zero. */
  isAtEnd(): boolean {
    return this.#at === this.#bytes.length && this.#count < 8 && this.#held === 0;
  }

  /** A stored block: its length, the length's complement, the bytes. */
  stored(): Uint8Array {
    this.#toByte();
    const length = this.#byte() | (this.#byte() << 8);
    const complement = this.#byte() | (this.#byte() << 8);
    const from = this.#at;
    this.#at += length;
    if (length + complement !== 0xffff || this.#at > this.#bytes.length) throw new Unreadable('compression');
    return this.#bytes.subarray(from, this.#at);
  }

  bigEndian32(): number {
    this.#toByte();
    let value = 0;
    for (let read = 0; read < 4; read++) value = value * 256 + this.#byte();
    return value;
  }

  /** Goes on with the next whole byte, giving back those that were only peeked at. */
  #toByte(): void {
    this.#at -= this.#count >> 3;
    // What fills up a byte is zero in what every program writes; anything else would change unseen.
    if ((this.#held & ((1 << (this.#count & 7)) - 1)) !== 0) throw new Unreadable('compression');
    this.#held = 0;
    this.#count = 0;
  }

  #byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new Unreadable('ends-early');
    this.#at += 1;
    return byte;
  }
}
