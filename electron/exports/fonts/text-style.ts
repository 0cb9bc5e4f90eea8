import type { Weight } from './faces.ts';

/** How a text is set; sizes in points. */
export type TextStyle = {
  readonly weight: Weight;
  readonly size: number;
  /** From one baseline to the next. */
  readonly leading: number;
};

/** From the top of a line to its baseline: the letters stand in the middle of the leading. */
export function baselineOf(style: TextStyle): number {
  return (style.leading + style.size * 0.71) / 2;
}
