import { assertNever } from '../lib/assert-never.ts';
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

/** The words of one piece of a cell. A place to be filled in has no words until it is signed. */
function contentLines(content: CellContent): readonly string[] {
  switch (content.kind) {
    case 'text':
      return [content.text];
    case 'feedback':
      return content.text === '' ? [] : content.text.split('\n');
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
