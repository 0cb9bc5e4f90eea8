import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The largest side of a page in points, as other programs have it too, and the smallest that can be seen. */
const LONGEST_SIDE = 14_400;
const SHORTEST_SIDE = 1;
/** What drawing one page may take: steps, and numbers in them and in one of them. A detailed map has a tenth of each. */
const MOST_STEPS = 400_000;
const MOST_NUMBERS = 2_000_000;
const MOST_IN_A_STEP = 400_000;

/**
 * Lists the steps that drawing each page would take, as the page does before it draws, so that it opens no document
 * that would hang it: forms that draw each other ten times over, lines of millions of turns, pages a thousand miles
 * wide. Pictures are left out: the page has its own limit for those.
 */
export async function isDrawable(document: PDFDocumentProxy): Promise<boolean> {
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number).catch(() => null);
    if (page && !(isOfPaper(page) && (await isShort(page)))) return false;
    page?.cleanup();
  }
  return true;
}

function isOfPaper(page: PDFPageProxy): boolean {
  const { width, height } = page.getViewport({ scale: 1 });
  return [width, height].every((side) => side >= SHORTEST_SIDE && side <= LONGEST_SIDE);
}

type Chunk = { readonly argsArray: readonly unknown[]; readonly lastChunk: boolean };

/**
 * Whether a page's steps come to an end within the limits. They are counted as they come and not kept: a list without
 * end would otherwise be known only when it had taken all memory. pdf.js hands chunks to a method of the page that it
 * calls its own; a test notices if that changes.
 */
function isShort(page: PDFPageProxy): Promise<boolean> {
  return new Promise((resolve) => {
    let steps = 0;
    let numbers = 0;
    const hand: unknown = Reflect.get(page, '_renderPageChunk');
    const count = (chunk: Chunk, state: unknown) => {
      steps += chunk.argsArray.length;
      const most = chunk.argsArray.reduce((sum: number, args) => {
        const here = numbersIn(args);
        numbers += here;
        return Math.max(sum, here);
      }, 0);
      if (steps > MOST_STEPS || numbers > MOST_NUMBERS || most > MOST_IN_A_STEP) resolve(false);
      const emptied = { ...chunk, length: 0, fnArray: [], argsArray: [] };
      if (typeof hand === 'function') hand.call(page, emptied, state);
    };
    Object.defineProperty(page, '_renderPageChunk', { value: count, configurable: true });
    // Steps that cannot be listed are not drawn either: such a page says so in its place, and takes nothing.
    page.getOperatorList().then(
      () => resolve(true),
      () => resolve(true),
    );
  });
}

/** How many values stand in a step's arguments, which are lists in lists. */
function numbersIn(value: unknown): number {
  if (ArrayBuffer.isView(value) && 'length' in value) return Number(value.length);
  if (!Array.isArray(value)) return 1;
  let sum = value.length;
  for (const one of value) if (typeof one === 'object') sum += numbersIn(one);
  return sum;
}
