import { CSV_SEPARATORS, type CsvRow, type CsvSeparator, plainCell, readCsv, writeCsv } from '../lib/csv.ts';
import { err, ok, type Result } from '../lib/result.ts';
import {
  BANK_LIMIT,
  type BankPlace,
  type BankStatement,
  orderedPlaces,
  placeKey,
  readStatementText,
  type StatementKind,
  type StatementTextFault,
} from '../model/comment-bank.ts';

/** The columns of a bank's file; `kind` and `text` must be there, in any order. An empty place fits anywhere. */
export const BANK_COLUMNS = ['kind', 'text', 'pack', 'assessment', 'section', 'criterion'] as const;
export type BankColumn = (typeof BANK_COLUMNS)[number];

/** Why a file is no bank at all. */
export type BankFileFault = 'not-text' | 'no-head' | 'no-rows' | 'too-many-rows' | 'unclosed';

/** What is wrong with one row; nothing of a file with such a row is taken in. */
export type BankRowFault = {
  /** The line of the file that the row begins on. */
  readonly line: number;
  readonly column: BankColumn | null;
  readonly reason: `text-${StatementTextFault}` | 'kind' | 'unknown' | 'missing' | 'doubled' | 'too-many-cells';
};

/** What a statement says and where it fits, before the bank has it. */
export type NewStatement = Pick<BankStatement, 'kind' | 'text' | 'places'>;

export type BankFile = {
  readonly rows: number;
  readonly statements: readonly NewStatement[];
  readonly faults: readonly BankRowFault[];
  /** Columns that are none of a bank's, and are not read. */
  readonly ignored: readonly string[];
};

/** The first part of a place that no pack has; null where all of it is known. */
export type UnknownPart = (place: BankPlace) => Exclude<BankColumn, 'kind' | 'text'> | null;

/** Rows of a bank: each statement once, with a row for each of its places. */
const MOST_ROWS = 2 * BANK_LIMIT;
const KINDS: ReadonlyMap<string, StatementKind> = new Map([
  ['strength', 'strengths'],
  ['strengths', 'strengths'],
  ['improvement', 'improvements'],
  ['improvements', 'improvements'],
]);

/** Reads a bank's file: comma, semicolon or tab, whichever its head is written with. Rows with one text are one statement. */
export function readBankCsv(text: string, unknownPart: UnknownPart): Result<BankFile, BankFileFault> {
  if (text.includes('\0')) return err('not-text');
  const bare = text.replace(/^\uFEFF/, '');
  const separator = CSV_SEPARATORS.find((one) => headOf(readCsv(bare, one, 1).rows[0]) !== null);
  if (separator === undefined) return err('no-head');
  return readRows(bare, separator, unknownPart);
}

/** The bank as a file that `readBankCsv` gives back exactly. */
export function bankCsv(statements: readonly NewStatement[]): string {
  const anywhere = ['', '', '', ''];
  return writeCsv([
    BANK_COLUMNS,
    ...statements.flatMap(({ kind, text, places }) =>
      (places.length === 0 ? [anywhere] : places.map(cellsOf)).map((cells) => [kind, text, ...cells]),
    ),
  ]);
}

function cellsOf({ pack, assessment, section, criterion }: BankPlace): readonly string[] {
  return [pack, assessment, section ?? '', criterion ?? ''];
}

type Head = {
  readonly at: Readonly<Record<BankColumn, number>>;
  readonly width: number;
  readonly ignored: readonly string[];
};

function headOf(row: CsvRow | undefined): Head | null {
  if (!row) return null;
  const names = row.cells.map((cell) => cell.trim().toLowerCase());
  const place = (name: BankColumn) => names.indexOf(name);
  const at = {
    kind: place('kind'),
    text: place('text'),
    pack: place('pack'),
    assessment: place('assessment'),
    section: place('section'),
    criterion: place('criterion'),
  };
  if (at.kind === -1 || at.text === -1) return null;
  const known: readonly string[] = BANK_COLUMNS;
  const ignored = row.cells.filter((cell) => cell.trim() !== '' && !known.includes(cell.trim().toLowerCase()));
  return { at, width: row.cells.length, ignored };
}

function readRows(text: string, separator: CsvSeparator, unknownPart: UnknownPart): Result<BankFile, BankFileFault> {
  const { rows, unclosed, more } = readCsv(text, separator, MOST_ROWS + 1);
  if (unclosed !== null) return err('unclosed');
  if (more) return err('too-many-rows');
  const [first, ...others] = rows;
  const head = headOf(first);
  if (!head) return err('no-head');
  if (others.length === 0) return err('no-rows');

  const faults: BankRowFault[] = [];
  const seen = new Set<string>();
  const byText = new Map<
    string,
    { readonly kind: StatementKind; readonly text: string; readonly places: BankPlace[] }
  >();
  const anywhere = new Set<string>();
  for (const row of others) {
    const read = readRow(row, head, unknownPart);
    if (!read.ok) {
      faults.push({ line: row.line, ...read.error });
      continue;
    }
    const { kind, text: words, place } = read.value;
    const key = `${kind}\0${words}`;
    const whole = `${key}\0${place ? placeKey(place) : ''}`;
    if (seen.has(whole)) faults.push({ line: row.line, column: null, reason: 'doubled' });
    seen.add(whole);
    const statement = byText.get(key) ?? { kind, text: words, places: [] };
    if (place) statement.places.push(place);
    else anywhere.add(key);
    byText.set(key, statement);
  }
  // What fits anywhere fits in every place.
  const statements = [...byText].map(([key, one]) => ({
    ...one,
    places: anywhere.has(key) ? [] : orderedPlaces(one.places),
  }));
  return ok({ rows: others.length, statements, faults, ignored: head.ignored });
}

type ReadRow = { readonly kind: StatementKind; readonly text: string; readonly place: BankPlace | null };

function readRow({ cells }: CsvRow, head: Head, unknownPart: UnknownPart): Result<ReadRow, Omit<BankRowFault, 'line'>> {
  const cell = (column: BankColumn) => plainCell(cells[head.at[column]] ?? '');
  if (cells.slice(head.width).some((extra) => extra.trim() !== ''))
    return err({ column: null, reason: 'too-many-cells' });
  const kind = KINDS.get(cell('kind').trim().toLowerCase());
  if (!kind) return err({ column: 'kind', reason: 'kind' });
  const text = readStatementText(cell('text'));
  if (!text.ok) return err({ column: 'text', reason: `text-${text.error}` });
  const place = placeOf(
    cell('pack').trim(),
    cell('assessment').trim(),
    cell('section').trim(),
    cell('criterion').trim(),
  );
  if (!place.ok) return err({ column: place.error, reason: 'missing' });
  const unknown = place.value && unknownPart(place.value);
  return unknown ? err({ column: unknown, reason: 'unknown' }) : ok({ kind, text: text.value, place: place.value });
}

/** The place that four cells name, or the cell that is empty though the next is not. */
function placeOf(
  pack: string,
  assessment: string,
  section: string,
  criterion: string,
): Result<BankPlace | null, BankColumn> {
  if (criterion !== '' && section === '') return err('section');
  if (section !== '' && assessment === '') return err('assessment');
  if (assessment !== '' && pack === '') return err('pack');
  if (pack !== '' && assessment === '') return err('assessment');
  return ok(pack === '' ? null : { pack, assessment, section: section || null, criterion: criterion || null });
}
