import type { PageViewport } from 'pdfjs-dist';
import type { Anchor, Box } from '../../../../shared/model/highlight.ts';
import type { ViewBox } from '../overlay.ts';

/** A page as it is drawn: its scale and turn are in the viewport. */
type Drawn = Pick<PageViewport, 'viewBox' | 'convertToPdfPoint' | 'convertToViewportPoint'>;

/** A box on the drawn page in the page's own coordinates, whatever its turn: points from its lower left corner. */
export function toDocument(view: ViewBox, drawn: Drawn): Box {
  const a = point(drawn.convertToPdfPoint(view.left, view.top));
  const b = point(drawn.convertToPdfPoint(view.left + view.width, view.top + view.height));
  const [left, bottom] = origin(drawn);
  return {
    x: rounded(Math.min(a.x, b.x) - left),
    y: rounded(Math.min(a.y, b.y) - bottom),
    width: rounded(Math.abs(a.x - b.x)),
    height: rounded(Math.abs(a.y - b.y)),
  };
}

/** Where a box of the document lies on the drawn page, in CSS pixels from its top left. */
export function toView(box: Box, drawn: Drawn): ViewBox {
  const [left, bottom] = origin(drawn);
  const a = point(drawn.convertToViewportPoint(box.x + left, box.y + bottom));
  const b = point(drawn.convertToViewportPoint(box.x + box.width + left, box.y + box.height + bottom));
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

/** Where an anchor lies on a page; none where it lies on another. */
export function boxesOnPage(anchor: Anchor, page: number, drawn: Drawn): readonly ViewBox[] {
  if (anchor.kind === 'docx' || anchor.page !== page) return [];
  return (anchor.kind === 'pdf' ? anchor.boxes : [anchor.box]).map((box) => toView(box, drawn));
}

function origin({ viewBox }: Drawn): readonly [left: number, bottom: number] {
  const [left, bottom]: readonly unknown[] = viewBox;
  return [Number(left ?? 0), Number(bottom ?? 0)];
}

function point([x, y]: readonly unknown[]): { readonly x: number; readonly y: number } {
  return { x: Number(x), y: Number(y) };
}

/** To a hundredth of a point: finer than any screen shows. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
