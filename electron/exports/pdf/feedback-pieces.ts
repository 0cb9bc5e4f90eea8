import { quotationNumber } from '../../../shared/documents/document-text.ts';
import { groupFeedback, isEmpty } from '../../../shared/lib/feedback-groups.ts';
import type { FeedbackBlock, Run } from '../../../shared/lib/feedback-text.ts';
import { bulletPieces } from './bullet-pieces.ts';
import { STYLE } from './house-style.ts';
import { gap, moved, type Piece } from './piece.ts';
import { runLines, styledRuns } from './run-lines.ts';
import { node, type StructureNode } from './structure-node.ts';
import { BETWEEN_PARAGRAPHS, linePieces } from './text-pieces.ts';

/** How far a quotation stands in from both sides, in points. */
const INDENT = 14;

/** The assessor's words: paragraphs, lists and quotations below each other; an empty line is half a line of space. */
export function feedbackPieces(
  blocks: readonly FeedbackBlock[],
  width: number,
  parent: StructureNode,
): readonly Piece[] {
  const laid: Piece[] = [];
  for (const group of groupFeedback(blocks)) {
    const number = group.kind === 'quotation' ? quotationNumber(group.number) : '';
    if (group.kind !== 'list' && number === '' && isEmpty(group.runs)) {
      laid.push(gap(STYLE.body.leading / 2));
      continue;
    }
    if (laid.length > 0) laid.push(gap(BETWEEN_PARAGRAPHS));
    if (group.kind === 'list') laid.push(...bulletPieces(group.items, width, parent));
    else if (group.kind === 'quotation') laid.push(...quotationPieces(number, group.runs, width, parent));
    else laid.push(...linePieces(runLines(styledRuns(group.runs), width), STYLE.body, width, node('P', parent)));
  }
  return laid;
}

/** The words between their quotation marks as they were typed, behind the small number of their highlight. */
function quotationPieces(number: string, runs: readonly Run[], width: number, parent: StructureNode): readonly Piece[] {
  const of = node('P', node('BlockQuote', parent));
  const inner = width - INDENT * 2;
  const lines = runLines([{ text: number, style: STYLE.small }, ...styledRuns(runs)], inner);
  return linePieces(lines, STYLE.body, inner, of).map((piece) => ({
    height: piece.height,
    marks: piece.marks.map((mark) => moved(mark, INDENT, 0)),
    ...(piece.keepWithNext === undefined ? {} : { keepWithNext: piece.keepWithNext }),
  }));
}
