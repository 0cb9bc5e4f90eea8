import { type RefObject, useEffect } from 'react';
import { useViewer } from '../viewer-state.ts';
import { wheelZoom } from '../zoom.ts';
import type { PanePoint } from './use-kept-place.ts';

/** Ctrl and the wheel, or a pinch on a touchpad, zooms about the pointer. */
export function useWheelZoom(pane: RefObject<HTMLElement | null>, hold: (point: PanePoint) => void): void {
  const viewer = useViewer();
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      hold({ x: event.clientX - box.left, y: event.clientY - box.top });
      viewer.setState((state) => ({ zoom: wheelZoom(state.scale, event.deltaY) }));
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [pane, viewer, hold]);
}
