import { breakLines } from '../fonts/break-lines.ts';
import { STYLE } from './house-style.ts';
import { gap, type Piece } from './piece.ts';
import { node, type StructureNode } from './structure-node.ts';
import { linePieces } from './text-pieces.ts';

/**
 * A section's mark as the paper form has it: the number above "/30 marks" and "(min 15)". It is one paragraph, so that
 * it is read out as "26 /30 marks (min 15)". A mark that was not given leaves its place blank.
 */
export function markPieces(
  content: { readonly mark: number | null; readonly available: string; readonly minimum: string | null },
  width: number,
  parent: StructureNode,
): readonly Piece[] {
  const of = node('P', parent);
  const number =
    content.mark === null
      ? [gap(STYLE.mark.leading)]
      : linePieces(breakLines(`${content.mark} `, STYLE.mark, width), STYLE.mark, width, of, 'centre');
  const printed = [content.available, content.minimum ?? ''].filter((words) => words !== '');
  const below = printed.flatMap((words) =>
    linePieces(breakLines(`${words} `, STYLE.small, width), STYLE.small, width, of, 'centre'),
  );
  const pieces = [...number, ...below];
  return pieces.map((piece, index) => ({ ...piece, keepWithNext: index < pieces.length - 1 }));
}
