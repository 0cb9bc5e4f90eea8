import type { Viewer } from '../viewer-state.ts';
import { wheelZoom } from '../zoom.ts';

/**
 * Brings what happens inside the frame to the desk: the frame has no script of its own, and its keys would otherwise
 * never reach the app's shortcuts.
 */
export function bridgeFrame(frame: HTMLIFrameElement, inside: Document, viewer: Viewer, onScroll: () => void): void {
  inside.addEventListener('keydown', (event) => {
    if (!frame.dispatchEvent(copyOf(event))) event.preventDefault();
  });
  inside.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      viewer.setState((state) => ({ zoom: wheelZoom(state.scale, event.deltaY) }));
    },
    { passive: false },
  );
  inside.addEventListener('scroll', onScroll);
  inside.addEventListener('click', (event) => {
    const link = linkOf(event.target);
    if (!link) return;
    event.preventDefault();
    const name = link.getAttribute('href')?.slice(1) ?? '';
    inside.getElementById(name)?.scrollIntoView({ block: 'start', behavior: 'instant' });
  });
  // What is dropped on the frame must not replace it; the desk's own drop zones lie outside.
  for (const kind of ['dragover', 'drop']) inside.addEventListener(kind, (event) => event.preventDefault());
}

function copyOf(event: KeyboardEvent): KeyboardEvent {
  const { key, code, location, ctrlKey, shiftKey, altKey, metaKey, repeat, isComposing } = event;
  const modifiers = { ctrlKey, shiftKey, altKey, metaKey };
  return new KeyboardEvent('keydown', {
    key,
    code,
    location,
    repeat,
    isComposing,
    bubbles: true,
    cancelable: true,
    ...modifiers,
  });
}

function linkOf(target: EventTarget | null): Element | null {
  // The frame's nodes belong to its own window, so `instanceof Element` of this one does not hold for them.
  return target && 'closest' in target && typeof target.closest === 'function' ? target.closest('a') : null;
}
