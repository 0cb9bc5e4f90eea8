import { type RefObject, useLayoutEffect, useState } from 'react';
import { type Layout, type Room, roomFor, type Size } from './desk-layout.ts';

/** What there is before it was measured: a laptop's screen. */
const USUAL: Size = { width: 80, height: 43 };

/** How the two sides lie in the element, measured anew whenever it changes its size. */
export function useRoom(root: RefObject<HTMLElement | null>, chosen: Layout | null): Room {
  const [size, setSize] = useState(USUAL);
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const measure = () => {
      const text = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setSize({ width: element.clientWidth / text, height: element.clientHeight / text });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [root]);
  return roomFor(size, chosen);
}
