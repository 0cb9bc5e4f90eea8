/** A piece of an RTF. `number` is null where a word has none. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'word'; readonly word: string; readonly number: number | null }
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'byte'; readonly byte: number };

const BACKSLASH = 0x5c;
const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/**
 * The pieces of an RTF, to the end of its bytes. Bytes that are told by their number (`\bin`) are stepped over; where
 * there are fewer than are told, the last piece is `cut`.
 */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === 0x7b) yield OPEN;
    else if (byte === 0x7d) yield CLOSE;
    else if (byte !== BACKSLASH) {
      if (byte !== 0x0a && byte !== 0x0d) yield { kind: 'byte', byte };
    } else if (isLetter(bytes[at] ?? 0)) {
      const { word, number, end } = readWord(bytes, at);
      at = end;
      if (word === 'bin') {
        at += Math.max(0, number ?? 0);
        if (at > bytes.length) yield CUT;
      } else yield { kind: 'word', word, number };
    } else if (bytes[at] === 0x27) {
      const code = latin(bytes, at + 1, at + 3);
      const isCode = /^[\da-f]{2}$/i.test(code);
      at += isCode ? 3 : 1;
      if (isCode) yield { kind: 'byte', byte: Number.parseInt(code, 16) };
    } else {
      yield { kind: 'sign', sign: latin(bytes, at, at + 1) };
      at += 1;
    }
  }
}

const OPEN: RtfToken = { kind: 'open' };
const CLOSE: RtfToken = { kind: 'close' };
const CUT: RtfToken = { kind: 'cut' };
/** The longest word and number of the format. */
const MOST_LETTERS = 32;
const MOST_DIGITS = 10;

/** A word, its number, and where the next piece begins: one space belongs to the word. */
function readWord(bytes: Uint8Array, from: number) {
  let at = from;
  while (at - from < MOST_LETTERS && isLetter(bytes[at] ?? 0)) at += 1;
  const word = latin(bytes, from, at);
  const sign = bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0) ? 1 : 0;
  const digits = at + sign;
  let end = digits;
  while (end - digits < MOST_DIGITS && isDigit(bytes[end] ?? 0)) end += 1;
  const number = end > digits ? Number(latin(bytes, at, end)) : null;
  return { word, number, end: bytes[end] === 0x20 ? end + 1 : end };
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
