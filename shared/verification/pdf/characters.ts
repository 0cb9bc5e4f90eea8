/** PDF's white space: NUL, tab, line feed, form feed, carriage return, space (ISO 32000-1, table 1). */
export function isWhite(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0x00;
}

/** ( ) < > [ ] { } / % */
export function isDelimiter(byte: number | undefined): boolean {
  switch (byte) {
    case 0x28:
    case 0x29:
    case 0x3c:
    case 0x3e:
    case 0x5b:
    case 0x5d:
    case 0x7b:
    case 0x7d:
    case 0x2f:
    case 0x25:
      return true;
    default:
      return false;
  }
}

/** Neither white space nor delimiter: a character of a name, number or keyword. */
export function isRegular(byte: number | undefined): boolean {
  return byte !== undefined && !isWhite(byte) && !isDelimiter(byte);
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** 0 to 15, or -1 for what is no hexadecimal digit. */
export function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** True where `word` (ASCII) stands at `at`. */
export function standsAt(bytes: Uint8Array, at: number, word: string): boolean {
  for (let index = 0; index < word.length; index++) {
    if (bytes[at + index] !== word.charCodeAt(index)) return false;
  }
  return true;
}
