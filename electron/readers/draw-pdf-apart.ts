import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DrawingCost, type Steps } from './drawing-steps.ts';

/** The largest side of a page in points, as other programs have it too, and the smallest that can be seen. */
const LONGEST_SIDE = 14_400;
const SHORTEST_SIDE = 1;
/** What drawing one page may take: steps, and numbers in them and in one of them. A detailed map has a tenth of each. */
const MOST_STEPS = 400_000;
const MOST_NUMBERS = 2_000_000;
const MOST_IN_A_STEP = 400_000;
/** How pdf.js names the fonts among what a page's steps need. */
const FONT = /_f\d+$/;

/**
 * Lists the steps that drawing each page would take, as the page does before it draws, so that it opens no document
 * that would hang it: forms that draw each other ten times over, letters and patterns that are drawings themselves, lines
 * of millions of turns, pages a thousand miles wide. Pictures are left out: the page has its own limit for those.
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

type Chunk = Steps & { readonly argsArray: readonly unknown[]; readonly lastChunk: boolean };

/**
 * Whether a page's steps come to an end within the limits. They are counted as they come and not kept: a list without
 * end would otherwise be known only when it had taken all memory. pdf.js hands chunks to a method of the page that it
 * calls its own; a test notices if that changes.
 */
function isShort(page: PDFPageProxy): Promise<boolean> {
  return new Promise((resolve) => {
    const drawing = new DrawingCost((font, letter) => stepsOfLetter(page, font, letter));
    const hand: unknown = Reflect.get(page, '_renderPageChunk');
    let counted: Promise<void> = Promise.resolve();
    const add = (chunk: Chunk) => {
      drawing.add(chunk);
      const { steps, numbers, most } = drawing.cost;
      if (steps > MOST_STEPS || numbers > MOST_NUMBERS || most > MOST_IN_A_STEP) resolve(false);
    };
    const count = (chunk: Chunk, state: unknown) => {
      counted = counted.then(() => fontsOf(page, chunk)).then(() => add(chunk));
      const emptied = { ...chunk, length: 0, fnArray: [], argsArray: [] };
      if (typeof hand === 'function') hand.call(page, emptied, state);
    };
    Object.defineProperty(page, '_renderPageChunk', { value: count, configurable: true });
    // Steps that cannot be listed are not drawn either: such a page says so in its place, and takes nothing.
    page
      .getOperatorList()
      .catch(() => undefined)
      .then(() => counted)
      .then(
        () => resolve(true),
        () => resolve(false),
      );
  });
}

/** Waits for the fonts that these steps need, as the page does before it draws them. */
async function fontsOf(page: PDFPageProxy, { argsArray, fnArray }: Chunk): Promise<void> {
  const names = argsArray.flatMap((args, at) => (fnArray[at] === OPS.dependency && Array.isArray(args) ? args : []));
  const fonts = names.filter((name) => typeof name === 'string' && FONT.test(name));
  await Promise.all(fonts.map((font) => new Promise((resolve) => page.commonObjs.get(font, resolve))));
}

/** The steps of a letter that its font draws with steps of its own: PDF's third type of fonts. */
function stepsOfLetter(page: PDFPageProxy, name: string, letter: unknown): Steps | null {
  if (!page.commonObjs.has(name)) return null;
  const font: { readonly charProcOperatorList?: ReadonlyMap<unknown, Steps> } = page.commonObjs.get(name);
  return font.charProcOperatorList?.get(letter) ?? null;
}
