import type { Block, FormDocument, Table } from '../../../shared/documents/document.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { Attachment } from '../attachment.ts';
import { Flow } from './flow.ts';
import { drawFooter, layFooter, textBottom } from './footer.ts';
import { type Conformance, FormPdf } from './form-pdf.ts';
import { STYLE } from './house-style.ts';
import { TEXT_WIDTH } from './page.ts';
import { heightOf, type Piece } from './piece.ts';
import { node, type StructureNode } from './structure-node.ts';
import { drawTable, tableStart } from './table-flow.ts';
import { textPieces } from './text-pieces.ts';
import { drawWatermark } from './watermark.ts';

const HEADINGS = ['H1', 'H2', 'H3'] as const;
/** Space before a block, in points. */
const SPACE = { block: 7, heading: 10 } as const;

export type PdfOptions = {
  /** PDF/A-3b by default. */
  readonly conformance?: Conformance;
  /** Data that rides in the file; part 1 of PDF/A has none. */
  readonly attachments?: readonly Attachment[];
};

/**
 * Draws a document as a tagged A4 PDF with its fonts in it. Fields are laid out for later.
 * Throws MissingCharacterError for a character that no embedded font has: ask `missingCharacters` first.
 */
export async function drawPdf(document: FormDocument, options: PdfOptions = {}): Promise<Uint8Array> {
  const { conformance = 'PDF/A-3b', attachments = [] } = options;
  const pdf = new FormPdf(document, conformance, attachments);
  const footer = layFooter(document.footer);
  const flow = new Flow(pdf, textBottom(footer), () => {
    if (document.watermark !== null) drawWatermark(pdf, document.watermark);
  });
  const root = node('Document', null);
  for (const [at, block] of document.body.entries()) drawBlock(flow, block, root, document.body.slice(at + 1));
  const pages = pdf.pageCount;
  for (let page = 0; page < pages; page++) {
    pdf.turnTo(page);
    drawFooter(pdf, footer, page + 1, pages);
  }
  return pdf.finish();
}

function drawBlock(flow: Flow, block: Block, root: StructureNode, after: readonly Block[]): void {
  switch (block.kind) {
    case 'heading': {
      flow.skip(SPACE.heading);
      const pieces = textPiecesOf(block, root);
      const needed = heightOf(pieces) + heightUnder(after, root, flow.capacity);
      if (needed > flow.room && needed <= flow.capacity && !flow.atTop) flow.newPage();
      flow.pieces(pieces);
      return;
    }
    case 'paragraph':
      flow.skip(SPACE.block);
      flow.pieces(textPiecesOf(block, root));
      return;
    case 'table':
      flow.skip(SPACE.block);
      drawTable(flow, block, root);
      return;
    default:
      assertNever(block);
  }
}

function textPiecesOf(block: Exclude<Block, Table>, root: StructureNode): readonly Piece[] {
  if (block.kind === 'paragraph') {
    return textPieces(block.text, block.small ? STYLE.small : STYLE.body, TEXT_WIDTH, root);
  }
  const style = STYLE.heading[block.level - 1] ?? STYLE.heading[2];
  return textPieces(block.text, style, TEXT_WIDTH, root, HEADINGS[block.level - 1] ?? 'H3');
}

/** What a heading stays on one page with: what is said under it up to the next heading, and the beginning of a table. */
function heightUnder(blocks: readonly Block[], root: StructureNode, capacity: number): number {
  const [next, ...after] = blocks;
  if (next === undefined) return 0;
  if (next.kind === 'table') return SPACE.block + tableStart(next, root, capacity);
  const space = next.kind === 'heading' ? SPACE.heading : SPACE.block;
  const height = space + heightOf(textPiecesOf(next, root));
  return after[0] === undefined || (next.kind === 'paragraph' && after[0].kind === 'heading')
    ? height
    : height + heightUnder(after, root, capacity);
}
