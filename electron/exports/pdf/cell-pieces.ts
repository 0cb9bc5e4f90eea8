import { BOX, type Cell, type CellContent } from '../../../shared/documents/document.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { bulletPieces } from './bullet-pieces.ts';
import { choicePieces } from './choice-pieces.ts';
import { feedbackPieces } from './feedback-pieces.ts';
import { fieldPieces, fieldsBeside } from './field-pieces.ts';
import { STYLE } from './house-style.ts';
import { markPieces } from './mark-pieces.ts';
import { gap, type Piece } from './piece.ts';
import type { StructureNode } from './structure-node.ts';
import { checkboxPieces, labelledPieces, textPieces } from './text-pieces.ts';

/** Between two contents of one cell, in points. */
const BETWEEN = 2;

/** Lays a cell's contents out below each other in `width` points; a short field stands beside its label. */
export function cellPieces(cell: Cell, width: number, of: StructureNode): readonly Piece[] {
  let laid: readonly Piece[] = [];
  for (const content of cell.content) {
    const beside = content.kind === 'field' ? fieldsBeside(content.field, laid, width, of) : null;
    if (beside) {
      laid = beside;
      continue;
    }
    const pieces = contentPieces(content, width, of, cell.content.length === 1);
    laid = laid.length > 0 && pieces.length > 0 ? [...laid, gap(BETWEEN), ...pieces] : [...laid, ...pieces];
  }
  return laid;
}

function contentPieces(content: CellContent, width: number, of: StructureNode, alone: boolean): readonly Piece[] {
  switch (content.kind) {
    case 'text':
      return textPieces(content.text, textStyle(content), width, of);
    case 'feedback':
      return feedbackPieces(content.blocks, width, of);
    case 'bullets':
      return bulletPieces(
        content.items.map((text) => [{ text, bold: false }]),
        width,
        of,
      );
    case 'labelled':
      return labelledPieces(content, width, of);
    case 'checkbox':
      return checkboxPieces(content.label, content.checked ? BOX.ticked : BOX.empty, width, of);
    case 'mark':
      return markPieces(content, width, of);
    case 'choice':
      return choicePieces(content, width, of);
    case 'field':
      return fieldPieces(content.field, width, of, alone);
    default:
      return assertNever(content);
  }
}

function textStyle(content: { readonly bold?: boolean; readonly small?: boolean }) {
  if (content.small) return content.bold ? STYLE.smallBold : STYLE.small;
  return content.bold ? STYLE.bold : STYLE.body;
}
