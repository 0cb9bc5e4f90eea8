import { type RefObject, useEffect, useState } from 'react';

const ALL = 'countersign-found';
const CURRENT = 'countersign-found-current';

/**
 * Marks every place where the query stands in an element's text, without touching the page, and steps through them.
 * `content` changes when the element shows something else.
 */
export function useHighlights(element: RefObject<HTMLElement | null>, query: string, content: string) {
  const [ranges, setRanges] = useState<readonly Range[]>([]);
  const [current, setCurrent] = useState(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the content is what the element shows
  useEffect(() => {
    const found = element.current ? findIn(element.current, query.trim().toLowerCase()) : [];
    setRanges(found);
    setCurrent(-1);
    CSS.highlights.set(ALL, new Highlight(...found));
    CSS.highlights.delete(CURRENT);
    return () => {
      CSS.highlights.delete(ALL);
      CSS.highlights.delete(CURRENT);
    };
  }, [element, query, content]);

  return {
    found: ranges.length,
    current,
    next: () => {
      if (ranges.length === 0) return;
      const to = (current + 1) % ranges.length;
      const range = ranges[to];
      if (!range) return;
      setCurrent(to);
      CSS.highlights.set(CURRENT, new Highlight(range));
      range.startContainer.parentElement?.closest('details')?.setAttribute('open', '');
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    },
  };
}

function findIn(element: HTMLElement, wanted: string): readonly Range[] {
  const ranges: Range[] = [];
  if (wanted === '') return ranges;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.toLowerCase() ?? '';
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      // A letter whose small form is longer would shift what follows.
      if (at + wanted.length > (node.textContent?.length ?? 0)) break;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      ranges.push(range);
    }
  }
  return ranges;
}
