import type { Settings } from '../../../shared/api/inputs.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';

/** Side by side, or one above the other. */
export type Layout = NonNullable<Settings['layout']>;

export const LAYOUT_NAMES: Readonly<Record<Layout, string>> = {
  beside: 'Side by side',
  above: 'One above the other',
};

/** What the two sides have, in units of the text's size, so that large text counts too. */
export type Size = { readonly width: number; readonly height: number };

export type Room = {
  readonly layout: Layout;
  /** There is room for one side only at a time. */
  readonly single: boolean;
  /** The share, in per cent, that the script has until the person moves the divider. */
  readonly usual: number;
  /** The other layout, where the window is made for it and the person has not chosen against it. */
  readonly offered: Layout | null;
};

/** Width below which two sides cannot both be read beside each other. */
const LEAST_WIDTH = 48;
/** Height below which they cannot above each other. */
const LEAST_HEIGHT = 36;
/** Width at which the sheet's lines are as long as they should be. */
const SHEET = 36.5;
/** How many times as high as wide a window is that is called tall. */
const TALL = 1.2;

/**
 * How the sides lie. The app lays them side by side until somebody chooses; where the layout has no room it shows one side
 * at a time, and says so where the other layout has some. It never changes the layout by itself.
 */
export function roomFor(size: Size, chosen: Layout | null): Room {
  const layout = chosen ?? 'beside';
  const other = otherLayout(layout);
  const single = !fits(size, layout);
  const tall = chosen === null && size.height > size.width * TALL;
  return {
    layout,
    single,
    usual: usualShare(size, layout),
    offered: (single || tall) && fits(size, other) ? other : null,
  };
}

export function otherLayout(layout: Layout): Layout {
  return layout === 'beside' ? 'above' : 'beside';
}

function fits({ width, height }: Size, layout: Layout): boolean {
  switch (layout) {
    case 'beside':
      return width >= LEAST_WIDTH;
    case 'above':
      return height >= LEAST_HEIGHT;
    default:
      return assertNever(layout);
  }
}

/** Beside each other, the sheet gets the width its lines want, and the script, which is read most, gets the rest. */
function usualShare({ width }: Size, layout: Layout): number {
  if (layout === 'above') return 50;
  return Math.max(50, Math.min(66, 100 - (100 * SHEET) / Math.max(1, width)));
}
