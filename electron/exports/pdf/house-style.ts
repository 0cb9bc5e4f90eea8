import type { Weight } from '../fonts/faces.ts';
import type { TextStyle } from '../fonts/text-style.ts';

function style(weight: Weight, size: number, leading: number): TextStyle {
  return { weight, size, leading };
}

/** The form's type: one family, few sizes. */
export const STYLE = {
  heading: [style('bold', 12.5, 17), style('bold', 10.5, 14.5), style('bold', 9, 12.5)],
  body: style('regular', 8.5, 11.4),
  bold: style('bold', 8.5, 11.4),
  small: style('regular', 7, 9.4),
  smallBold: style('bold', 7, 9.4),
  box: style('regular', 12, 11.4),
  mark: style('bold', 11, 14),
  footer: style('regular', 6.5, 8.6),
} as const;
