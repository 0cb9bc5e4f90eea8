import { getDocument, PasswordException, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { WordsRead } from '../../shared/model/submission.ts';
import { countWords } from '../../shared/rules/word-count.ts';
import { isDrawable } from './draw-pdf-apart.ts';
import type { Reading } from './reading.ts';

/** Pages whose text is read; a longer script is taken in, its words are not counted and it is not drawn. */
const MOST_PAGES = 3000;
/** Pieces of text on one page that are read, and laid over its drawing. A page that sets each letter by itself has 10,000. */
const MOST_PIECES = 50_000;
/** A PDF's end mark stands in its last bytes; some producers append a little. */
const TAIL = 64 * 1024;

/** Thrown where a page holds more text than is read. */
class TooLong extends Error {}

/**
 * Pages and words of a PDF, said as soon as they are known, then whether it can be drawn. No script of the document
 * runs, no font is loaded, no picture is unpacked, nothing is fetched.
 */
export async function readPdf(bytes: Uint8Array, say: (reading: Reading) => void): Promise<Reading> {
  if (isCutOff(bytes)) return { kind: 'truncated', found: 'pdf' };
  const loading = getDocument({
    data: bytes,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    useWasm: false,
    maxImageSize: 0,
    verbosity: 0,
  });
  try {
    const document = await loading.promise;
    const pages = document.numPages;
    if (pages === 0) return { kind: 'damaged', found: 'pdf' };
    const words = pages > MOST_PAGES ? TOO_MUCH : await wordsOf(document);
    const reading = { kind: 'read', found: 'pdf', words, pages, drawable: false } as const;
    if (words === TOO_MUCH) return reading;
    say(reading);
    return { ...reading, drawable: await isDrawable(document).catch(() => false) };
  } catch (error) {
    return { kind: error instanceof PasswordException ? 'encrypted' : 'damaged', found: 'pdf' };
  } finally {
    await loading.destroy();
  }
}

const TOO_MUCH: WordsRead = { kind: 'not-read', why: 'limit' };

/**
 * True where the file's end is missing: no end mark, objects after the last one (a later version cut short), or fewer
 * bytes than a file made for fast web view says of itself. Readers mend all three in silence and show a part.
 */
function isCutOff(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(-TAIL)).toString('latin1');
  const end = tail.lastIndexOf('%%EOF');
  if (end < 0 || /\d+ \d+ obj\b/.test(tail.slice(end))) return true;
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const told = /\/Linearized\b[^>]*\/L\s+(\d{1,12})\b/.exec(head)?.[1];
  return told !== undefined && Number(told) > bytes.length;
}

/** A page that cannot be read is as if it had no words; the document can still be shown and marked. */
async function wordsOf(document: PDFDocumentProxy): Promise<WordsRead> {
  let words = 0;
  let firstRead = false;
  for (let number = 1; number <= document.numPages; number += 1) {
    try {
      words += countWords(await textOf(document, number));
      firstRead = true;
    } catch (error) {
      if (error instanceof TooLong) return TOO_MUCH;
      if (number === document.numPages && !firstRead) throw error;
    }
  }
  return words === 0 ? { kind: 'not-read', why: 'no-text' } : { kind: 'counted', words };
}

/** A page's text, read as it comes, because a page of a few bytes can hold text without end. */
async function textOf(document: PDFDocumentProxy, number: number): Promise<string> {
  const page = await document.getPage(number);
  const pieces: string[] = [];
  const stream: ReadableStream<{ readonly items: readonly object[] }> = page.streamTextContent();
  for await (const { items } of stream) {
    for (const item of items) {
      if ('str' in item) pieces.push(`${item.str}${'hasEOL' in item && item.hasEOL ? '\n' : ''}`);
    }
    if (pieces.length > MOST_PIECES) throw new TooLong();
  }
  page.cleanup();
  return pieces.join('');
}
