import type { FormField } from '../../../shared/documents/document.ts';
import { addField } from './form-field.ts';
import type { FormPdf } from './form-pdf.ts';
import { STYLE } from './house-style.ts';
import { heightOf, type Mark, type Piece } from './piece.ts';
import { node, type StructureNode } from './structure-node.ts';
import { textPieces } from './text-pieces.ts';

/** Heights in points: what a person fills in on one line; a signature shows several. */
const HEIGHTS: Readonly<Record<FormField['type'], number>> = {
  text: 15,
  number: 18,
  date: 15,
  choice: 15,
  signature: 36,
};
const MARGIN = 1.5;

/**
 * A place that is filled in later. Of a place that this very file will be signed at, the lines stand on the page as
 * text, in reading order, and the signature's widget lies over them without an appearance of its own.
 */
export function fieldPieces(field: FormField, width: number, parent: StructureNode): readonly Piece[] {
  const lines = (field.signed ?? []).flatMap((line) => textPieces(line, STYLE.small, width, parent));
  const of = node('Form', parent);
  const height = Math.max(HEIGHTS[field.type], heightOf(lines));
  const widget: Mark = {
    node: of,
    draw: (pdf, x, y) => addField(pdf, of, field, { x, y: y + MARGIN, width, height }),
  };
  return [{ height: height + MARGIN * 2, marks: [...stacked(lines), widget] }];
}

/** The marks of pieces that stand one below the other, as marks of one piece. */
function stacked(pieces: readonly Piece[]): readonly Mark[] {
  let below = MARGIN;
  return pieces.flatMap((piece) => {
    const offset = below;
    below += piece.height;
    return piece.marks.map((mark) => ({
      node: mark.node,
      draw: (pdf: FormPdf, x: number, y: number) => mark.draw(pdf, x, y + offset),
    }));
  });
}
