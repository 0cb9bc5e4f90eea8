import { getDocument, PasswordException, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { countWords } from '../../shared/rules/word-count.ts';
import type { Reading } from './reading.ts';

/** Pages whose text is read; a longer script is taken in, its words are not counted. */
const MOST_PAGES = 5000;
/** A PDF's end mark stands in its last bytes; some producers append a little. */
const TAIL = 64 * 1024;

/** Pages and words of a PDF. No script of the document runs, no font is loaded, nothing is fetched. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  if (isCutOff(bytes)) return { kind: 'truncated', found: 'pdf' };
  const loading = getDocument({
    data: bytes,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    useWasm: false,
    verbosity: 0,
  });
  try {
    const document = await loading.promise;
    if (document.numPages === 0) return { kind: 'damaged', found: 'pdf' };
    if (document.numPages > MOST_PAGES) {
      return {
        kind: 'read',
        found: 'pdf',
        words: { kind: 'not-read', why: 'limit' },
        pages: document.numPages,
        drawable: false,
      };
    }
    const words = await countPages(document);
    return {
      kind: 'read',
      found: 'pdf',
      words: words === 0 ? { kind: 'not-read', why: 'no-text' } : { kind: 'counted', words },
      pages: document.numPages,
      drawable: true,
    };
  } catch (error) {
    return { kind: error instanceof PasswordException ? 'encrypted' : 'damaged', found: 'pdf' };
  } finally {
    await loading.destroy();
  }
}

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
async function countPages(document: PDFDocumentProxy): Promise<number> {
  let words = 0;
  let firstRead = false;
  for (let number = 1; number <= document.numPages; number += 1) {
    try {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      words += countWords(
        content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
      );
      page.cleanup();
      firstRead = true;
    } catch (error) {
      if (number === document.numPages && !firstRead) throw error;
    }
  }
  return words;
}
