import { useLayoutEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { type LayerPlace, useOverlay } from '../overlay.ts';
import { isPress } from '../selecting.ts';
import { linesOfStretches } from '../stretches.ts';
import { useViewerState } from '../viewer-state.ts';
import type { DocxParagraphs } from './docx-paragraphs.ts';

/** What an owner draws over a drawn document, inside its frame so that it scrolls with the words. */
export function DocxLayer({ drawn, paragraphs }: { readonly drawn: Document; readonly paragraphs: DocxParagraphs }) {
  const overlay = useOverlay();
  const laid = useViewerState((state) => state.laid);
  const [root, setRoot] = useState<HTMLElement | null>(null);

  useLayoutEffect(() => {
    const element = drawn.createElement('div');
    Object.assign(element.style, { position: 'absolute', top: '0', left: '0', zIndex: '1', pointerEvents: 'none' });
    drawn.body.append(element);
    setRoot(element);
    return () => element.remove();
  }, [drawn]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: where words lie changes whenever the document is laid out anew
  const place = useMemo<LayerPlace>(
    () => ({
      page: null,
      boxesOf: (anchor) => {
        if (anchor.kind !== 'docx') return [];
        return linesOfStretches(paragraphs.stretchesOf(anchor), originOf(drawn));
      },
      onPress: (hear) => {
        const press = (event: MouseEvent) => {
          const { left, top } = originOf(drawn);
          if (isPress(event, drawn.getSelection())) hear(event.clientX - left, event.clientY - top);
        };
        drawn.addEventListener('click', press);
        return () => drawn.removeEventListener('click', press);
      },
    }),
    [drawn, paragraphs, laid],
  );
  return overlay && root && createPortal(overlay.layer(place), root);
}

/** Where the document's own beginning lies in what is seen of it. */
function originOf(drawn: Document): { readonly left: number; readonly top: number } {
  const { scrollLeft, scrollTop } = drawn.documentElement;
  return { left: -scrollLeft, top: -scrollTop };
}
