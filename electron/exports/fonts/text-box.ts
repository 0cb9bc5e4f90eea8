import { breakLines, type Line } from './break-lines.ts';
import type { DocumentFonts } from './document-fonts.ts';
import type { Weight } from './faces.ts';
import { lineOperators } from './text-operators.ts';
import { baselineOf, type TextStyle } from './text-style.ts';

export type TextBoxStyle = {
  readonly weight: Weight;
  /** The largest size, in points; a text that does not fit is set smaller. */
  readonly size: number;
  readonly align: 'start' | 'centre';
  readonly place: 'top' | 'middle';
};

const LEADING = 1.343;
const STEP = 0.94;
/** Below this nobody reads it; it is still all there. */
const SMALLEST = 0.5;

/**
 * Sets lines into a box of points so that all of them fit, wrapped where they are too long. Gives operators from the
 * bottom left of the box, as an appearance stream has them.
 */
export function setInBox(
  texts: readonly string[],
  width: number,
  height: number,
  style: TextBoxStyle,
  fonts: DocumentFonts,
): string {
  let set = setAt(texts, width, style.weight, style.size);
  while (heightOf(set.lines) > height && set.style.size > SMALLEST) {
    set = setAt(texts, width, style.weight, set.style.size * STEP);
  }
  const top = style.place === 'top' ? height : (height + heightOf(set.lines)) / 2;
  let y = top - baselineOf(set.style);
  const operators: string[] = [];
  for (const line of set.lines) {
    const left = style.align === 'centre' ? (width - line.width) / 2 : line.fromRight ? width - line.width : 0;
    operators.push(lineOperators(line, left, y, fonts, 'bottom-up'));
    y -= line.leading;
  }
  return operators.join('\n');
}

function setAt(
  texts: readonly string[],
  width: number,
  weight: Weight,
  size: number,
): { readonly lines: readonly Line[]; readonly style: TextStyle } {
  const style = { weight, size, leading: size * LEADING };
  return { lines: texts.flatMap((text) => breakLines(text, style, width)), style };
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.leading, 0);
}
