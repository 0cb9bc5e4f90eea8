import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { columnShares } from './column-shares.ts';
import type { ScriptBlock } from './script-text.ts';

export type Picture = { readonly png: Uint8Array; readonly width: number; readonly height: number };

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const FONT = 'Calibri';
const WIDTH = 9026;

/** A learner's script as a DOCX of A4 pages, plain as people write them. */
export async function scriptDocx(
  blocks: readonly ScriptBlock[],
  pictures: Readonly<Record<string, Picture>>,
  about: { readonly title: string; readonly author: string },
): Promise<Uint8Array> {
  const heading = (size: number) => ({
    run: { font: FONT, size, bold: true, color: '1F3864' },
    paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
  });
  const file = new Document({
    title: about.title,
    creator: about.author,
    styles: {
      default: {
        document: { run: { font: FONT, size: 22, language: { value: 'en-GB' } } },
        heading1: heading(36),
        heading2: heading(28),
        heading3: heading(24),
      },
    },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        footers: { default: footer(about.author) },
        children: blocks.flatMap((block) => drawBlock(block, pictures)),
      },
    ],
  });
  return Packer.pack(file, 'uint8array');
}

function drawBlock(block: ScriptBlock, pictures: Readonly<Record<string, Picture>>): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: LEVELS[block.level] })];
    case 'paragraph': {
      const children = block.words.map((words) => new TextRun({ text: words.text, bold: words.bold }));
      return [new Paragraph({ spacing: { after: 140, line: 280 }, children })];
    }
    case 'bullets':
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 }, spacing: { after: 60 } }));
    case 'table':
      return [drawTable(block.rows), new Paragraph({})];
    case 'figure': {
      const picture = pictures[block.chart];
      if (!picture) throw new Error(`No picture is called ${block.chart}`);
      const image = new ImageRun({
        type: 'png',
        data: picture.png,
        transformation: { width: picture.width, height: picture.height },
        altText: { name: block.chart, title: block.caption, description: block.caption },
      });
      const caption = new TextRun({ text: block.caption, italics: true, size: 19 });
      return [new Paragraph({ children: [image] }), new Paragraph({ spacing: { after: 160 }, children: [caption] })];
    }
  }
}

function drawTable(rows: readonly (readonly string[])[]): Table {
  const widths = columnShares(rows).map((share) => Math.floor(share * WIDTH));
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    margins: { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index === 0,
          cantSplit: true,
          children: row.map((text, at) => {
            const run = new TextRun({ text, bold: index === 0, size: 18 });
            return new TableCell({
              width: { size: widths[at] ?? 0, type: WidthType.DXA },
              ...(index === 0 ? { shading: { type: ShadingType.CLEAR, fill: 'E7E6E6', color: 'auto' } } : {}),
              children: [new Paragraph({ children: [run] })],
            });
          }),
        }),
    ),
  });
}

function footer(author: string): Footer {
  const children = [new TextRun({ size: 17, children: [`${author}, page `, PageNumber.CURRENT] })];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children })] });
}
