import type { Run } from '../../../shared/lib/feedback-text.ts';
import { breakLines } from '../fonts/break-lines.ts';
import { STYLE } from './house-style.ts';
import { moved, type Piece } from './piece.ts';
import { runLines, styledRuns } from './run-lines.ts';
import { node, type StructureNode } from './structure-node.ts';
import { lineMark } from './text-pieces.ts';

const INDENT = 8;
const BULLET = '•';

/** The bulleted criteria of a section, or an assessor's bullets, as a list. */
export function bulletPieces(
  items: readonly (readonly Run[])[],
  width: number,
  parent: StructureNode,
): readonly Piece[] {
  const list: StructureNode = { tag: 'L', parent, attributes: { O: 'List', ListNumbering: 'Disc' } };
  const inner = width - INDENT;
  return items.flatMap((item) => {
    const entry = node('LI', list);
    const label = node('Lbl', entry);
    const body = node('LBody', entry);
    const points = breakLines(`${BULLET} `, STYLE.body, width).map((line) => lineMark(line, STYLE.body, width, label));
    const lines = runLines(styledRuns(item), inner);
    return lines.map((line, index): Piece => {
      const words = moved(lineMark(line, STYLE.body, inner, body), INDENT, 0);
      const marks = index === 0 ? [...points, words] : [words];
      return { height: line.leading, marks, keepWithNext: index === 0 && lines.length > 1 };
    });
  });
}
