import type { FormField } from '../../../shared/documents/document.ts';
import { addField } from './form-field.ts';
import { STYLE } from './house-style.ts';
import { heightOf, type Mark, moved, type Piece } from './piece.ts';
import { node, type StructureNode } from './structure-node.ts';
import { textPieces } from './text-pieces.ts';

/** Heights in points: what a person fills in on one line; a signature shows several. */
const HEIGHTS: Readonly<Record<FormField['type'], number>> = {
  text: 15,
  number: 17,
  date: 15,
  choice: 15,
  signature: 36,
};
const MARGIN = 1.5;
/** A field stands beside its label only if this much of the line is left for it, in points; a name takes more. */
const LEAST_BESIDE = { name: 120, other: 72 } as const;
const AFTER_LABEL = 3;

/**
 * A place that is filled in later. Of a place that this very file will be signed at, the lines stand on the page as
 * text, in reading order, and the signature's widget lies over them without an appearance of its own.
 */
export function fieldPieces(field: FormField, width: number, parent: StructureNode, alone: boolean): readonly Piece[] {
  if (field.type === 'number') return [numberPiece(field, width, parent, alone)];
  const lines = (field.signed ?? []).flatMap((line) => textPieces(line, STYLE.small, width, parent));
  const of = node('Form', parent);
  const height = Math.max(HEIGHTS[field.type], heightOf(lines));
  const widget: Mark = {
    node: of,
    draw: (pdf, x, y) => addField(pdf, of, field, { x, y: y + MARGIN, width, height }),
  };
  return [{ height: height + MARGIN * 2, marks: [...stacked(lines), widget] }];
}

/** A mark to be filled in stands as the assessor's does in the cell beside it. */
function numberPiece(field: FormField, width: number, parent: StructureNode, alone: boolean): Piece {
  const style = alone ? STYLE.mark : STYLE.bold;
  const of = node('Form', parent);
  const height = HEIGHTS.number;
  const higher = (height - style.leading) / 2;
  const widget: Mark = {
    node: of,
    draw: (pdf, x, y) =>
      addField(pdf, of, field, { x, y: y - higher, width, height }, { size: style.size, centred: alone }),
  };
  return { height: style.leading, marks: [widget] };
}

/** The marks of pieces that stand one below the other, as marks of one piece. */
function stacked(pieces: readonly Piece[]): readonly Mark[] {
  let below = MARGIN;
  return pieces.flatMap((piece) => {
    const offset = below;
    below += piece.height;
    return piece.marks.map((mark) => moved(mark, 0, offset));
  });
}

/**
 * The pieces with a field at the end of their last line, on which its label stands; null if there is no such line, it
 * leaves too little room, or the field is a signature, which has a line of its own.
 */
export function fieldsBeside(
  field: FormField,
  pieces: readonly Piece[],
  width: number,
  parent: StructureNode,
): readonly Piece[] | null {
  const label = pieces.at(-1);
  if (label?.reach === undefined || field.type === 'signature') return null;
  const left = label.reach + AFTER_LABEL;
  if (width - left < (field.type === 'text' ? LEAST_BESIDE.name : LEAST_BESIDE.other)) return null;
  const of = node('Form', parent);
  const height = HEIGHTS[field.type];
  const higher = (height - label.height) / 2;
  const widget: Mark = {
    node: of,
    draw: (pdf, x, y) => addField(pdf, of, field, { x: x + left, y: y - higher, width: width - left, height }),
  };
  return [...pieces.slice(0, -1), { height: label.height + higher, marks: [...label.marks, widget] }];
}
