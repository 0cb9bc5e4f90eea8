import type { FormField } from '../../../shared/documents/document.ts';
import { addField } from './form-field.ts';
import { STYLE } from './house-style.ts';
import type { Piece } from './piece.ts';
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

/** A place that is filled in later; a signed place that is drawn again shows its lines instead. */
export function fieldPieces(field: FormField, width: number, parent: StructureNode): readonly Piece[] {
  if (field.signed) return field.signed.flatMap((line) => textPieces(line, STYLE.small, width, parent));
  const of = node('Form', parent);
  const height = HEIGHTS[field.type];
  return [
    {
      height: height + MARGIN * 2,
      marks: [{ node: of, draw: (pdf, x, y) => addField(pdf, of, field, { x, y: y + MARGIN, width, height }) }],
    },
  ];
}
