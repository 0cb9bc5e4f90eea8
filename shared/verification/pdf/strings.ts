import { Unreadable } from '../unreadable.ts';
import type { ByteCursor } from './byte-cursor.ts';
import { hexValue, isDigit, isRegular, isWhite } from './characters.ts';
import type { PdfString } from './value.ts';

/** Acrobat stops at 127. */
const LONGEST_NAME = 1024;
const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** A name from its slash on, `#xx` decoded, one character a byte. */
export function readName(from: ByteCursor): string {
  from.position += 1;
  let name = '';
  while (isRegular(from.peek())) {
    if (name.length >= LONGEST_NAME) throw new Unreadable('too-much');
    const byte = from.peek() ?? 0;
    const escaped = byte === 0x23 ? hexPair(from) : -1;
    name += String.fromCharCode(escaped >= 0 ? escaped : byte);
    from.position += escaped >= 0 ? 3 : 1;
  }
  return name;
}

/** The byte that two hexadecimal digits behind a `#` stand for; -1 where they are none. */
function hexPair(from: ByteCursor): number {
  const high = hexValue(from.peek(1));
  const low = hexValue(from.peek(2));
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/** `<48656c6c6f>`; a last digit without its pair counts as followed by 0. */
export function readHexString(from: ByteCursor): PdfString {
  const start = from.position;
  from.position += 1;
  for (let byte = from.peek(); byte !== 0x3e; byte = from.peek()) {
    if (byte === undefined) throw new Unreadable('ends-early');
    if (hexValue(byte) < 0 && !isWhite(byte)) throw new Unreadable('syntax');
    from.position += 1;
  }
  const written = from.bytes.subarray(start + 1, from.position);
  const bytes = new Uint8Array((written.length + 1) >> 1);
  let digits = 0;
  for (const byte of written) {
    if (isWhite(byte)) continue;
    const digit = hexValue(byte);
    bytes[digits >> 1] = (bytes[digits >> 1] ?? 0) | (digits % 2 === 0 ? digit << 4 : digit);
    digits += 1;
  }
  from.position += 1;
  return { kind: 'string', bytes: bytes.subarray(0, (digits + 1) >> 1), hex: true, start, end: from.position };
}

/** `(text)` with balanced parentheses and escapes. */
export function readLiteralString(from: ByteCursor): PdfString {
  const start = from.position;
  passLiteralString(from);
  const end = from.position;
  const bytes = new Uint8Array(end - start - 2);
  let length = 0;
  from.position = start + 1;
  while (from.position < end - 1) {
    const byte = from.peek() ?? 0;
    from.position += 1;
    const meant = byte === 0x5c ? readEscape(from) : byte;
    if (byte === 0x0d && from.peek() === 0x0a) from.position += 1;
    if (meant === null) continue;
    bytes[length] = byte === 0x0d ? 0x0a : meant;
    length += 1;
  }
  from.position = end;
  return { kind: 'string', bytes: bytes.subarray(0, length), hex: false, start, end };
}

/** Goes behind the parenthesis that closes the string. */
function passLiteralString(from: ByteCursor): void {
  let open = 0;
  do {
    const byte = from.peek();
    if (byte === undefined) throw new Unreadable('ends-early');
    from.position += byte === 0x5c ? 2 : 1;
    if (byte === 0x28) open += 1;
    if (byte === 0x29) open -= 1;
  } while (open > 0);
  if (from.position > from.end) throw new Unreadable('ends-early');
}

/** The byte that stands behind a backslash; null for a line that goes on. */
function readEscape(from: ByteCursor): number | null {
  const byte = from.peek() ?? 0;
  if (byte >= 0x30 && byte <= 0x37) return readOctal(from);
  from.position += 1;
  if (byte === 0x0d && from.peek() === 0x0a) from.position += 1;
  if (byte === 0x0d || byte === 0x0a) return null;
  return ESCAPES[String.fromCharCode(byte)] ?? byte;
}

function readOctal(from: ByteCursor): number {
  let code = 0;
  for (let digits = 0; digits < 3; digits++) {
    const byte = from.peek();
    if (byte === undefined || !isDigit(byte) || byte > 0x37) break;
    code = code * 8 + byte - 0x30;
    from.position += 1;
  }
  return code & 0xff;
}
