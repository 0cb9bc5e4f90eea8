import { BOX, type Cell, type CellContent } from '../../../shared/documents/document.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { bulletPieces } from './bullet-pieces.ts';
import { choicePieces } from './choice-pieces.ts';
import { fieldPieces } from './field-pieces.ts';
import { STYLE } from './house-style.ts';
import { markPieces } from './mark-pieces.ts';
import { gap, type Piece } from './piece.ts';
import type { StructureNode } from './structure-node.ts';
import { labelledPieces, textPieces } from './text-pieces.ts';

/** Between two contents of one cell, in points. */
const BETWEEN = 2;

/** Lays a cell's contents out below each other in `width` points. */
export function cellPieces(cell: Cell, width: number, of: StructureNode): readonly Piece[] {
  return cell.content.flatMap((content, index) => {
    const pieces = contentPieces(content, width, of);
    return index > 0 && pieces.length > 0 ? [gap(BETWEEN), ...pieces] : pieces;
  });
}

function contentPieces(content: CellContent, width: number, of: StructureNode): readonly Piece[] {
  switch (content.kind) {
    case 'text':
      return textPieces(content.text, content.bold ? STYLE.bold : content.small ? STYLE.small : STYLE.body, width, of);
    case 'feedback':
      return content.text === '' ? [] : textPieces(content.text, STYLE.body, width, of);
    case 'bullets':
      return bulletPieces(content.items, width, of);
    case 'labelled':
      return labelledPieces(content.label, content.value, width, of);
    case 'checkbox':
      return labelledPieces(content.label, content.checked ? BOX.ticked : BOX.empty, width, of);
    case 'mark':
      return markPieces(content, width, of);
    case 'choice':
      return choicePieces(content, width, of);
    case 'field':
      return fieldPieces(content.field, width, of);
    default:
      return assertNever(content);
  }
}
