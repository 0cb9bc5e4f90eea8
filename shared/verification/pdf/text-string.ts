import { safeText } from '../safe-text.ts';
import { latin1, utf8, utf16be } from '../text-encodings.ts';
import { Unreadable } from '../unreadable.ts';
import type { PdfValue } from './value.ts';

/** Bytes; the names, dates and reasons that are read here are far shorter. */
const LONGEST = 65_536;

/** A text string of a PDF as it is meant; null for what is none. PDFDocEncoding is read as the Latin-1 that it mostly is. */
export function textOf(value: PdfValue): string | null {
  if (value.kind !== 'string') return null;
  if (value.bytes.length > LONGEST) throw new Unreadable('too-much');
  const [first, second, third] = value.bytes;
  if (first === 0xfe && second === 0xff) return utf16be(value.bytes.subarray(2));
  if (first === 0xef && second === 0xbb && third === 0xbf) return utf8(value.bytes.subarray(3)) ?? latin1(value.bytes);
  return latin1(value.bytes);
}

/** What a field's value says, made fit to be shown. */
export function shownValue(value: PdfValue): string {
  switch (value.kind) {
    case 'string':
      return safeText(textOf({ ...value, bytes: value.bytes.subarray(0, LONGEST) }) ?? '');
    case 'name':
      return safeText(value.name);
    case 'number':
      return String(value.value);
    case 'array':
      return safeText(value.items.slice(0, 100).map(shownValue).join(', '));
    default:
      return '';
  }
}
