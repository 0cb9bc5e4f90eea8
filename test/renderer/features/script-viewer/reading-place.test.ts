import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Extent,
  GAP,
  heightOf,
  indexAt,
  pointAt,
  readingPage,
} from '../../../../renderer/features/script-viewer/reading-place.ts';

/** Pages of these heights under each other, as the column lays them. */
function column(heights: readonly number[], scale = 1): readonly Extent[] {
  let top = GAP;
  return heights.map((height) => {
    const extent = { top, width: 600 * scale, height: height * scale };
    top += extent.height + GAP;
    return extent;
  });
}
const heights = fc.array(fc.integer({ min: 20, max: 2000 }), { minLength: 1, maxLength: 40 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the page at a height', () => {
  it('is found in a column of equal pages', () => {
    const pages = column([800, 800, 800]);
    expect([0, 12, 811, 812, 825, 5000].map((y) => indexAt(pages, y))).toEqual([0, 0, 0, 1, 1, 2]);
    expect(indexAt([], 10)).toBe(0);
  });

  it('is the first that ends below it', () => {
    fc.assert(
      fc.property(heights, share, (sizes, where) => {
        const pages = column(sizes);
        const last = pages.at(-1);
        const y = where * ((last?.top ?? 0) + (last?.height ?? 0) - 1);
        expect(indexAt(pages, y)).toBe(pages.findIndex((page) => page.top + page.height > y));
      }),
    );
  });
});

describe('a place that stays put', () => {
  it('is found again after any change of size', () => {
    fc.assert(
      fc.property(heights, share, fc.double({ min: 0.25, max: 4, noNaN: true }), (sizes, where, scale) => {
        const [before, after] = [column(sizes), column(sizes, scale)];
        const index = Math.floor(where * (sizes.length - 1));
        const point = { index, share: where * 0.99 };
        const there = pointAt(after, heightOf(after, point));
        expect(there.index).toBe(index);
        expect(there.share).toBeCloseTo(point.share, 6);
        expect(heightOf(before, pointAt(before, heightOf(before, point)))).toBeCloseTo(heightOf(before, point), 6);
      }),
    );
  });
});

describe('the page being read', () => {
  const pages = column([800, 800, 800, 100, 100]);

  it.each([
    { what: 'at the top', scroll: 0, pane: 600, page: 1 },
    { what: 'where two share the pane, the first of which half is in sight', scroll: 400, pane: 800, page: 1 },
    { what: 'once the next fills half of the pane', scroll: 560, pane: 600, page: 2 },
    { what: 'where several small ones are in sight, the first', scroll: 2430, pane: 600, page: 4 },
    { what: 'at the very end', scroll: 99_999, pane: 600, page: 5 },
  ])('is right $what', ({ scroll, pane, page }) => {
    expect(readingPage(pages, scroll, pane)).toBe(page);
  });

  it('is always a page that is in sight', () => {
    fc.assert(
      fc.property(heights, share, fc.integer({ min: 50, max: 1500 }), (sizes, where, pane) => {
        const column_ = column(sizes);
        const last = column_.at(-1);
        const scroll = where * Math.max(0, (last?.top ?? 0) + (last?.height ?? 0) - pane);
        const page = column_[readingPage(column_, scroll, pane) - 1];
        expect(page && page.top < scroll + pane && page.top + page.height > scroll).toBe(true);
      }),
    );
  });
});
