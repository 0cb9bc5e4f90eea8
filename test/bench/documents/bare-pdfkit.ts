import PDFDocument from 'pdfkit';
import type { TextStyle } from '../../../electron/exports/fonts/text-style.ts';
import { typeface } from '../../../electron/exports/fonts/typeface.ts';
import { STYLE } from '../../../electron/exports/pdf/house-style.ts';
import { PAGE, TEXT_WIDTH } from '../../../electron/exports/pdf/page.ts';
import type { Block, CellContent, FormDocument } from '../../../shared/documents/document.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';

type Words = { readonly text: string; readonly style: TextStyle };

/**
 * The words of a document as pdfkit writes them by itself: the same fonts, parsed once, the same sizes, straight down the
 * page. No table, no tags, no fields, no archive form, no signature.
 */
export async function barePdf(document: FormDocument): Promise<Uint8Array> {
  // The types know only files and bytes; a parsed font is taken as it is.
  const fonts = { regular: typeface('regular').font, bold: typeface('bold').font } as object as Record<string, Buffer>;
  const margins = { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.left, right: PAGE.right };
  const pdf = new PDFDocument({ size: 'A4', margins, font: '' });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => pdf.on('end', () => resolve()));
  for (const [name, font] of Object.entries(fonts)) pdf.registerFont(name, font);
  for (const { text, style } of wordsOf(document)) {
    pdf.font(style.weight, style.size).text(text, { width: TEXT_WIDTH });
  }
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Every text of the document once, in its order. */
export function wordsOf(document: FormDocument): readonly Words[] {
  const footer = document.footer.map((text) => ({ text, style: STYLE.footer }));
  return [...document.body.flatMap(wordsOfBlock), ...footer].filter(({ text }) => text !== '');
}

function wordsOfBlock(block: Block): readonly Words[] {
  switch (block.kind) {
    case 'heading':
      return [{ text: block.text, style: STYLE.heading[block.level - 1] ?? STYLE.heading[2] }];
    case 'paragraph':
      return [{ text: block.text, style: block.small ? STYLE.small : STYLE.body }];
    case 'table':
      return [...block.head, ...block.rows].flatMap((row) =>
        row.cells.flatMap((cell) => cell.content.flatMap(wordsOfContent)),
      );
  }
}

function wordsOfContent(content: CellContent): readonly Words[] {
  switch (content.kind) {
    case 'text': {
      const small = content.bold ? STYLE.smallBold : STYLE.small;
      return [{ text: content.text, style: content.small ? small : content.bold ? STYLE.bold : STYLE.body }];
    }
    case 'feedback':
      return content.blocks.flatMap((block) =>
        block.runs.map(({ text, bold }) => ({ text, style: bold ? STYLE.bold : STYLE.body })),
      );
    case 'bullets':
      return content.items.map((text) => ({ text, style: STYLE.body }));
    case 'labelled':
      return [
        { text: content.label, style: content.small ? STYLE.smallBold : STYLE.bold },
        { text: content.value, style: content.small ? STYLE.small : STYLE.body },
      ];
    case 'checkbox':
      return [{ text: content.label, style: STYLE.body }];
    case 'mark': {
      const printed = [content.mark === null ? '' : String(content.mark), content.available, content.minimum ?? ''];
      return [{ text: printed.join(' '), style: STYLE.mark }];
    }
    case 'choice':
      return [{ text: content.options.join('/'), style: STYLE.bold }];
    case 'field':
      return (content.field.signed ?? []).map((text) => ({ text, style: STYLE.small }));
    default:
      return assertNever(content);
  }
}
