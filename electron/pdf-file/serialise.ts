import { assertNever } from '../../shared/lib/assert-never.ts';
import { PdfDictionary, PdfName, PdfRaw, PdfReference, PdfStream, PdfString, type PdfValue } from './values.ts';

/** A value as a file has it, one character for one byte; a stream is written by the increment, not here. */
export function serialise(value: PdfValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return number(value);
  if (value instanceof PdfName) return nameText(value.name);
  if (value instanceof PdfString) return stringText(value.bytes);
  if (value instanceof PdfReference) return `${value.number} ${value.generation} R`;
  if (value instanceof PdfRaw) return value.text;
  if (value instanceof PdfDictionary) return dictionaryText(value);
  if (value instanceof PdfStream) throw new Error('A stream stands by itself');
  if (isArray(value)) return `[${value.map(serialise).join(' ')}]`;
  return assertNever(value);
}

function isArray(value: PdfValue): value is readonly PdfValue[] {
  return Array.isArray(value);
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('Not a number that a PDF can hold');
  return Number.isInteger(value) ? String(value) : value.toFixed(6).replace(/\.?0+$/, '');
}

function nameText(text: string): string {
  return `/${text.replace(/[^!-~]|[#()<>[\]{}/%]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

function stringText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<${Buffer.from(bytes).toString('hex')}>`;
}

function dictionaryText(value: PdfDictionary): string {
  let text = '<<';
  for (const [key, entry] of value.entries) text += `${nameText(key)} ${serialise(entry)}\n`;
  return `${text.trimEnd()}>>`;
}
