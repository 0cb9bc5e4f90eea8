/** How the element is found that catches the pointer between words; see `pdf-page.module.css`. */
const END = 'data-end';
const SELECTING = 'data-selecting';

/**
 * Keeps a selection with the words that are dragged over. Text on a page is laid out word by word over blank space, and
 * a browser takes the pointer over blank space for the end of the page. While words are dragged over, an element lies
 * under all of them, and in the order of the text right after the last one selected (before the first, where the
 * selection grows backwards). Gives the way to stop.
 */
export function keepSelectionWithText(layer: HTMLElement): () => void {
  const end = document.createElement('div');
  end.setAttribute(END, '');
  layer.append(end);
  const stop = new AbortController();
  const { signal } = stop;
  let before: Range | null = null;

  const rest = () => {
    layer.removeAttribute(SELECTING);
    before = null;
    if (end.parentElement !== layer || layer.lastChild !== end) layer.append(end);
  };
  const follow = () => {
    const selection = document.getSelection();
    if (!layer.hasAttribute(SELECTING) || !selection || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    const backwards = before !== null && startMoved(range, before);
    before = range.cloneRange();
    const word = wordAt(layer, range, backwards);
    if (word) word.parentElement?.insertBefore(end, backwards ? word : word.nextSibling);
  };
  const begin = ({ target }: PointerEvent) => {
    // A drag may go on over other pages, so that it begins on all of them.
    if (target instanceof Element && target.closest('[data-text-of-page]')) layer.setAttribute(SELECTING, '');
  };
  document.addEventListener('pointerdown', begin, { signal });
  document.addEventListener('selectionchange', follow, { signal });
  for (const kind of ['pointerup', 'pointercancel', 'blur'] as const) window.addEventListener(kind, rest, { signal });
  return () => {
    stop.abort();
    end.remove();
  };
}

/** Whether an element is the one between the words, and no part of the text. */
export function isSelectionEnd(element: Element | null): boolean {
  return element?.hasAttribute(END) ?? false;
}

function startMoved(range: Range, before: Range): boolean {
  return (
    range.compareBoundaryPoints(Range.END_TO_END, before) === 0 ||
    range.compareBoundaryPoints(Range.START_TO_END, before) === 0
  );
}

/** The element of the word at the end of a range that moves; null where that lies in another page. */
function wordAt(layer: HTMLElement, range: Range, backwards: boolean): Element | null {
  const { startContainer, endContainer, endOffset } = range;
  const at = elementOf(backwards ? startContainer : endContainer);
  if (!at || at === layer || !layer.contains(at) || isSelectionEnd(at)) return null;
  if (backwards || endOffset > 0) return at;
  // Nothing of this one is selected yet: the one before it is the last.
  let last = at.previousElementSibling;
  while (last && (last.childNodes.length === 0 || isSelectionEnd(last))) last = last.previousElementSibling;
  return last;
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
