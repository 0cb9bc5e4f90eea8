import type { Weight } from '../fonts/typeface.ts';

/** How a text is set; sizes in points. */
export type TextStyle = {
  readonly weight: Weight;
  readonly size: number;
  /** From one baseline to the next. */
  readonly leading: number;
};

function style(weight: Weight, size: number, leading: number): TextStyle {
  return { weight, size, leading };
}

/** The form's type: one family, few sizes. */
export const STYLE = {
  heading: [style('bold', 12.5, 17), style('bold', 10.5, 14.5), style('bold', 9, 12.5)],
  body: style('regular', 8.5, 11.4),
  bold: style('bold', 8.5, 11.4),
  small: style('regular', 7, 9.4),
  mark: style('bold', 11, 14),
  footer: style('regular', 6.5, 8.6),
} as const;

/** From the top of a line to its baseline: the letters stand in the middle of the leading. */
export function baselineOf(style: TextStyle): number {
  return (style.leading + style.size * 0.71) / 2;
}
