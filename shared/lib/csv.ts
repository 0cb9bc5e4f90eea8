/** One row of a CSV file, with the line that it begins on, counted from 1. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

export type CsvText = {
  readonly rows: readonly CsvRow[];
  /** The line of a quotation mark that nothing closes; null where there is none. */
  readonly unclosed: number | null;
  /** There are more rows than were asked for; they were not read. */
  readonly more: boolean;
};

export const CSV_SEPARATORS = [',', ';', '\t'] as const;
export type CsvSeparator = (typeof CSV_SEPARATORS)[number];

/** Cells of one row that are kept apart; what stands in more of them ends up in the last. */
const MOST_CELLS = 256;
/** What a spreadsheet would take for a formula, behind any number of apostrophes. */
const FORMULA = /^'*[=+\-@\t\r]/;
const QUOTED = /[",;\t\r\n]|^\s|\s$/;

/**
 * The rows of a CSV text (RFC 4180, with the separator named). Lines end in any of the three ways, and may end inside a
 * quoted cell; empty lines are no rows. Reads `most` rows and says whether there are more.
 */
export function readCsv(text: string, separator: CsvSeparator, most: number): CsvText {
  const rows: CsvRow[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const cells: string[] = [];
    const begun = line;
    for (let inRow = true; inRow; ) {
      const cell = text[at] === '"' ? quotedCell(text, at) : null;
      if (cell === 'unclosed') return { rows, unclosed: line, more: false };
      if (cell) {
        line += linesIn(cell.content);
        at = cell.end;
      }
      const rest = restOfCell(text, at, separator);
      addCell(cells, (cell?.content ?? '') + text.slice(at, rest));
      at = rest + 1;
      inRow = text[rest] === separator;
    }
    // A line ended, or the text did.
    if (text[at - 1] === '\r' && text[at] === '\n') at += 1;
    line += 1;
    if (cells.length === 1 && cells[0] === '') continue;
    if (rows.length === most) return { rows, unclosed: null, more: true };
    rows.push({ line: begun, cells });
  }
  return { rows, unclosed: null, more: false };
}

/** A file of nothing but separators must not become millions of cells. */
function addCell(cells: string[], content: string): void {
  if (cells.length < MOST_CELLS) cells.push(content);
  else if (content !== '') cells[MOST_CELLS - 1] = content;
}

/** A quoted cell that begins at `at`, its doubled marks made single, and where it ends. */
function quotedCell(text: string, at: number): { readonly content: string; readonly end: number } | 'unclosed' {
  for (let mark = text.indexOf('"', at + 1); mark !== -1; mark = text.indexOf('"', mark + 2)) {
    if (text[mark + 1] !== '"') return { content: text.slice(at + 1, mark).replaceAll('""', '"'), end: mark + 1 };
  }
  return 'unclosed';
}

/** Where the cell ends: the separator, the end of the line or of the text. */
function restOfCell(text: string, from: number, separator: CsvSeparator): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === separator || sign === '\n' || sign === '\r') return at;
  }
  return text.length;
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) lines += 1;
  }
  return lines;
}

/** Rows as CSV with commas and the line ends of RFC 4180; a cell that a spreadsheet would compute is kept from it. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => quoted(heldBack(cell))).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
  return QUOTED.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** An apostrophe in front makes a spreadsheet show the text instead of computing it. */
function heldBack(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The text of a cell that `writeCsv` may have kept from being computed. What looks like a formula is text. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
