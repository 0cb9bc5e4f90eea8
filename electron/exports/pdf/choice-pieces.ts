import { type Line, setLine } from '../fonts/break-lines.ts';
import { points } from '../fonts/text-operators.ts';
import { type Word, word } from '../fonts/words.ts';
import { STYLE } from './house-style.ts';
import type { Mark, Piece } from './piece.ts';
import { node, type StructureNode } from './structure-node.ts';
import { lineMark } from './text-pieces.ts';

const STYLE_OF = { chosen: STYLE.bold, other: STYLE.body } as const;
/** In points: the ring's distance from its word, from its neighbours, and above and below the line. */
const RING = { across: 2.5, outside: 1.2, above: 1.2, below: 2.4 } as const;

type Option = {
  readonly text: string;
  readonly chosen: boolean;
  readonly words: readonly Word[];
  readonly width: number;
};

/** "PASS/REFERRAL" with the chosen one ringed, as a person does it on paper; nothing is struck out. */
export function choicePieces(
  content: { readonly options: readonly string[]; readonly chosen: number | null },
  width: number,
  parent: StructureNode,
): readonly Piece[] {
  const paragraph = node('P', parent);
  const options = content.options.map((text, index) => {
    const chosen = index === content.chosen;
    const last = index === content.options.length - 1;
    return option(text, chosen, last ? '' : '/');
  });
  const rows: Option[][] = [];
  let used = 0;
  for (const each of options) {
    const row = rows.at(-1);
    if (row && used + each.width <= width) row.push(each);
    else {
      rows.push([each]);
      used = 0;
    }
    used += each.width;
  }
  return rows.map((row) => ({ height: STYLE.bold.leading + 4, marks: rowMarks(row, paragraph, width) }));
}

function option(text: string, chosen: boolean, after: string): Option {
  const style = chosen ? STYLE_OF.chosen : STYLE_OF.other;
  const words = [word(text, style, 0, false), ...(after === '' ? [] : [word(after, STYLE_OF.other, 0, true)])];
  const width = words.reduce((sum, each) => sum + each.width, 0) + (chosen ? (RING.across + RING.outside) * 2 : 0);
  return { text, chosen, words, width };
}

function rowMarks(row: readonly Option[], paragraph: StructureNode, width: number): readonly Mark[] {
  let left = (width - row.reduce((sum, each) => sum + each.width, 0)) / 2;
  return row.flatMap((each) => {
    const inset = each.chosen ? RING.across + RING.outside : 0;
    const [name, ...after] = each.words;
    const nameWidth = name?.width ?? 0;
    const nameLine = setLine(name ? [name] : [], STYLE.bold.leading, 0);
    const of: StructureNode = each.chosen ? { tag: 'Span', parent: paragraph, alt: `${each.text}, ringed` } : paragraph;
    const marks: Mark[] = [placed(nameLine, left + inset, of)];
    if (each.chosen) marks.push(ring(left + RING.outside, nameWidth + RING.across * 2, of));
    if (after.length > 0) {
      marks.push(placed(setLine(after, STYLE.bold.leading, 0), left + nameWidth + inset * 2, paragraph));
    }
    left += each.width;
    return marks;
  });
}

function placed(line: Line, indent: number, of: StructureNode): Mark {
  const mark = lineMark(line, STYLE.bold, 0, of);
  return { node: mark.node, draw: (pdf, x, y) => mark.draw(pdf, x + indent, y + 2) };
}

function ring(left: number, width: number, of: StructureNode): Mark {
  return {
    node: of,
    draw(pdf, x, y) {
      const height = STYLE.bold.leading;
      pdf.operators(`q 0.9 w ${roundedBox(x + left, y + RING.above, width, height + RING.below - RING.above)} S Q`);
    },
  };
}

/** A box with half-round ends. */
function roundedBox(x: number, y: number, width: number, height: number): string {
  const r = Math.min(height / 2, width / 2);
  const k = r * 0.4477;
  const [right, bottom] = [x + width, y + height];
  const at = (...values: number[]): string => values.map(points).join(' ');
  return [
    `${at(x + r, y)} m`,
    `${at(right - r, y)} l`,
    `${at(right - k, y, right, y + k, right, y + r)} c`,
    `${at(right, bottom - r)} l`,
    `${at(right, bottom - k, right - k, bottom, right - r, bottom)} c`,
    `${at(x + r, bottom)} l`,
    `${at(x + k, bottom, x, bottom - k, x, bottom - r)} c`,
    `${at(x, y + r)} l`,
    `${at(x, y + k, x + k, y, x + r, y)} c h`,
  ].join(' ');
}
