import type { PDFPageProxy } from 'pdfjs-dist';

/** Most pixels of one page's canvas; above it the page is drawn coarser and stretched. */
const MOST_PIXELS = 2 ** 24;

/** CSS pixels to a PDF unit. */
export const CSS_UNIT = 96 / 72;

export type Drawing = { readonly canvas: HTMLCanvasElement; readonly done: Promise<void>; readonly cancel: () => void };

/** Draws a page on a new canvas at `scale` CSS sizes, sharp for the screen's density. Appearance only: nothing runs. */
export function drawPage(page: PDFPageProxy, scale: number, density: number): Drawing {
  const plain = page.getViewport({ scale: scale * CSS_UNIT });
  const sharp = Math.min(density, Math.sqrt(MOST_PIXELS / (plain.width * plain.height)));
  const viewport = page.getViewport({ scale: scale * CSS_UNIT * sharp });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  const task = page.render({ canvas, viewport });
  return { canvas, done: task.promise, cancel: () => task.cancel() };
}
