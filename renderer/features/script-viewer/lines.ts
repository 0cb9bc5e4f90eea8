import type { ViewBox } from './overlay.ts';

/** CSS pixels between two stretches of a line that are still drawn as one. */
const JOINED = 24;

/**
 * Boxes of stretches of text, in reading order, as one box for each line. Two stretches stand on one line where more
 * than half of the lower one's height is shared.
 */
export function linesOf(boxes: readonly ViewBox[]): readonly ViewBox[] {
  const lines: ViewBox[] = [];
  for (const box of boxes) {
    if (box.width <= 0 || box.height <= 0) continue;
    const last = lines.at(-1);
    if (last && onOneLine(last, box)) lines[lines.length - 1] = around(last, box);
    else lines.push(box);
  }
  return lines;
}

function onOneLine(a: ViewBox, b: ViewBox): boolean {
  const shared = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  const apart = Math.max(a.left, b.left) - Math.min(a.left + a.width, b.left + b.width);
  return shared > Math.min(a.height, b.height) / 2 && apart < JOINED;
}

/** The smallest box that holds both. */
function around(a: ViewBox, b: ViewBox): ViewBox {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  const right = Math.max(a.left + a.width, b.left + b.width);
  const bottom = Math.max(a.top + a.height, b.top + b.height);
  return { left, top, width: right - left, height: bottom - top };
}

/** The smallest box that holds them all; null where there is none. */
export function boundsOf(boxes: readonly ViewBox[]): ViewBox | null {
  return boxes.reduce<ViewBox | null>((whole, box) => (whole ? around(whole, box) : box), null);
}
