import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { columnShares } from './column-shares.ts';
import { type Chart, chartHeight, drawChart } from './draw-chart.ts';
import type { ScriptBlock, Words } from './script-text.ts';

const resolve = createRequire(import.meta.url).resolve;
const FACES = { body: 'DejaVuSerif', bold: 'DejaVuSerif-Bold', sans: 'DejaVuSans' } as const;
const SIZES = { 1: 17, 2: 13, 3: 11 } as const;
const TEXT = 10;

/** A learner's script as a PDF of A4 pages with page numbers. */
export function scriptPdf(
  blocks: readonly ScriptBlock[],
  charts: Readonly<Record<string, Chart>>,
  about: { readonly title: string; readonly author: string; readonly made: Date },
): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 64,
    bufferPages: true,
    lang: 'en-GB',
    info: { Title: about.title, Author: about.author, CreationDate: about.made, ModDate: about.made },
  });
  for (const [name, face] of Object.entries(FACES)) {
    pdf.registerFont(name, resolve(`dejavu-fonts-ttf/ttf/${face}.ttf`));
  }
  const done = collected(pdf);
  for (const block of blocks) drawBlock(pdf, block, charts);
  numberPages(pdf, about.author);
  pdf.end();
  return done;
}

function drawBlock(pdf: PDFKit.PDFDocument, block: ScriptBlock, charts: Readonly<Record<string, Chart>>): void {
  switch (block.kind) {
    case 'heading':
      room(pdf, 70);
      pdf
        .moveDown(block.level === 1 ? 0 : 0.7)
        .font('bold')
        .fontSize(SIZES[block.level])
        .text(block.text);
      pdf.moveDown(0.3);
      return;
    case 'paragraph':
      drawParagraph(pdf, block.words);
      return;
    case 'bullets':
      pdf
        .font('body')
        .fontSize(TEXT)
        .list([...block.items], { bulletRadius: 1.6, textIndent: 14, lineGap: 2 });
      pdf.moveDown(0.6);
      return;
    case 'table':
      drawTable(pdf, block.rows);
      return;
    case 'figure': {
      const chart = charts[block.chart];
      if (!chart) throw new Error(`No chart is called ${block.chart}`);
      const height = chartHeight(chart);
      room(pdf, height + 40);
      const top = pdf.y + 6;
      pdf.font('sans');
      drawChart(pdf, chart, left(pdf), top, width(pdf));
      pdf
        .font('body')
        .fontSize(8.5)
        .text(block.caption, left(pdf), top + height + 4, { width: width(pdf) });
      pdf.moveDown(0.8);
      return;
    }
  }
}

function drawParagraph(pdf: PDFKit.PDFDocument, words: readonly Words[]): void {
  pdf.fontSize(TEXT);
  for (const [index, one] of words.entries()) {
    pdf.font(one.bold ? 'bold' : 'body').text(one.text, { continued: index < words.length - 1, lineGap: 2.5 });
  }
  pdf.moveDown(0.6);
}

/** A bordered table; a row never breaks over pages. */
function drawTable(pdf: PDFKit.PDFDocument, rows: readonly (readonly string[])[]): void {
  const widths = columnShares(rows).map((share) => share * width(pdf));
  pdf.fontSize(8);
  for (const [index, row] of rows.entries()) {
    pdf.font(index === 0 ? 'bold' : 'body');
    const height =
      Math.max(...row.map((cell, at) => pdf.heightOfString(cell || ' ', { width: (widths[at] ?? 0) - 8 }))) + 7;
    room(pdf, height);
    const top = pdf.y;
    let x = left(pdf);
    for (const [at, cell] of row.entries()) {
      const cellWidth = widths[at] ?? 0;
      const box = pdf.rect(x, top, cellWidth, height).lineWidth(0.5);
      if (index === 0) box.fillAndStroke('#e7e6e6', '#404040');
      else box.stroke('#404040');
      pdf.fillColor('#000000').text(cell, x + 4, top + 4, { width: cellWidth - 8 });
      x += cellWidth;
    }
    pdf.x = left(pdf);
    pdf.y = top + height;
  }
  pdf.moveDown(1);
}

/** Starts a page where fewer points than these are left on this one. */
function room(pdf: PDFKit.PDFDocument, points: number): void {
  if (pdf.y + points > pdf.page.height - pdf.page.margins.bottom) pdf.addPage();
}

function left(pdf: PDFKit.PDFDocument): number {
  return pdf.page.margins.left;
}

function width(pdf: PDFKit.PDFDocument): number {
  return pdf.page.width - pdf.page.margins.left - pdf.page.margins.right;
}

function numberPages(pdf: PDFKit.PDFDocument, author: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.font('sans').fontSize(8).fillColor('#595959');
    pdf.text(`${author}, page ${page + 1}`, left(pdf), pdf.page.height - 40, { width: width(pdf), align: 'right' });
  }
}

function collected(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolved, failed) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolved(Buffer.concat(chunks)));
    pdf.on('error', failed);
  });
}
