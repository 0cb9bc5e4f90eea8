import type { Block, FormDocument } from '../../../shared/documents/document.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { Attachment } from '../attachment.ts';
import { Flow } from './flow.ts';
import { drawFooter, layFooter, textBottom } from './footer.ts';
import { type Conformance, FormPdf } from './form-pdf.ts';
import { STYLE } from './house-style.ts';
import { TEXT_WIDTH } from './page.ts';
import { node, type StructureNode } from './structure-node.ts';
import { drawTable } from './table-flow.ts';
import { textPieces } from './text-pieces.ts';
import { drawWatermark } from './watermark.ts';

const HEADINGS = ['H1', 'H2', 'H3'] as const;
/** Space before a block, and what must still fit under a heading, in points. */
const SPACE = { block: 7, heading: 10, underHeading: 60 } as const;

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
  for (const block of document.body) drawBlock(flow, block, root);
  const pages = pdf.pageCount;
  for (let page = 0; page < pages; page++) {
    pdf.turnTo(page);
    drawFooter(pdf, footer, page + 1, pages);
  }
  return pdf.finish();
}

function drawBlock(flow: Flow, block: Block, root: StructureNode): void {
  switch (block.kind) {
    case 'heading': {
      flow.skip(SPACE.heading);
      if (flow.room < SPACE.underHeading) flow.newPage();
      const style = STYLE.heading[block.level - 1] ?? STYLE.heading[2];
      flow.pieces(textPieces(block.text, style, TEXT_WIDTH, root, HEADINGS[block.level - 1] ?? 'H3'));
      return;
    }
    case 'paragraph':
      flow.skip(SPACE.block);
      flow.pieces(textPieces(block.text, block.small ? STYLE.small : STYLE.body, TEXT_WIDTH, root));
      return;
    case 'table':
      flow.skip(SPACE.block);
      drawTable(flow, block, root);
      return;
    default:
      assertNever(block);
  }
}
