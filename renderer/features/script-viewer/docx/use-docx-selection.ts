import { useEffect } from 'react';
import { useOverlay } from '../overlay.ts';
import { extendSelection, listenToSelection, selectedRange } from '../selecting.ts';
import { useViewer } from '../viewer-state.ts';
import type { DocxParagraphs } from './docx-paragraphs.ts';

/** Says in the viewer's state what is selected in a drawn document, where somebody asks for it. */
export function useDocxSelection(drawn: Document | null, paragraphs: DocxParagraphs | null): void {
  const viewer = useViewer();
  const asked = useOverlay() !== null;
  useEffect(() => {
    if (!asked || !drawn || !paragraphs) return;
    const read = () => {
      const range = selectedRange(drawn.getSelection());
      const selection = range && paragraphs.read(range);
      if (selection || viewer.getState().selection) viewer.setState({ selection });
    };
    const onKey = (event: KeyboardEvent) => void extendSelection(event, drawn.getSelection());
    drawn.addEventListener('keydown', onKey);
    const stop = listenToSelection(drawn, read);
    return () => {
      stop();
      drawn.removeEventListener('keydown', onKey);
    };
  }, [viewer, drawn, paragraphs, asked]);
}
