import { expect, it } from 'vitest';
import type { SignedSheet } from '../../../../shared/model/mark-sheet.ts';
import { OpcPackage } from '../../../../shared/verification/docx/opc-package.ts';
import { comparePage } from '../../../../shared/verification/page/compare-page.ts';
import { readDocxWords } from '../../../../shared/verification/page/docx-words.ts';
import { comparable, type PageWords } from '../../../../shared/verification/page/page-words.ts';
import { readPdfWords } from '../../../../shared/verification/page/pdf-words.ts';
import { PdfFile } from '../../../../shared/verification/pdf/pdf-file.ts';
import { judgedSheetOf, levelledSheetOf } from '../../documents/evidence-sheets.ts';
import { ama, filesOf, sheetBy } from '../data/signed-sheets.ts';

/** A letter that stands nowhere on the pages. */
const OTHER = '¤';

async function readIn(sheet: SignedSheet) {
  const { pdf, docx, digest } = await filesOf(sheet);
  const file = new PdfFile(pdf);
  const attached = { format: 'countersign-attachment/1', sheet, digest, docx: null } as const;
  const pages: readonly PageWords[] = [
    readPdfWords(file, file.revisionEndingAt(pdf.length)),
    readDocxWords(new OpcPackage(docx)),
  ];
  const isAltered = (words: PageWords) => comparePage(words, attached, null).some((one) => one.severity === 'altered');
  return pages.map((words) => ({ words, isAltered }));
}

/** The places from one text up to the next place of another, both given without regard to spaces. */
function between({ text }: PageWords, from: string, to: string): readonly number[] {
  const start = text.indexOf(comparable(from));
  const end = text.indexOf(comparable(to), start + comparable(from).length);
  expect([start >= 0, end > start], `${from} … ${to}`).toEqual([true, true]);
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/** The places at which another letter, or a letter more, is not found. */
function unseen({ words, isAltered }: Awaited<ReturnType<typeof readIn>>[number], places: readonly number[]) {
  expect(isAltered(words)).toBe(false);
  const { text } = words;
  return places.filter((at) => {
    const other = { ...words, text: text.slice(0, at) + OTHER + text.slice(at + 1) };
    return !isAltered(other);
  });
}

it('finds another letter anywhere in what the pages say of evidence, judgements and the way to them', async () => {
  for (const read of await readIn(sheetBy(ama, judgedSheetOf()))) {
    const places = [
      ...between(read.words, '1.1 Show that', 'Achieved/Not yet'),
      ...between(read.words, '1.2 Show that', 'Achieved/Not yet'),
      ...between(read.words, '2.1 Show that', 'Achieved/Not yet'),
      ...between(read.words, '2.2 Show that', 'Achieved/Not yet'),
      ...between(read.words, 'Added by the app: the evidence', 'Added by the app: the record'),
    ];
    expect(places.length).toBeGreaterThan(1500);
    expect(unseen(read, places)).toEqual([]);
  }
});

it('finds another number before an outcome, and takes pages from before outcomes were numbered', async () => {
  for (const { words, isAltered } of await readIn(sheetBy(ama, judgedSheetOf()))) {
    for (const outcome of ['1', '2']) {
      const heading = `${outcome} Be able to do the work of outcome ${outcome}`;
      const [at = -1] = between(words, heading, 'Strength');
      const [before, after] = [words.text.slice(0, at), words.text.slice(at + 1)];
      expect(isAltered({ ...words, text: `${before}9${after}` }), heading).toBe(true);
      const breaks = new Set([...words.breaks].map((one) => (one > at ? one - 1 : one)));
      const emphasis = words.emphasis.filter((_, index) => index !== at);
      expect(isAltered({ text: before + after, emphasis, breaks }), heading).toBe(false);
    }
  }
});

it('finds another letter anywhere in the levels of a scheme and in what work at each looks like', async () => {
  for (const read of await readIn(sheetBy(ama, levelledSheetOf(3)))) {
    const heads = between(read.words, 'Referral', 'The only section');
    const first = between(read.words, 'First criterion', '/10 marks');
    const second = between(read.words, 'Second criterion', '/20 marks');
    expect(unseen(read, [...heads, ...first, ...second])).toEqual([]);
  }
});
