import { breakLines } from '../fonts/break-lines.ts';
import { baselineOf } from '../fonts/text-style.ts';
import { STYLE } from './house-style.ts';
import type { Piece } from './piece.ts';
import { node, type StructureNode } from './structure-node.ts';
import { lineMark } from './text-pieces.ts';

const INDENT = 8;
const BULLET = '•';

/** The bulleted criteria of a section, as a list. */
export function bulletPieces(items: readonly string[], width: number, parent: StructureNode): readonly Piece[] {
  const list: StructureNode = { tag: 'L', parent, attributes: { O: 'List', ListNumbering: 'Disc' } };
  const inner = width - INDENT;
  return items.flatMap((item) => {
    const entry = node('LI', list);
    const label = node('Lbl', entry);
    const body = node('LBody', entry);
    const [bullet] = breakLines(`${BULLET} `, STYLE.body, width);
    const lines = breakLines(item, STYLE.body, inner);
    return lines.map((line, index): Piece => {
      const text = lineMark(line, STYLE.body, inner, body);
      const words = { node: body, draw: text.draw };
      const shifted = {
        ...words,
        draw: (...[pdf, x, y]: Parameters<typeof text.draw>) => text.draw(pdf, x + INDENT, y),
      };
      if (index > 0 || !bullet) return { height: line.leading, marks: [shifted] };
      const point = {
        node: label,
        draw: (...[pdf, x, y]: Parameters<typeof text.draw>) => pdf.line(bullet, x, y + baselineOf(STYLE.body)),
      };
      return { height: line.leading, marks: [point, shifted], keepWithNext: lines.length > 1 };
    });
  });
}
