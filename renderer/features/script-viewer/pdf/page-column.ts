import { type Extent, GAP, indexAt } from '../reading-place.ts';
import { CSS_UNIT } from './draw-page.ts';

/** A page's size in PDF units, turned as it is shown. */
export type PageSize = { readonly width: number; readonly height: number };

/** Pages under each other. Positions are reckoned, never measured, so that a thousand pages cost no layout. */
export function columnOf(sizes: readonly PageSize[], scale: number): readonly Extent[] {
  let top = GAP;
  return sizes.map((size) => {
    const height = Math.floor(size.height * scale * CSS_UNIT);
    const extent = { top, width: Math.floor(size.width * scale * CSS_UNIT), height };
    top += height + GAP;
    return extent;
  });
}

/** Height of the whole column. */
export function columnHeight(extents: readonly Extent[]): number {
  const last = extents.at(-1);
  return last ? last.top + last.height + GAP : 0;
}

/** A page stands in the middle of the pane, and one that is wider begins at its edge. */
export function leftOf(extent: Extent, pane: number): number {
  return Math.max(GAP, Math.floor((pane - extent.width) / 2));
}

/** Indices of the pages within `margin` of the pane: those worth drawing. */
export function nearPages(
  extents: readonly Extent[],
  scrollTop: number,
  pane: number,
  margin: number,
): { readonly first: number; readonly last: number } {
  return { first: indexAt(extents, scrollTop - margin), last: indexAt(extents, scrollTop + pane + margin) };
}
