import type { ViewBox } from '../overlay.ts';

export type PageExtent = { readonly width: number; readonly height: number };

/** CSS pixels that one press of an arrow key moves or resizes by. */
const STEP = 8;
/** A region is never smaller, in CSS pixels: a click is no region. */
export const LEAST_REGION = 8;

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** A region to begin with by keyboard, in the middle of the page. */
export function middleOf({ width, height }: PageExtent): ViewBox {
  return { left: width * 0.25, top: height * 0.375, width: width * 0.5, height: height * 0.25 };
}

/** The region between two points, kept on the page. */
export function regionBetween(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  page: PageExtent,
): ViewBox {
  const x = [within(from.x, page.width), within(to.x, page.width)];
  const y = [within(from.y, page.height), within(to.y, page.height)];
  const left = Math.min(...x);
  const top = Math.min(...y);
  return { left, top, width: Math.max(...x) - left, height: Math.max(...y) - top };
}

/** The region after an arrow key: moved, or with `resize` its lower right corner; null for any other key. */
export function regionByKey(box: ViewBox, key: string, resize: boolean, page: PageExtent): ViewBox | null {
  const by = ARROWS[key];
  if (!by) return null;
  const [x, y] = by;
  if (!resize) {
    const left = within(box.left + x, page.width - box.width);
    return { ...box, left, top: within(box.top + y, page.height - box.height) };
  }
  return {
    ...box,
    width: Math.max(LEAST_REGION, Math.min(page.width - box.left, box.width + x)),
    height: Math.max(LEAST_REGION, Math.min(page.height - box.top, box.height + y)),
  };
}

function within(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
