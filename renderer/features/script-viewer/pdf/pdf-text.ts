import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { type Folded, findAll, fold, type Match } from '../find-text.ts';

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;
type TextItem = Extract<TextContent['items'][number], { readonly str: string }>;

/** The text of one page, as the text layer lays it out and as the find field searches it. */
export type PageText = { readonly content: TextContent; readonly items: readonly TextItem[]; readonly folded: Folded };

/** A match on a page, with the PDF coordinates at which its first item stands. */
export type PageMatch = Match & { readonly page: number; readonly x: number; readonly y: number };

/** Reads pages' text once each, and searches them in order. */
export class PdfText {
  readonly #document: PDFDocumentProxy;
  readonly #pages = new Map<number, Promise<PageText>>();

  constructor(document: PDFDocumentProxy) {
    this.#document = document;
  }

  page(number: number): Promise<PageText> {
    const known = this.#pages.get(number);
    if (known) return known;
    const read = readPage(this.#document, number);
    this.#pages.set(number, read);
    return read;
  }

  /** Every match of a folded query, in reading order. A page whose text cannot be read has none. */
  async search(query: string, signal: AbortSignal): Promise<readonly PageMatch[]> {
    const matches: PageMatch[] = [];
    for (let number = 1; number <= this.#document.numPages; number += 1) {
      const text = await this.page(number).catch(() => null);
      signal.throwIfAborted();
      if (!text) continue;
      for (const match of findAll(text.folded, query)) {
        matches.push({ ...match, page: number, ...originOf(text.items[match.start.run]) });
      }
    }
    return matches;
  }
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<PageText> {
  const page = await document.getPage(number);
  const content = await page.getTextContent();
  const items = content.items.filter((item): item is TextItem => 'str' in item);
  return { content, items, folded: fold(items.map((item) => ({ text: item.str, endsLine: item.hasEOL }))) };
}

function originOf(item: TextItem | undefined): { readonly x: number; readonly y: number } {
  const [x, y]: readonly unknown[] = item?.transform.slice(4, 6) ?? [];
  return { x: typeof x === 'number' ? x : 0, y: typeof y === 'number' ? y : 0 };
}
