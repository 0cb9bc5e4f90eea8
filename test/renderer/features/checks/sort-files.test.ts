import { expect, it } from 'vitest';
import { sortFiles } from '../../../../renderer/features/checks/sort-files.ts';

const named = (...names: readonly string[]) => names.map((name) => ({ name }));
const said = (...names: readonly string[]) => {
  const { sheets, left } = sortFiles(named(...names));
  return { sheets: sheets.map(({ pdf, docx }) => [pdf.name, docx?.name ?? null]), left: left.map((one) => one.name) };
};

it('puts a PDF with the DOCX of its name, whichever came first and however the ending is written', () => {
  expect(said('B.docx', 'A.pdf', 'b.PDF', 'a.DOCX')).toEqual({
    sheets: [
      ['A.pdf', 'a.DOCX'],
      ['b.PDF', 'B.docx'],
    ],
    left: [],
  });
});

it('takes one of each as a pair whatever they are called', () => {
  expect(said('renamed.docx', 'A checked.pdf')).toEqual({ sheets: [['A checked.pdf', 'renamed.docx']], left: [] });
});

it('guesses no pair among several, and leaves what is no sheet', () => {
  expect(said('A.pdf', 'B.pdf', 'C.docx', 'notes.txt')).toEqual({
    sheets: [
      ['A.pdf', null],
      ['B.pdf', null],
    ],
    left: ['C.docx', 'notes.txt'],
  });
});

it('leaves a DOCX alone by itself', () => {
  expect(said('A.docx')).toEqual({ sheets: [], left: ['A.docx'] });
});
