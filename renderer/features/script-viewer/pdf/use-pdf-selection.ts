import type { PDFPageProxy } from 'pdfjs-dist';
import { type RefObject, useEffect } from 'react';
import { useOverlay } from '../overlay.ts';
import { extendSelection, listenToSelection, selectedRange } from '../selecting.ts';
import { useViewer } from '../viewer-state.ts';
import { CSS_UNIT } from './draw-page.ts';
import { layerOf, readPdfSelection } from './pdf-selection.ts';

/** Says in the viewer's state what is selected in the pages of a pane, where somebody asks for it. */
export function usePdfSelection(
  pane: RefObject<HTMLElement | null>,
  pages: ReadonlyMap<number, PDFPageProxy>,
  scale: number,
): void {
  const viewer = useViewer();
  const asked = useOverlay() !== null;
  useEffect(() => {
    const element = pane.current;
    if (!asked || !element) return;
    const read = () => {
      const range = selectedRange(document.getSelection());
      const at = range && element.contains(range.startContainer) ? layerOf(range) : null;
      const page = at && pages.get(at.page);
      const viewport = page?.getViewport({ scale: scale * CSS_UNIT });
      const selection = range && at && viewport ? readPdfSelection(range, at.layer, at.page, viewport) : null;
      const now = viewer.getState().selection;
      // A region is no selection of the page's: it stays until it is taken or let go.
      if (selection || (now && now.anchor.kind !== 'region')) viewer.setState({ selection });
    };
    const onKey = (event: KeyboardEvent) => void extendSelection(event, selectedIn(element));
    element.addEventListener('keydown', onKey);
    const stop = listenToSelection(document, read);
    return () => {
      stop();
      element.removeEventListener('keydown', onKey);
    };
  }, [viewer, pane, pages, scale, asked]);
}

function selectedIn(element: HTMLElement): Selection | null {
  const selection = document.getSelection();
  return selection && element.contains(selection.anchorNode) ? selection : null;
}
