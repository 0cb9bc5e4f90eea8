import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { type Extent, heightOf, pointAt } from '../reading-place.ts';

/** A point of the pane, from its top left, in CSS pixels. */
export type PanePoint = { readonly x: number; readonly y: number };

/**
 * Keeps what is being read in its place when the pages change size: nothing moves unless the person moved it. The point
 * kept is the pane's top, or the one held last (the pointer's, while the wheel zooms).
 */
export function useKeptPlace(
  pane: RefObject<HTMLElement | null>,
  extents: readonly Extent[],
): (point: PanePoint) => void {
  const held = useRef<PanePoint | null>(null);
  const before = useRef(extents);

  useLayoutEffect(() => {
    const element = pane.current;
    const old = before.current;
    before.current = extents;
    const { x, y } = held.current ?? { x: (element?.clientWidth ?? 0) / 2, y: 0 };
    held.current = null;
    if (!element || old === extents) return;
    const top = heightOf(extents, pointAt(old, element.scrollTop + y)) - y;
    const ratio = (extents[0]?.width ?? 1) / Math.max(1, old[0]?.width ?? 1);
    const left = (element.scrollLeft + x) * ratio - x;
    element.scrollTo({ top, left, behavior: 'instant' });
  }, [pane, extents]);

  return useCallback((point) => {
    held.current = point;
  }, []);
}
