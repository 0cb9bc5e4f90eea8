import { AlignmentType, Document, Footer, Header, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type { Block, FormDocument } from '../../../shared/documents/document.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { Attachment } from '../attachment.ts';
import { coreProperties } from './core-properties.ts';
import { addDataParts } from './data-parts.ts';
import { drawTable } from './draw-table.ts';
import { paragraphOf } from './draw-text.ts';
import { PAGE } from './page.ts';
import { COLOUR, NUMBERING, SIZE, STYLES } from './styles.ts';
import { clearZipTimes } from './zip-times.ts';

/**
 * The document as DOCX. The same document is always the same bytes, since no clock goes in; only a draft's watermark
 * carries an id that the library draws by chance. The attachments become parts of it that no program shows.
 */
export async function drawDocx(
  document: FormDocument,
  attachments: readonly Pick<Attachment, 'name' | 'json'>[] = [],
): Promise<Uint8Array> {
  const file = new Document({
    title: document.title,
    subject: document.subject,
    creator: document.author,
    styles: STYLES,
    numbering: NUMBERING,
    sections: [
      {
        properties: { page: { size: { width: PAGE.width, height: PAGE.height }, margin: PAGE.margin } },
        headers: { default: headerOf(document.watermark) },
        footers: { default: footerOf(document.footer) },
        children: document.body.flatMap((block, at) => drawBlock(block, document.body[at + 1])),
      },
    ],
  });
  const data = addDataParts(file, attachments);
  const bytes = await Packer.pack(file, 'uint8array', false, [coreProperties(document), ...data]);
  return clearZipTimes(bytes);
}

/** A paragraph above a table stays with its beginning, as a heading does with what follows. */
function drawBlock(block: Block, next: Block | undefined) {
  switch (block.kind) {
    case 'heading': {
      const level = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][block.level - 1];
      return [paragraphOf(block.text, {}, level === undefined ? {} : { heading: level })];
    }
    case 'paragraph':
      return [
        paragraphOf(block.text, block.small ? { size: SIZE.small } : {}, {
          spacing: { after: 100 },
          ...(next?.kind === 'table' ? { keepNext: true } : {}),
        }),
      ];
    case 'table':
      return [drawTable(block), gap()];
    default:
      return assertNever(block);
  }
}

/** Two tables with nothing between them would become one; the gap is as small as a line can be. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { line: 120, lineRule: 'exact', before: 0, after: 0 }, children: [] });
}

function headerOf(watermark: string | null): Header {
  const children = watermark === null ? [] : [new TextWatermark({ text: watermark, font: 'Arial' })];
  return new Header({ children: [new Paragraph({ children })] });
}

function footerOf(lines: readonly string[]): Footer {
  const run = { size: SIZE.footer, color: COLOUR.quiet };
  return new Footer({
    children: [
      ...lines.map((line) => new Paragraph({ children: [new TextRun({ ...run, text: line })] })),
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ ...run, children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  });
}
