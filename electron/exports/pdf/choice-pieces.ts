import { type Line, setLine } from '../fonts/break-lines.ts';
import { points } from '../fonts/text-operators.ts';
import type { TextStyle } from '../fonts/text-style.ts';
import { word } from '../fonts/words.ts';
import { STYLE } from './house-style.ts';
import { type Mark, moved, type Piece } from './piece.ts';
import { node, type StructureNode } from './structure-node.ts';
import { lineMark } from './text-pieces.ts';

/** In points: the ring's distance from its word, from its neighbours, and above and below the line. */
const RING = { across: 2.5, outside: 1.2, above: 1.2, below: 2.4 } as const;
/** Above and below the line, so that the ring has room. */
const MARGIN = 2;

type Option = {
  readonly text: string;
  readonly chosen: boolean;
  readonly name: Line;
  /** The stroke between this option and the next. */
  readonly stroke: Line;
  readonly width: number;
};

/** "PASS/REFERRAL" with the chosen one ringed, as a person does it on paper; nothing is struck out. */
export function choicePieces(
  content: { readonly options: readonly string[]; readonly chosen: number | null },
  width: number,
  parent: StructureNode,
): readonly Piece[] {
  const paragraph = node('P', parent);
  const lay = (scale: number): readonly Option[] =>
    content.options.map((text, index) => {
      const stroke = index === content.options.length - 1 ? '' : '/';
      return layOption(text, stroke, index === content.chosen, scale);
    });
  const widest = Math.max(1, ...lay(1).map((option) => option.width));
  const rows: Option[][] = [];
  let used = 0;
  for (const option of lay(Math.min(1, width / widest))) {
    const row = rows.at(-1);
    if (row && used + option.width <= width) row.push(option);
    else {
      rows.push([option]);
      used = 0;
    }
    used += option.width;
  }
  return rows.map((row) => ({ height: STYLE.bold.leading + MARGIN * 2, marks: rowMarks(row, paragraph, width) }));
}

/** An option that is wider than its cell is set smaller. */
function layOption(text: string, stroke: string, chosen: boolean, scale: number): Option {
  const scaled = (style: TextStyle): TextStyle => ({ ...style, size: style.size * scale });
  const name = setLine([word(text, scaled(chosen ? STYLE.bold : STYLE.body), 0, true)], STYLE.bold.leading, 0);
  const after = setLine(stroke === '' ? [] : [word(stroke, scaled(STYLE.body), 0, true)], STYLE.bold.leading, 0);
  const room = chosen ? (RING.across + RING.outside) * 2 : 0;
  return { text, chosen, name, stroke: after, width: name.width + after.width + room };
}

function rowMarks(row: readonly Option[], paragraph: StructureNode, width: number): readonly Mark[] {
  let left = (width - row.reduce((sum, option) => sum + option.width, 0)) / 2;
  return row.flatMap((option) => {
    const { text, chosen, name, stroke } = option;
    const inset = chosen ? RING.across + RING.outside : 0;
    const of: StructureNode = chosen ? { tag: 'Span', parent: paragraph, alt: `${text}, ringed` } : paragraph;
    const marks = [moved(lineMark(name, STYLE.bold, 0, of), left + inset, MARGIN)];
    if (chosen) marks.push(ring(left + RING.outside, name.width + RING.across * 2, of));
    marks.push(moved(lineMark(stroke, STYLE.bold, 0, paragraph), left + name.width + inset * 2, MARGIN));
    left += option.width;
    return marks;
  });
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
