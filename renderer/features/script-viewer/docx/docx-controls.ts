import type { Surface, Viewer } from '../viewer-state.ts';
import type { DocxFind } from './docx-find.ts';
import { headingPlace, pageElements } from './docx-pages.ts';

/** What the bar and the desk's commands ask of a drawn document. */
export function createDocxControls(frame: HTMLIFrameElement, drawn: Document, find: DocxFind, viewer: Viewer): Surface {
  const root = drawn.documentElement;
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
    showMatch: (index) => {
      const box = find.choose(index)?.getBoundingClientRect();
      if (!box) return;
      if (box.top < 40 || box.bottom > root.clientHeight - 40) root.scrollTop += box.top - root.clientHeight / 3;
      if (box.left < 0 || box.right > root.clientWidth) root.scrollLeft += box.left - root.clientWidth / 3;
    },
    place: () => {
      const { pages, page } = viewer.getState();
      return pages === null ? headingPlace(drawn) : `p ${page}`;
    },
    scrollBy: (screens) => root.scrollBy({ top: screens * root.clientHeight, behavior: 'instant' }),
    focus: () => frame.focus({ preventScroll: true }),
  };
}
