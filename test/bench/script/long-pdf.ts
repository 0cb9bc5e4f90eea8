import PDFDocument from 'pdfkit';
import { typeface } from '../../../electron/exports/fonts/typeface.ts';
import { collected } from '../../support/zip-files.ts';
import { SampleText } from '../documents/sample-text.ts';

/** A script of so many full pages of text, with its font in it. */
export function longPdf(pages: number): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 60, autoFirstPage: false });
  const text = new SampleText();
  // The types know only files and bytes; a parsed font is taken as it is.
  pdf.registerFont('text', typeface('regular').font as object as Buffer);
  for (let page = 1; page <= pages; page += 1) {
    pdf.addPage().font('text', 11).text(`Page ${page}`).moveDown();
    for (let paragraph = 0; paragraph < 5; paragraph += 1) pdf.text(text.take(420)).moveDown();
  }
  pdf.end();
  return collected(pdf);
}
