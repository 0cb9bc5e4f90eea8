import { Document, Packer, Paragraph, TextRun } from 'docx';
import type { FormDocument } from '../../../shared/documents/document.ts';
import { wordsOf } from './bare-pdfkit.ts';

/**
 * The words of a document as the DOCX library writes them by itself: a paragraph for each text, in its size and weight.
 * No table, no content control, no data, no signature.
 */
export function bareDocx(document: FormDocument): Promise<Uint8Array> {
  const children = wordsOf(document).map(({ text, style }) => {
    const run = new TextRun({ text, size: style.size * 2, bold: style.weight === 'bold' });
    return new Paragraph({ children: [run] });
  });
  return Packer.pack(new Document({ sections: [{ children }] }), 'uint8array');
}
