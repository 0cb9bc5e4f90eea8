import type { PdfValue } from '../pdf/value.ts';
import { latin1, utf16be } from '../text-encodings.ts';
import { Unreadable } from '../unreadable.ts';
import type { Work } from '../work.ts';
import { ContentReader } from './content-reader.ts';

/** What the codes of a font stand for; codes are one or two bytes long. */
export type CharacterMap = { readonly width: 1 | 2; readonly texts: ReadonlyMap<number, string> };

const MOST = 70_000;

/** Reads a ToUnicode map (ISO 32000-1, 9.10.3): single codes and ranges. */
export function readCharacterMap(bytes: Uint8Array, work: Work): CharacterMap {
  const reader = new ContentReader(bytes, work);
  const texts = new Map<number, string>();
  const widths = new Set<number>();
  for (let next = reader.next(); next !== null; next = reader.next()) {
    const { operator, operands } = next;
    if (operator === 'endcodespacerange') for (const one of operands) widths.add(bytesOf(one).length);
    if (operator === 'endbfchar') readSingles(operands, texts);
    if (operator === 'endbfrange') readRanges(operands, texts);
    if (texts.size > MOST) throw new Unreadable('too-much');
  }
  const [width, ...more] = widths;
  if (more.length > 0 || (width !== 1 && width !== 2)) throw new Unreadable('font');
  return { width, texts };
}

function readSingles(operands: readonly PdfValue[], texts: Map<number, string>): void {
  for (let at = 0; at + 1 < operands.length; at += 2) {
    texts.set(codeOf(operands[at]), utf16be(bytesOf(operands[at + 1])));
  }
}

function readRanges(operands: readonly PdfValue[], texts: Map<number, string>): void {
  for (let at = 0; at + 2 < operands.length; at += 3) {
    const [from, to] = [codeOf(operands[at]), codeOf(operands[at + 1])];
    const target = operands[at + 2];
    if (to - from > 0xffff) throw new Unreadable('too-much');
    for (let code = from; code <= to; code++) {
      if (target?.kind === 'array') texts.set(code, utf16be(bytesOf(target.items[code - from])));
      else texts.set(code, counted(utf16be(bytesOf(target)), code - from));
    }
  }
}

/** The text whose last character is so many further on. */
function counted(text: string, by: number): string {
  const last = text.codePointAt(text.length - (/[\udc00-\udfff]$/.test(text) ? 2 : 1));
  if (last === undefined || last + by > 0x10ffff) throw new Unreadable('font');
  return text.slice(0, text.length - (last > 0xffff ? 2 : 1)) + String.fromCodePoint(last + by);
}

function codeOf(value: PdfValue | undefined): number {
  return bytesOf(value).reduce((code, byte) => code * 256 + byte, 0);
}

function bytesOf(value: PdfValue | undefined): Uint8Array {
  if (value?.kind !== 'string' || value.bytes.length > 512) throw new Unreadable('font');
  return value.bytes;
}

/** The upper half of WinAnsiEncoding where it is not Latin-1 (ISO 32000-1, annex D.2). */
const WIN_ANSI = '€\u0000‚ƒ„…†‡ˆ‰Š‹Œ\u0000Ž\u0000\u0000‘’“”•–—˜™š›œ\u0000žŸ';

/** WinAnsiEncoding, by which a font without a map of its own may be read. */
export function winAnsiMap(): CharacterMap {
  const texts = new Map<number, string>();
  for (let code = 0x20; code < 0x100; code++) {
    const special = code >= 0x80 && code < 0xa0 ? WIN_ANSI[code - 0x80] : latin1(Uint8Array.of(code));
    if (special !== undefined && special !== '\u0000') texts.set(code, special);
  }
  return { width: 1, texts };
}
