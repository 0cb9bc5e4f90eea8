import { assertNever } from '../lib/assert-never.ts';
import type { FeedbackBlock } from '../lib/feedback-text.ts';
import type { CellContent, FormDocument, Row } from './document.ts';
import { BOX } from './document.ts';

/** The body's text in reading order, a line for every run of text. Footer and watermark stand on every page: not here. */
export function documentLines(document: FormDocument): readonly string[] {
  return document.body.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return [block.text];
      case 'table':
        return [...block.head, ...block.rows].flatMap(rowLines);
      default:
        return assertNever(block);
    }
  });
}

/** The body's words in reading order: what PDF and DOCX must both carry. */
export function documentWords(document: FormDocument): readonly string[] {
  return documentLines(document).flatMap((line) => line.split(/\s+/u).filter((word) => word !== ''));
}

/** Every character that a drawer must have a glyph for, each once, white space aside. */
export function documentCharacters(document: FormDocument): ReadonlySet<string> {
  const everything = [...documentLines(document), ...document.footer, document.watermark ?? ''].join('');
  return new Set([...everything].filter((character) => !/\s/u.test(character)));
}

function rowLines(row: Row): readonly string[] {
  return row.cells.flatMap((cell) => cell.content.flatMap(contentLines));
}

function blockLine(block: FeedbackBlock): string {
  const words = block.runs.map((run) => run.text).join('');
  return block.kind === 'quotation' ? `${quotationNumber(block.number)}${words}` : words;
}

/** What stands before a quotation's words: the number that its highlight has in the learner's annotated copy. */
export function quotationNumber(number: number | null): string {
  return number === null ? '' : `[${number}] `;
}

/** The words of one piece of a cell. A place to be filled in has no words until it is signed. */
function contentLines(content: CellContent): readonly string[] {
  switch (content.kind) {
    case 'text':
      return [content.text];
    case 'feedback':
      return content.blocks.map(blockLine);
    case 'bullets':
      return content.items;
    case 'labelled':
      return content.value === '' ? [content.label] : [`${content.label} ${content.value}`];
    case 'checkbox':
      return [`${content.label} ${content.checked ? BOX.ticked : BOX.empty}`];
    case 'mark':
      return [content.mark === null ? '' : String(content.mark), content.available, content.minimum ?? ''].filter(
        (line) => line !== '',
      );
    case 'choice':
      return [content.options.join('/')];
    case 'field':
      return content.field.signed ?? [];
    default:
      return assertNever(content);
  }
}
