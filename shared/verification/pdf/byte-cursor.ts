/** A place in bytes up to an end that nothing is read beyond. */
export class ByteCursor {
  readonly bytes: Uint8Array;
  readonly end: number;
  position: number;

  constructor(bytes: Uint8Array, position: number, end: number) {
    this.bytes = bytes;
    this.position = position;
    this.end = end;
  }

  /** The byte at the place or some way ahead; nothing behind the end. */
  peek(ahead = 0): number | undefined {
    const at = this.position + ahead;
    return at < this.end ? this.bytes[at] : undefined;
  }
}
