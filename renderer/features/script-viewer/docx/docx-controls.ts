import type { Anchor } from '../../../../shared/model/highlight.ts';
import { boundsOf } from '../lines.ts';
import type { ViewBox } from '../overlay.ts';
import { linesOfStretches } from '../stretches.ts';
import type { Surface, Viewer } from '../viewer-state.ts';
import type { DocxFind } from './docx-find.ts';
import { headingPlace, pageElements } from './docx-pages.ts';
import type { DocxParagraphs } from './docx-paragraphs.ts';

/** A document that is drawn in its frame. */
type Drawn = {
  readonly frame: HTMLIFrameElement;
  readonly drawn: Document;
  readonly find: DocxFind;
  readonly paragraphs: DocxParagraphs;
  readonly viewer: Viewer;
};

/** What the bar and the desk's commands ask of a drawn document. */
export function createDocxControls({ frame, drawn, find, paragraphs, viewer }: Drawn): Surface {
  const root = drawn.documentElement;
  const bringIntoSight = (box: ViewBox | null) => {
    if (!box) return;
    if (box.top < 40 || box.top + box.height > root.clientHeight - 40)
      root.scrollTop += box.top - root.clientHeight / 3;
    if (box.left < 0 || box.left + box.width > root.clientWidth) root.scrollLeft += box.left - root.clientWidth / 3;
  };
  const boxOf = (anchor: Anchor) =>
    anchor.kind === 'docx' ? boundsOf(linesOfStretches(paragraphs.stretchesOf(anchor), { left: 0, top: 0 })) : null;
  return {
    goToPage: (page) => {
      pageElements(drawn)[page - 1]?.scrollIntoView({ block: 'start', behavior: 'instant' });
      viewer.setState({ page });
    },
    search: async (query) => {
      const ranges = find.search(query);
      const nearest = ranges.findIndex((range) => range.getBoundingClientRect().bottom >= 0);
      return { count: ranges.length, nearest: Math.max(0, nearest) };
    },
    showMatch: (index) => bringIntoSight(find.choose(index)?.getBoundingClientRect() ?? null),
    place: () => {
      const { pages, page } = viewer.getState();
      return pages === null ? headingPlace(drawn) : `p ${page}`;
    },
    scrollBy: (screens) => root.scrollBy({ top: screens * root.clientHeight, behavior: 'instant' }),
    focus: () => frame.focus({ preventScroll: true }),
    show: (anchor) => bringIntoSight(boxOf(anchor)),
    boxOf,
    hasRegions: false,
    selectMatch: () => {
      const range = find.current();
      if (!range) return false;
      frame.focus({ preventScroll: true });
      drawn
        .getSelection()
        ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
      return true;
    },
    letGo: () => {
      drawn.getSelection()?.removeAllRanges();
      viewer.setState({ selection: null });
    },
  };
}
