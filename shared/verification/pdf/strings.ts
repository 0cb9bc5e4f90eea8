import { Unreadable } from '../unreadable.ts';
import { hexValue, isDigit, isRegular, isWhite } from './characters.ts';
import type { PdfString } from './value.ts';
import type { ValueReader } from './value-reader.ts';

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** A name from its slash on, `#xx` decoded, one character a byte. */
export function readName(from: ValueReader): string {
  from.position += 1;
  let name = '';
  while (isRegular(from.peek())) {
    const byte = from.peek() ?? 0;
    const escaped = byte === 0x23 ? from.hexPair(from.position + 1) : -1;
    name += String.fromCharCode(escaped >= 0 ? escaped : byte);
    from.position += escaped >= 0 ? 3 : 1;
  }
  return name;
}

/** `<48656c6c6f>`; a last digit without its pair counts as followed by 0. */
export function readHexString(from: ValueReader): PdfString {
  const start = from.position;
  from.position += 1;
  const digits: number[] = [];
  for (;;) {
    const byte = from.peek();
    if (byte === undefined) throw new Unreadable('ends-early');
    from.position += 1;
    if (byte === 0x3e) break;
    if (isWhite(byte)) continue;
    const digit = hexValue(byte);
    if (digit < 0) throw new Unreadable('syntax');
    digits.push(digit);
  }
  const bytes = new Uint8Array(Math.ceil(digits.length / 2));
  for (const [index, digit] of digits.entries()) {
    bytes[index >> 1] = (bytes[index >> 1] ?? 0) | (index % 2 === 0 ? digit << 4 : digit);
  }
  return { kind: 'string', bytes, hex: true, start, end: from.position };
}

/** `(text)` with balanced parentheses and escapes. */
export function readLiteralString(from: ValueReader): PdfString {
  const start = from.position;
  from.position += 1;
  const bytes: number[] = [];
  let open = 1;
  for (;;) {
    const byte = from.peek();
    if (byte === undefined) throw new Unreadable('ends-early');
    from.position += 1;
    if (byte === 0x5c) readEscape(from, bytes);
    else {
      if (byte === 0x28) open += 1;
      if (byte === 0x29) open -= 1;
      if (open === 0) break;
      if (byte === 0x0d && from.peek() === 0x0a) from.position += 1;
      bytes.push(byte === 0x0d ? 0x0a : byte);
    }
  }
  return { kind: 'string', bytes: Uint8Array.from(bytes), hex: false, start, end: from.position };
}

function readEscape(from: ValueReader, bytes: number[]): void {
  const byte = from.peek();
  if (byte === undefined) throw new Unreadable('ends-early');
  if (byte >= 0x30 && byte <= 0x37) {
    bytes.push(readOctal(from));
    return;
  }
  from.position += 1;
  if (byte === 0x0d && from.peek() === 0x0a) from.position += 1;
  if (byte === 0x0d || byte === 0x0a) return;
  bytes.push(ESCAPES[String.fromCharCode(byte)] ?? byte);
}

function readOctal(from: ValueReader): number {
  let code = 0;
  for (let digits = 0; digits < 3; digits++) {
    const byte = from.peek();
    if (byte === undefined || !isDigit(byte) || byte > 0x37) break;
    code = code * 8 + byte - 0x30;
    from.position += 1;
  }
  return code & 0xff;
}
