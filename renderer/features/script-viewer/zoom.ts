/** Fit the width of the pane, and keep fitting it; or a scale where 1 is the paper's own size. */
export type Zoom = { readonly kind: 'fit-width' } | { readonly kind: 'scale'; readonly scale: number };

export const FIT_WIDTH: Zoom = { kind: 'fit-width' };

/** The zoom that a setting stands for. */
export function asZoom(scale: number | null): Zoom {
  return scale === null ? FIT_WIDTH : { kind: 'scale', scale: bound(scale) };
}

const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];
const LEAST = 0.25;
const MOST = 4;
const FIT_MOST = 1.25;

/** The next step from the scale in use, whatever that came from. */
export function stepZoom(scale: number, direction: 1 | -1): Zoom {
  const beyond =
    direction === 1 ? STEPS.find((step) => step > scale * 1.01) : STEPS.findLast((step) => step < scale / 1.01);
  return { kind: 'scale', scale: beyond ?? (direction === 1 ? MOST : LEAST) };
}

/** A scale moved by a turn of the wheel, kept in bounds. `delta` is the wheel's, in pixels. */
export function wheelZoom(scale: number, delta: number): Zoom {
  return { kind: 'scale', scale: bound(scale * Math.exp(-Math.max(-120, Math.min(120, delta)) / 400)) };
}

/**
 * The scale at which a page `width` CSS pixels wide fills `pane`, less the margin on both sides. On a large screen it
 * stops where text is larger than it is read well, so that more of the page is in sight.
 */
export function fitScale(pane: number, width: number, margin: number): number {
  return bound(Math.min(FIT_MOST, (pane - 2 * margin) / Math.max(1, width)));
}

function bound(scale: number): number {
  return Math.max(LEAST, Math.min(MOST, scale));
}

/** "110%", as the bar shows it. */
export function showScale(scale: number): string {
  return `${Math.round(scale * 100)}%`;
}
