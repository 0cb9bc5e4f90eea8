import { linesOf } from './lines.ts';
import type { ViewBox } from './overlay.ts';

/** Part of a text node. */
export type Stretch = { readonly node: Text; readonly from: number; readonly to: number };

/** The text inside a range, node by node, as far as it lies under `root`. Works in any window's document. */
export function stretchesIn(range: Range, root: Node): readonly Stretch[] {
  const walker = (root.ownerDocument ?? document).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Stretch[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isText(node) || !range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (to > from) found.push({ node, from, to });
  }
  return found;
}

/** Where stretches lie, a box for each line, from the top left of `origin` in CSS pixels. */
export function linesOfStretches(
  stretches: readonly Stretch[],
  origin: { readonly left: number; readonly top: number },
): readonly ViewBox[] {
  return linesOf(
    stretches.flatMap(({ node, from, to }) => {
      const range = node.ownerDocument.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      return [...range.getClientRects()].map(({ left, top, width, height }) => ({
        left: left - origin.left,
        top: top - origin.top,
        width,
        height,
      }));
    }),
  );
}

/** Text of one document is not an instance of another window's class. */
function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}
