import { useLayoutEffect, useRef, useState } from 'react';
import { type ReaderOverlay, useOverlay } from './overlay.ts';
import styles from './selection-bar.module.css';
import { useViewer, useViewerState } from './viewer-state.ts';

/** CSS pixels between what is selected and the bar. */
const APART = 8;

/** The owner's toolbar at what is selected: over it, or under it where there is no room, and never outside the stage. */
export function SelectionBar() {
  const overlay = useOverlay();
  return overlay && <Bar overlay={overlay} />;
}

function Bar({ overlay }: { readonly overlay: ReaderOverlay }) {
  const viewer = useViewer();
  const selection = useViewerState((state) => state.selection);
  const moved = useViewerState((state) => state.moved);
  const scale = useViewerState((state) => state.scale);
  const surface = useViewerState((state) => state.surface);
  const bar = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number } | null>(null);
  const box = selection && surface ? surface.boxOf(selection.anchor) : null;
  const region = selection?.anchor.kind === 'region';

  // biome-ignore lint/correctness/useExhaustiveDependencies: where the selection lies changes with what is scrolled and zoomed
  useLayoutEffect(() => {
    const element = bar.current;
    const stage = element?.parentElement;
    const at = selection && viewer.getState().surface?.boxOf(selection.anchor);
    if (!element || !stage || !at) return setPlace(null);
    const { clientWidth, clientHeight } = stage;
    const above = at.top - element.offsetHeight - APART;
    const top = above >= 0 ? above : at.top + at.height + APART;
    const middle = at.left + at.width / 2 - element.offsetWidth / 2;
    setPlace({
      left: Math.max(APART, Math.min(clientWidth - element.offsetWidth - 3 * APART, middle)),
      top: Math.max(APART, Math.min(clientHeight - element.offsetHeight - APART, top)),
    });
  }, [viewer, selection, moved, scale, surface]);
  useLayoutEffect(() => {
    // A region was taken with the keyboard on it, and it is gone.
    if (region) bar.current?.querySelector('button')?.focus();
  }, [region]);

  if (!selection) return null;
  return (
    <>
      {region && box && <div className={styles.region} style={box} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens for what bubbles up from the toolbar inside */}
      <div
        ref={bar}
        className={styles.bar}
        style={{ ...place, visibility: box ? 'visible' : 'hidden' }}
        // What is selected stays selected.
        onMouseDown={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          surface?.letGo();
          surface?.focus();
        }}
      >
        {overlay.toolbar(selection)}
      </div>
    </>
  );
}
