import type { FormPdf } from './form-pdf.ts';
import { PAGE } from './page.ts';
import type { Piece } from './piece.ts';

/** Where drawing has come to. Pages are begun as they are needed. */
export class Flow {
  readonly pdf: FormPdf;
  readonly bottom: number;
  readonly #begin: (pdf: FormPdf) => void;
  y: number = PAGE.top;

  /** `bottom`: where the text ends and the footer begins. `begin` is called on every new page. */
  constructor(pdf: FormPdf, bottom: number, begin: (pdf: FormPdf) => void) {
    this.pdf = pdf;
    this.bottom = bottom;
    this.#begin = begin;
    this.newPage();
  }

  get room(): number {
    return this.bottom - this.y;
  }

  get atTop(): boolean {
    return this.y <= PAGE.top;
  }

  /** The height of an empty page. */
  get capacity(): number {
    return this.bottom - PAGE.top;
  }

  newPage(): void {
    this.pdf.addPage();
    this.y = PAGE.top;
    this.#begin(this.pdf);
  }

  /** Space between two blocks; none at the top of a page. */
  skip(height: number): void {
    if (!this.atTop) this.y = Math.min(this.y + height, this.bottom);
  }

  /** Draws pieces below each other over the whole width, parted over pages where they must be. */
  pieces(pieces: readonly Piece[]): void {
    for (const [index, piece] of pieces.entries()) {
      const next = piece.keepWithNext ? (pieces[index + 1]?.height ?? 0) : 0;
      if (piece.height + next > this.room && !this.atTop) this.newPage();
      drawPiece(this.pdf, piece, PAGE.left, this.y);
      this.y += piece.height;
    }
  }
}

export function drawPiece(pdf: FormPdf, piece: Piece, x: number, y: number): void {
  for (const mark of piece.marks) {
    if (mark.node.tag !== 'Form') pdf.mark(mark.node);
    mark.draw(pdf, x, y);
  }
}
