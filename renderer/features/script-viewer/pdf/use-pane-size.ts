import { type RefObject, useLayoutEffect, useState } from 'react';

type PaneSize = { readonly width: number; readonly height: number };

/** The size inside a pane's scroll bars, in CSS pixels; nothing before it is known. */
export function usePaneSize(pane: RefObject<HTMLElement | null>): PaneSize {
  const [size, setSize] = useState<PaneSize>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [pane]);
  return size;
}
