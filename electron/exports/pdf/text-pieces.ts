import { breakParagraph, fillLines, type Line, paragraphsOf } from '../fonts/break-lines.ts';
import { baselineOf, type TextStyle } from '../fonts/text-style.ts';
import { wordsOf } from '../fonts/words.ts';
import { STYLE } from './house-style.ts';
import { gap, type Mark, type Piece } from './piece.ts';
import { node, type StructureNode, type StructureTag } from './structure-node.ts';

type Align = 'start' | 'centre';

/** Draws one line as a part of `of`. `width` is what the line stands in. */
export function lineMark(line: Line, style: TextStyle, width: number, of: StructureNode, align: Align = 'start'): Mark {
  const indent = align === 'centre' ? (width - line.width) / 2 : line.fromRight ? width - line.width : 0;
  return { node: of, draw: (pdf, x, y) => pdf.line(line, x + indent, y + baselineOf(style)) };
}

/** Between two paragraphs of one text, in points. */
export const BETWEEN_PARAGRAPHS = 2.5;

/** One structure element for each paragraph of a text; an empty paragraph is half a line of space. */
export function textPieces(
  text: string,
  style: TextStyle,
  width: number,
  parent: StructureNode,
  tag: StructureTag = 'P',
  align: Align = 'start',
): readonly Piece[] {
  return paragraphsOf(text).flatMap((paragraph, index) => {
    if (paragraph.trim() === '') return [gap(style.leading / 2)];
    const pieces = linePieces(breakParagraph(paragraph, style, width), style, width, node(tag, parent), align);
    return index === 0 ? pieces : [gap(BETWEEN_PARAGRAPHS), ...pieces];
  });
}

/** The lines of one element; its first two and its last two stay together. */
export function linePieces(
  lines: readonly Line[],
  style: TextStyle,
  width: number,
  of: StructureNode,
  align: Align = 'start',
): readonly Piece[] {
  return lines.map((line, index) => ({
    height: line.leading,
    marks: [lineMark(line, style, width, of, align)],
    keepWithNext: lines.length > 1 && (index === 0 || index === lines.length - 2),
    ...(align === 'start' && !line.fromRight ? { reach: line.width } : {}),
  }));
}

/** "Centre Number:" and, stronger, what was filled in; one paragraph. */
export function labelledPieces(
  content: { readonly label: string; readonly value: string; readonly small?: boolean },
  width: number,
  parent: StructureNode,
): readonly Piece[] {
  const of = node('P', parent);
  const [plain, strong] = content.small ? [STYLE.small, STYLE.smallBold] : [STYLE.body, STYLE.bold];
  const [first = '', ...others] = paragraphsOf(content.value);
  const words = [...wordsOf(`${content.label} `, plain), ...wordsOf(first, strong)];
  const lines = [
    ...fillLines(words, width, plain.leading, 0),
    ...others.flatMap((paragraph) => breakParagraph(paragraph, strong, width)),
  ];
  return linePieces(lines, plain, width, of);
}

/** A label and its box, which is larger than the letters. */
export function checkboxPieces(label: string, box: string, width: number, parent: StructureNode): readonly Piece[] {
  const words = [...wordsOf(`${label} `, STYLE.body), ...wordsOf(box, STYLE.box)];
  return linePieces(fillLines(words, width, STYLE.body.leading, 0), STYLE.body, width, node('P', parent));
}
