const DIRECTIONS: Readonly<Record<string, readonly [direction: 'forward' | 'backward', by: 'character' | 'line']>> = {
  ArrowRight: ['forward', 'character'],
  ArrowLeft: ['backward', 'character'],
  ArrowDown: ['forward', 'line'],
  ArrowUp: ['backward', 'line'],
};

/** Shift and an arrow move the end of a selection that is there, by words with Ctrl or Alt. Gives whether it did. */
export function extendSelection(event: KeyboardEvent, selection: Selection | null): boolean {
  const move = DIRECTIONS[event.key];
  if (!event.shiftKey || event.metaKey || !move || !selection || selection.isCollapsed) return false;
  const [direction, by] = move;
  const byWords = by === 'character' && (event.ctrlKey || event.altKey);
  selection.modify('extend', direction, byWords ? 'word' : by);
  event.preventDefault();
  return true;
}

/**
 * Calls `read` when what is selected in a document has come to rest: not while the pointer still drags. Gives the way
 * to stop.
 */
export function listenToSelection(inside: Document, read: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let held = false;
  inside.addEventListener(
    'pointerdown',
    () => {
      held = true;
    },
    { signal, capture: true },
  );
  for (const kind of ['pointerup', 'pointercancel'] as const) {
    inside.addEventListener(
      kind,
      () => {
        held = false;
        read();
      },
      { signal, capture: true },
    );
  }
  inside.addEventListener('selectionchange', () => !held && read(), { signal });
  return () => stop.abort();
}

/** Whether a click in a document is one on its words: nothing was selected by it, and no button took it. */
export function isPress(event: MouseEvent, selection: Selection | null): boolean {
  const { target } = event;
  const control = target && 'closest' in target && typeof target.closest === 'function' && target.closest('button, a');
  return !control && selection?.isCollapsed !== false;
}

/** The range that is selected; null where it is a caret, or nothing. */
export function selectedRange(selection: Selection | null): Range | null {
  return selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
}
