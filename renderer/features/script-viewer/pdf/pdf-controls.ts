import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { RefObject } from 'react';
import type { Anchor } from '../../../../shared/model/highlight.ts';
import { boundsOf } from '../lines.ts';
import type { ViewBox } from '../overlay.ts';
import { type Extent, GAP } from '../reading-place.ts';
import type { Surface, Viewer } from '../viewer-state.ts';
import { CSS_UNIT } from './draw-page.ts';
import { boxesOnPage } from './page-boxes.ts';
import { leftOf } from './page-column.ts';
import type { PdfFind } from './pdf-find.ts';
import type { PageMatch } from './pdf-text.ts';

type Column = {
  readonly pane: RefObject<HTMLElement | null>;
  readonly extents: readonly Extent[];
  readonly scale: number;
  readonly document: PDFDocumentProxy;
  /** The pages that are on screen. */
  readonly pages: ReadonlyMap<number, PDFPageProxy>;
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
      if (match) void showMatch(column, match);
    },
    place: () => `p ${viewer.getState().page}`,
    scrollBy: (screens) => {
      const element = pane.current;
      element?.scrollBy({ top: screens * element.clientHeight, behavior: 'instant' });
    },
    focus: () => pane.current?.focus({ preventScroll: true }),
    show: (anchor) => void showAnchor(column, anchor),
    boxOf: (anchor) => boxOf(column, anchor),
    selectMatch: () => {
      const range = find.range();
      if (!range) return false;
      pane.current?.focus({ preventScroll: true });
      document
        .getSelection()
        ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
      return true;
    },
    hasRegions: true,
    letGo: () => {
      document.getSelection()?.removeAllRanges();
      viewer.setState({ selection: null });
    },
  };
}

async function showMatch(column: Column, match: PageMatch): Promise<void> {
  const page = await column.document.getPage(match.page);
  const [x, y]: readonly unknown[] = page
    .getViewport({ scale: column.scale * CSS_UNIT })
    .convertToViewportPoint(match.x, match.y);
  if (typeof x !== 'number' || typeof y !== 'number') return;
  bringIntoSight(column, match.page, { left: x, top: y, width: 80, height: 0 });
}

async function showAnchor(column: Column, anchor: Anchor): Promise<void> {
  if (anchor.kind === 'docx') return;
  const page = await column.document.getPage(anchor.page);
  const viewport = page.getViewport({ scale: column.scale * CSS_UNIT });
  const box = boundsOf(boxesOnPage(anchor, anchor.page, viewport));
  if (box) bringIntoSight(column, anchor.page, box);
}

/** Scrolls a place to the upper third, and only where it is not in sight already. */
function bringIntoSight({ pane, extents }: Column, page: number, box: ViewBox): void {
  const element = pane.current;
  const extent = extents[page - 1];
  if (!element || !extent) return;
  const top = extent.top + box.top;
  const { scrollTop, clientHeight, scrollLeft, clientWidth } = element;
  const below = scrollTop + clientHeight - 40;
  if (top < scrollTop + 40 || top > below || top + Math.min(box.height, clientHeight / 2) > below) {
    element.scrollTop = top - clientHeight / 3;
  }
  const left = leftOf(extent, clientWidth) + box.left;
  if (left < scrollLeft || left > scrollLeft + clientWidth - 80) element.scrollLeft = left - clientWidth / 3;
}

function boxOf({ pane, extents, scale, pages }: Column, anchor: Anchor): ViewBox | null {
  if (anchor.kind === 'docx') return null;
  const element = pane.current;
  const extent = extents[anchor.page - 1];
  const page = pages.get(anchor.page);
  if (!element || !extent || !page) return null;
  const box = boundsOf(boxesOnPage(anchor, anchor.page, page.getViewport({ scale: scale * CSS_UNIT })));
  return (
    box && {
      ...box,
      left: leftOf(extent, element.clientWidth) + box.left - element.scrollLeft,
      top: extent.top + box.top - element.scrollTop,
    }
  );
}
