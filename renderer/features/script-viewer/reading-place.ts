/** Where a page lies in what is scrolled, in CSS pixels. */
export type Extent = { readonly top: number; readonly width: number; readonly height: number };

/** A point of the file that stays put while sizes change: the page's index and the share of its height. */
export type Point = { readonly index: number; readonly share: number };

/** CSS pixels around and between pages. */
export const GAP = 12;

/** First index whose page ends below `y`; the last one where none does. */
export function indexAt(extents: readonly Extent[], y: number): number {
  let low = 0;
  let high = extents.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const extent = extents[middle];
    if (extent && extent.top + extent.height > y) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low);
}

/** The point at height `y`; in the gap above a page its share is a little less than nothing. */
export function pointAt(extents: readonly Extent[], y: number): Point {
  const index = indexAt(extents, y);
  const extent = extents[index];
  return { index, share: extent ? (y - extent.top) / Math.max(1, extent.height) : 0 };
}

/** The height at which a point lies. */
export function heightOf(extents: readonly Extent[], point: Point): number {
  const extent = extents[point.index];
  return extent ? extent.top + point.share * extent.height : 0;
}

/**
 * The page being read, from 1: the first that fills half of the pane, or of which half is in sight, and otherwise the
 * one with most in sight.
 */
export function readingPage(extents: readonly Extent[], scrollTop: number, pane: number): number {
  let best = indexAt(extents, scrollTop);
  let most = -1;
  for (let index = best; index < extents.length; index += 1) {
    const extent = extents[index];
    if (!extent || extent.top >= scrollTop + pane) break;
    const seen = Math.min(extent.top + extent.height, scrollTop + pane) - Math.max(extent.top, scrollTop);
    if (seen >= Math.min(extent.height, pane) / 2) return index + 1;
    if (seen > most) [best, most] = [index, seen];
  }
  return best + 1;
}
