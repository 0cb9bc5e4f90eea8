const HIGH_SURROGATE = 0xd800;
const LOW_SURROGATE = 0xdc00;
/** Characters put together at a time: a call takes only so many arguments. */
const PIECE = 8192;

/** Text of UTF-8 bytes; null where they are not UTF-8 in its one form. No TextDecoder: that belongs to a host. */
export function utf8(bytes: Uint8Array): string | null {
  const units: number[] = [];
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (length === 0 || at + length > bytes.length) return null;
    let point = length === 1 ? first : first & (0x7f >> length);
    for (let next = at + 1; next < at + length; next++) {
      const byte = bytes[next] ?? 0;
      if ((byte & 0xc0) !== 0x80) return null;
      point = (point << 6) | (byte & 0x3f);
    }
    if ((length === 3 && point < 0x800) || (length === 4 && (point < 0x10000 || point > 0x10ffff))) return null;
    if (point >= HIGH_SURROGATE && point < 0xe000) return null;
    if (point < 0x10000) units.push(point);
    else units.push(HIGH_SURROGATE + ((point - 0x10000) >> 10), LOW_SURROGATE + (point & 0x3ff));
    if (units.length >= PIECE) text += String.fromCharCode(...units.splice(0));
    at += length;
  }
  return text + String.fromCharCode(...units);
}

/** UTF-8 bytes of a text; a lone surrogate becomes U+FFFD. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  const put = (byte: number) => {
    bytes[length] = byte;
    length += 1;
  };
  for (const character of text.toWellFormed()) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) put(point);
    else {
      const more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
      put(((0xff00 >> (more + 1)) & 0xff) | (point >> (6 * more)));
      for (let rest = more - 1; rest >= 0; rest--) put(0x80 | ((point >> (6 * rest)) & 0x3f));
    }
  }
  return bytes.subarray(0, length);
}

/** Text of big-endian UTF-16 bytes; an odd byte at the end is left out. */
export function utf16be(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    text += String.fromCharCode((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0));
  }
  return text.toWellFormed();
}

/** Text of Latin-1 bytes. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
