import type { PageViewport } from 'pdfjs-dist';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useViewer, useViewerState } from '../viewer-state.ts';
import { toDocument } from './page-boxes.ts';
import { LEAST_REGION, middleOf, regionBetween, regionByKey } from './region-box.ts';
import styles from './region-frame.module.css';

type Point = { readonly x: number; readonly y: number };

/**
 * A rectangle on a page: dragged with the pointer on whichever page is in sight, or moved and resized by keys on the one
 * that is being read and taken with Enter.
 */
export function RegionFrame({ page, viewport }: { readonly page: number; readonly viewport: PageViewport }) {
  const viewer = useViewer();
  const here = useViewerState((state) => state.regionOn === page);
  const frame = useRef<HTMLButtonElement>(null);
  const from = useRef<Point | null>(null);
  const [box, setBox] = useState(() => middleOf(viewport));
  useEffect(() => {
    if (here) frame.current?.focus({ preventScroll: true });
  }, [here]);

  const take = (taken = box) => {
    const anchor = { kind: 'region', page, box: toDocument(taken, viewport) } as const;
    viewer.setState({ regionOn: null, selection: { anchor, words: '' } });
  };
  const pointOf = (event: PointerEvent<HTMLElement>): Point => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = pointOf(event);
    viewer.setState({ regionOn: page });
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (from.current) setBox(regionBetween(from.current, pointOf(event), viewport));
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    if (!from.current) return;
    const drawn = regionBetween(from.current, pointOf(event), viewport);
    from.current = null;
    if (Math.min(drawn.width, drawn.height) >= LEAST_REGION) take(drawn);
    else setBox(middleOf(viewport));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = regionByKey(box, event.key, event.shiftKey, viewport);
    if (next) setBox(next);
    else if (event.key === 'Escape') {
      viewer.setState({ regionOn: null });
      viewer.getState().surface?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.sheet} onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={onPointerUp}>
      {here && (
        <button
          ref={frame}
          type="button"
          className={styles.frame}
          style={box}
          aria-label={`Region of page ${page}: arrow keys move it, Shift and arrow keys resize it, Enter takes it`}
          onKeyDown={onKeyDown}
          // A click of the pointer comes at the end of a drag, which has taken the region already.
          onClick={(event) => event.detail === 0 && take()}
        />
      )}
    </div>
  );
}
