import type { PageViewport } from 'pdfjs-dist';
import type { ScriptSelection } from '../overlay.ts';
import { linesOfStretches, type Stretch, stretchesIn } from '../stretches.ts';
import { toDocument } from './page-boxes.ts';
import { isSelectionEnd } from './selection-end.ts';

/** How a page's text layer is found, with the page's number as its value. */
export const TEXT_LAYER = 'data-text-of-page';
/** Most boxes that one anchor holds. */
const MOST_BOXES = 500;

/** The text layer in which a range begins, and which page's it is; null where it begins elsewhere. */
export function layerOf(range: Range): { readonly layer: Element; readonly page: number } | null {
  const { startContainer } = range;
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  const layer = element?.closest(`[${TEXT_LAYER}]`);
  return layer ? { layer, page: Number(layer.getAttribute(TEXT_LAYER)) } : null;
}

/**
 * A range in a page's text layer as words and boxes in the page's coordinates. It ends with the page on which it began;
 * null where no words are in it.
 */
export function readPdfSelection(
  range: Range,
  layer: Element,
  page: number,
  drawn: PageViewport,
): ScriptSelection | null {
  const stretches = stretchesIn(range, layer);
  const words = wordsOf(stretches);
  const lines = linesOfStretches(stretches, layer.getBoundingClientRect());
  if (words === '' || lines.length === 0 || lines.length > MOST_BOXES) return null;
  return { anchor: { kind: 'pdf', page, boxes: lines.map((line) => toDocument(line, drawn)) }, words };
}

/** Whether a line ends after an element of the text. */
function breaksAfter(element: Element | null): boolean {
  const next = element?.nextElementSibling ?? null;
  return (isSelectionEnd(next) ? next?.nextElementSibling : next)?.tagName === 'BR';
}

/** The words with one space where a line ends, none after a hyphen. */
function wordsOf(stretches: readonly Stretch[]): string {
  let words = '';
  for (const { node, from, to } of stretches) {
    words += node.data.slice(from, to);
    const endsLine = to === node.length && breaksAfter(node.parentElement);
    if (endsLine && !/\p{L}[-\u2010]$/u.test(words)) words += ' ';
  }
  return words.replace(/\s+/gu, ' ').trim().toWellFormed();
}
