import mammoth from 'mammoth';
import type { WordsRead } from '../../shared/model/submission.ts';
import { countWords } from '../../shared/rules/word-count.ts';
import type { Reading } from './reading.ts';
import { partText } from './zip-parts.ts';

/** Words of a DOCX: body, tables and lists, without heads and feet. A part with a document type is refused. */
export async function readDocx(bytes: Uint8Array): Promise<Reading> {
  try {
    const xml = await partText(bytes, 'word/document.xml');
    if (xml === null || /<!DOCTYPE/i.test(xml.slice(0, 4096))) return { kind: 'damaged', found: 'docx' };
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const { value } = await mammoth.extractRawText({ buffer });
    return { kind: 'read', found: 'docx', words: counted(value), pages: null };
  } catch {
    return { kind: 'damaged', found: 'docx' };
  }
}

/** Words of an ODT's body. */
export async function readOdt(bytes: Uint8Array): Promise<Reading> {
  try {
    const xml = await partText(bytes, 'content.xml');
    if (xml === null || /<!DOCTYPE/i.test(xml.slice(0, 4096))) return { kind: 'damaged', found: 'odt' };
    const body = xml.slice(Math.max(0, xml.indexOf('<office:body')));
    const text = body.replace(/<\/text:(p|h)>|<text:(tab|line-break|s)\b[^>]*>/g, ' ').replace(/<[^>]*>/g, '');
    return { kind: 'read', found: 'odt', words: counted(text), pages: null };
  } catch {
    return { kind: 'damaged', found: 'odt' };
  }
}

function counted(text: string): WordsRead {
  const words = countWords(text);
  return words === 0 ? { kind: 'not-read', why: 'no-text' } : { kind: 'counted', words };
}
