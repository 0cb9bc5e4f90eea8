import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainCell, readCsv, writeCsv } from '../../../shared/lib/csv.ts';

const MANY = 1000;
const cellsOf = (text: string, separator: ',' | ';' | '\t' = ',') =>
  readCsv(text, separator, MANY).rows.map((row) => row.cells);

describe('reading CSV', () => {
  it.each([
    {
      what: 'plain cells',
      text: 'a,b\nc,d',
      cells: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    { what: 'all three line ends', text: 'a\r\nb\rc\n', cells: [['a'], ['b'], ['c']] },
    {
      what: 'an empty last cell',
      text: 'a,\n,b',
      cells: [
        ['a', ''],
        ['', 'b'],
      ],
    },
    { what: 'separators, marks and lines in quotes', text: '"a,""b""\nc",d', cells: [['a,"b"\nc', 'd']] },
    { what: 'a mark inside a plain cell', text: 'a "b" c,d', cells: [['a "b" c', 'd']] },
    { what: 'a quoted cell that is empty', text: '"",b', cells: [['', 'b']] },
    { what: 'no rows in empty lines', text: '\n\na\n\n', cells: [['a']] },
    { what: 'nothing', text: '', cells: [] },
  ])('gives $what', ({ text, cells }) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  it('keeps other separators as text', () => {
    expect(cellsOf('a,b;c', ';')).toEqual([['a,b', 'c']]);
    expect(cellsOf('a,b\tc', '\t')).toEqual([['a,b', 'c']]);
  });

  it('names the line that a row begins on, whatever lies in cells before', () => {
    const { rows } = readCsv('head\n"one\r\ntwo\nthree"\n\nlast', ',', MANY);
    expect(rows.map((row) => row.line)).toEqual([1, 2, 6]);
  });

  it('names the line of a mark that nothing closes', () => {
    expect(readCsv('a\nb,"c\nd', ',', MANY)).toMatchObject({ unclosed: 2, rows: [{ cells: ['a'] }] });
  });

  it('stops after as many rows as were asked for and says that there are more', () => {
    expect(readCsv('a\nb\nc', ',', 2)).toMatchObject({ more: true, rows: [{}, {}] });
    expect(readCsv('a\nb\n', ',', 2).more).toBe(false);
  });
});

describe('writing CSV', () => {
  it('is read back exactly, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', "'", '=', '-', 'a', ' ', '\t') }),
    );
    // A row of one empty cell is an empty line, which is no row.
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, (written) => {
        expect(cellsOf(writeCsv(written)).map((cells) => cells.map(plainCell))).toEqual(written);
      }),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1"])(
    'keeps a spreadsheet from computing %j',
    (formula) => {
      expect(cellsOf(writeCsv([[formula, 'x']]))[0]?.[0]).toBe(`'${formula}`);
      expect(plainCell(`'${formula}`)).toBe(formula);
    },
  );

  it('takes a formula that another program wrote as text', () => {
    expect(plainCell('=HYPERLINK("x")')).toBe('=HYPERLINK("x")');
    expect(plainCell("'tis clear")).toBe("'tis clear");
  });
});
