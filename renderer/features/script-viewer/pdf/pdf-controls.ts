import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { RefObject } from 'react';
import { type Extent, GAP } from '../reading-place.ts';
import type { Surface, Viewer } from '../viewer-state.ts';
import { CSS_UNIT } from './draw-page.ts';
import { leftOf } from './page-column.ts';
import type { PdfFind } from './pdf-find.ts';
import type { PageMatch } from './pdf-text.ts';

type Column = {
  readonly pane: RefObject<HTMLElement | null>;
  readonly extents: readonly Extent[];
  readonly scale: number;
  readonly document: PDFDocumentProxy;
  readonly find: PdfFind;
  readonly viewer: Viewer;
  readonly pinned: RefObject<{ readonly page: number; readonly scrollTop: number } | null>;
};

/** What the bar and the desk's commands ask of a PDF's pages. */
export function createPdfControls(column: Column): Surface {
  const { pane, extents, find, viewer, pinned } = column;
  return {
    goToPage: (page) => {
      const extent = extents[page - 1];
      const element = pane.current;
      if (!extent || !element) return;
      element.scrollTop = extent.top - GAP / 2;
      pinned.current = { page, scrollTop: element.scrollTop };
      viewer.setState({ page });
    },
    search: async (query, signal) => {
      const matches = await find.search(query, signal);
      const { page } = viewer.getState();
      const nearest = matches.findIndex((match) => match.page >= page);
      return { count: matches.length, nearest: Math.max(0, nearest) };
    },
    showMatch: (index) => {
      const match = find.choose(index);
      if (match) void bringIntoSight(column, match);
    },
    place: () => `p ${viewer.getState().page}`,
    scrollBy: (screens) => {
      const element = pane.current;
      element?.scrollBy({ top: screens * element.clientHeight, behavior: 'instant' });
    },
    focus: () => pane.current?.focus({ preventScroll: true }),
  };
}

/** Scrolls a match to the upper third, and only where it is not in sight already. */
async function bringIntoSight({ pane, extents, scale, document }: Column, match: PageMatch): Promise<void> {
  const page = await document.getPage(match.page);
  const element = pane.current;
  const extent = extents[match.page - 1];
  if (!element || !extent) return;
  const [x, y]: readonly unknown[] = page
    .getViewport({ scale: scale * CSS_UNIT })
    .convertToViewportPoint(match.x, match.y);
  if (typeof x !== 'number' || typeof y !== 'number') return;
  const top = extent.top + y;
  const { scrollTop, clientHeight, scrollLeft, clientWidth } = element;
  if (top < scrollTop + 40 || top > scrollTop + clientHeight - 40) element.scrollTop = top - clientHeight / 3;
  const left = leftOf(extent, clientWidth) + x;
  if (left < scrollLeft || left > scrollLeft + clientWidth - 80) element.scrollLeft = left - clientWidth / 3;
}
