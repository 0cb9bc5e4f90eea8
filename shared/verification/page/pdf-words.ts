import type { PdfFile } from '../pdf/pdf-file.ts';
import type { Revision } from '../pdf/revision.ts';
import { Work } from '../work.ts';
import { ContentText } from './content-text.ts';
import { Fonts } from './fonts.ts';
import { BREAK, type PageWords, pageWordsOf, type Run } from './page-words.ts';
import { contentOf, readPages } from './pages.ts';
import { readStructureOrder } from './structure-order.ts';

/** For the text of one file, in bytes read. */
const MOST_WORK = 256 * 1024 * 1024;

/** The words of a revision's pages in reading order: that of the structure, where there is one, else of the pages. */
export function readPdfWords(file: PdfFile, revision: Revision): PageWords {
  const work = new Work(MOST_WORK);
  const fonts = new Fonts(file, revision, work);
  const marked = new Map<string, Run[]>();
  const loose: Run[] = [];
  const inOrder: (Run | typeof BREAK)[] = [];
  for (const page of readPages(file, revision)) {
    const text = new ContentText(file, revision, fonts, work);
    text.read(contentOf(file, revision, page), page.resources);
    for (const { mark, runs } of text.pieces) {
      inOrder.push(...runs, BREAK);
      if (mark === null) loose.push(...runs);
      else {
        const key = `${page.number} ${mark}`;
        marked.set(key, [...(marked.get(key) ?? []), ...runs]);
      }
    }
  }
  const order = readStructureOrder(file, revision);
  if (!order) return pageWordsOf(inOrder);
  const structured: (Run | typeof BREAK)[] = [];
  for (const { page, mark } of order) {
    const key = `${page} ${mark}`;
    structured.push(...(marked.get(key) ?? []), BREAK);
    marked.delete(key);
  }
  // What the structure leaves out is shown all the same.
  return pageWordsOf([...structured, ...[...marked.values()].flat(), ...loose]);
}
