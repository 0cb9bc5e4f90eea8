import type { PDFPageProxy } from 'pdfjs-dist';
import { type RefObject, useMemo } from 'react';
import { type LayerPlace, useOverlay } from '../overlay.ts';
import { isPress } from '../selecting.ts';
import { useViewerState } from '../viewer-state.ts';
import { CSS_UNIT } from './draw-page.ts';
import { boxesOnPage } from './page-boxes.ts';
import styles from './pdf-page.module.css';
import { RegionFrame } from './region-frame.tsx';

type Props = {
  readonly page: PDFPageProxy;
  readonly scale: number;
  /** The page's element, over which the layer lies. */
  readonly under: RefObject<HTMLElement | null>;
};

/** What an owner draws over one page, and a region while it is being drawn. */
export function PageLayer({ page, scale, under }: Props) {
  const overlay = useOverlay();
  const number = page.pageNumber;
  const drawing = useViewerState((state) => state.regionOn !== null);
  const viewport = useMemo(() => page.getViewport({ scale: scale * CSS_UNIT }), [page, scale]);
  const place = useMemo<LayerPlace>(
    () => ({
      page: number,
      boxesOf: (anchor) => boxesOnPage(anchor, number, viewport),
      onPress: (hear) => {
        const element = under.current;
        const press = (event: MouseEvent) => {
          const box = element?.getBoundingClientRect();
          if (box && isPress(event, document.getSelection())) hear(event.clientX - box.left, event.clientY - box.top);
        };
        element?.addEventListener('click', press);
        return () => element?.removeEventListener('click', press);
      },
    }),
    [number, viewport, under],
  );
  if (!overlay) return null;
  return (
    <div className={styles.layer}>
      {overlay.layer(place)}
      {drawing && <RegionFrame page={number} viewport={viewport} />}
    </div>
  );
}
