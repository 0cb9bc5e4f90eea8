import mammoth from 'mammoth';
import type { WordsRead } from '../../shared/model/submission.ts';
import { countWords } from '../../shared/rules/word-count.ts';
import type { Reading } from './reading.ts';
import { PartTooLarge, partText, proveSizes } from './zip-parts.ts';

/** An element of a DOCX as mammoth reads it. */
type Element = { readonly type: string; readonly value?: string; readonly children?: readonly Element[] };

/**
 * Words of a DOCX: body, tables and lists, without heads and feet. A part with a document type is refused. Whether it can
 * be drawn is not known yet.
 */
export async function readDocx(bytes: Uint8Array, main: string): Promise<Reading> {
  try {
    // mammoth unpacks what it reads in one piece, so no part may unpack to more than it says.
    await proveSizes(bytes);
    const xml = await partText(bytes, main);
    if (xml === null || hasDocumentType(xml)) return { kind: 'damaged', found: 'docx' };
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    let text = '';
    // Its own plain text runs the words on both sides of a line break together, so the document is walked here.
    const transformDocument = (document: Element) => {
      text = textOf(document);
      return { ...document, children: [] };
    };
    await mammoth.convertToHtml({ buffer }, { transformDocument });
    return { kind: 'read', found: 'docx', words: counted(text), pages: null, drawable: false };
  } catch (error) {
    return unread(error, 'docx');
  }
}

function textOf({ type, value, children }: Element): string {
  if (type === 'text') return value ?? '';
  if (type === 'tab' || type === 'break') return ' ';
  const inside = (children ?? []).map(textOf).join('');
  return type === 'paragraph' ? `${inside}\n` : inside;
}

/** What an ODT's body holds beside the words of the text: deletions that are tracked, remarks, foot- and endnotes. */
const NOT_OF_THE_TEXT = /<(text:tracked-changes|office:annotation|text:note)\b[^>]*>[\s\S]*?<\/\1>/g;

/** Words of an ODT's body, without notes, as of a DOCX. */
export async function readOdt(bytes: Uint8Array): Promise<Reading> {
  try {
    const manifest = await partText(bytes, 'META-INF/manifest.xml');
    if (manifest?.includes('encryption-data')) return { kind: 'encrypted', found: 'odt' };
    const xml = await partText(bytes, 'content.xml');
    if (xml === null || hasDocumentType(xml)) return { kind: 'damaged', found: 'odt' };
    const body = xml.slice(Math.max(0, xml.indexOf('<office:body')));
    const text = body
      .replace(NOT_OF_THE_TEXT, '')
      .replace(/<\/text:(p|h)>|<text:(tab|line-break|s)\b[^>]*>/g, ' ')
      .replace(/<[^>]*>/g, '')
      .replace(/&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);/gi, characterOf);
    return { kind: 'read', found: 'odt', words: counted(text), pages: null, drawable: false };
  } catch (error) {
    return unread(error, 'odt');
  }
}

const NAMED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

function characterOf(reference: string): string {
  const named = NAMED[reference];
  if (named !== undefined) return named;
  const hexadecimal = /^&#x/i.test(reference);
  const code = Number.parseInt(reference.slice(hexadecimal ? 3 : 2), hexadecimal ? 16 : 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

function hasDocumentType(xml: string): boolean {
  return /<!DOCTYPE/i.test(xml.slice(0, 4096));
}

/** A stack or a string that reached its end is a limit as a part's size is one: nothing of the file need be broken. */
function unread(error: unknown, found: 'docx' | 'odt'): Reading {
  if (!(error instanceof PartTooLarge || error instanceof RangeError)) return { kind: 'damaged', found };
  return { kind: 'read', found, words: { kind: 'not-read', why: 'limit' }, pages: null, drawable: false };
}

function counted(text: string): WordsRead {
  const words = countWords(text);
  return words === 0 ? { kind: 'not-read', why: 'no-text' } : { kind: 'counted', words };
}
