import type { FormPdf } from './form-pdf.ts';
import type { StructureNode } from './structure-node.ts';

/** Something to draw at a place: `x`, `y` is the top left, in points. */
export type Mark = {
  readonly node: StructureNode;
  draw(pdf: FormPdf, x: number, y: number): void;
};

/** What is never parted by the end of a page: a line of text, a field, a gap. */
export type Piece = {
  readonly height: number;
  readonly marks: readonly Mark[];
  /** The next piece stays on the same page. */
  readonly keepWithNext?: boolean;
  /** How far a line of text reaches from the left, in points: a field may stand beside it. */
  readonly reach?: number;
};

/** A mark at another place than its piece's own, in points to the right and down. */
export function moved(mark: Mark, right: number, down: number): Mark {
  return { node: mark.node, draw: (pdf, x, y) => mark.draw(pdf, x + right, y + down) };
}

/** Empty space; left out at the top of a page. */
export function gap(height: number): Piece {
  return { height, marks: [] };
}

export function heightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.height, 0);
}
