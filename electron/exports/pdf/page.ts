/** A4 upright, in points, from the top down. */
export const PAGE = { width: 595.28, height: 841.89, left: 40, right: 40, top: 40, bottom: 30 } as const;

/** The width of the text. */
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** Line widths in points, greys as a share of white. */
export const INK = { hairline: 0.5, headGrey: 0.9, quietGrey: 0.35, watermarkGrey: 0.91 } as const;
