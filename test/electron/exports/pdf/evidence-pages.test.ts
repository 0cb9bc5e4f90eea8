import { describe, expect, it } from 'vitest';
import { drawPdf } from '../../../../electron/exports/pdf/draw-pdf.ts';
import { documentWords } from '../../../../shared/documents/document-text.ts';
import { markSheetDocument } from '../../../../shared/documents/mark-sheet-document.ts';
import { fullSheetOf, levelledSheetOf } from '../../../shared/documents/evidence-sheets.ts';
import { digestOf } from '../../../shared/documents/sheets.ts';
import { complaints, hasPreflight, placedText, placedWords, preflight, readAloud } from './pdf-tools.ts';

const TEXT = { left: 40, right: 555.28, top: 35, bottom: 815 };
const full = markSheetDocument({ sheet: fullSheetOf(40), digest: digestOf('1') });
const sheet = await drawPdf(full);
const pages = placedText(sheet).split('\f').slice(0, -1);

const letters = (text: string) => text.normalize('NFC').replace(/\s|•/gu, '');

describe('a sheet with 40 pieces of evidence, notes of 5,000 characters and names of 200', () => {
  it('reads out every word of the document in its order, in three alphabets', () => {
    expect(complaints(sheet)).toBe('');
    expect(letters(readAloud(sheet))).toBe(letters(documentWords(full).join('')));
  });

  it('repeats the heads of its tables on every page that they reach, and says which row goes on', () => {
    const of = (words: RegExp) => pages.flatMap((page, index) => (words.test(page) ? [index] : []));
    const evidence = of(/Number\s+Evidence\s+Details\s+For criteria/);
    const trail = of(/Criterion\s+Judgements, the first one first/);
    expect(evidence.length).toBeGreaterThan(15);
    expect(evidence).toEqual(evidence.map((_, index) => (evidence[0] ?? 0) + index));
    expect(trail[0]).toBe(evidence.at(-1));
    expect(pages.join('')).toMatch(/E1\s.*\n.*\(continued\)/);
    expect(pages.join('')).toMatch(/1\.1 Show that criterion 1 of/);
    expect(of(/outcome 1 is met \(continued\)/).length).toBeGreaterThan(0);
  });

  it('keeps every word inside the page', () => {
    for (const { text, box } of placedWords(sheet)) {
      const [left = 0, top = 0, right = 0, bottom = 0] = box;
      expect([left >= TEXT.left, top >= TEXT.top, right <= TEXT.right, bottom <= TEXT.bottom], text).toEqual([
        true,
        true,
        true,
        true,
      ]);
    }
  });

  it.skipIf(!hasPreflight)('is PDF/A as PDFBox preflight judges it', { timeout: 120_000 }, async () => {
    expect(preflight(await drawPdf(full, { conformance: 'PDF/A-1b' }))).toBe('The file is a valid PDF/A-1b file');
  });
});

it.each([2, 3, 4])('%i levels stand side by side between a criterion and its mark', async (count) => {
  const document = markSheetDocument({ sheet: levelledSheetOf(count), digest: digestOf('1') });
  const pdf = await drawPdf(document);
  expect(complaints(pdf)).toBe('');
  expect(letters(readAloud(pdf))).toBe(letters(documentWords(document).join('')));
  const words = placedWords(pdf);
  const heads = ['Referral', 'Pass', 'Good', 'Distinction'].slice(0, count);
  const row = words.find((one) => one.text === 'Referral')?.box[1] ?? 0;
  const lefts = heads.map((head) => words.find(({ text, box }) => text === head && box[1] === row)?.box[0] ?? -1);
  expect(lefts.every((left, index) => left > (lefts[index - 1] ?? 0))).toBe(true);
});
