import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPdf } from '../../../../electron/exports/pdf/draw-pdf.ts';
import { feedback } from '../../../../shared/documents/cells.ts';
import type { Cell, FormDocument, Row, Table } from '../../../../shared/documents/document.ts';
import { placedWords } from './pdf-tools.ts';
import { sampleForm } from './sample-form.ts';

const COLUMNS = [0.3, 0.6, 0.1];

/** A row as made up: words in each cell, least height, whether it stays together, and with the next. */
const row = fc.record({
  words: fc.array(fc.oneof(fc.nat(30), fc.nat(900)), { minLength: 3, maxLength: 3 }),
  minimumHeight: fc.integer({ min: 0, max: 1200 }),
  together: fc.boolean(),
  withNext: fc.boolean(),
});
const table = fc.record({
  head: fc.array(fc.nat(60), { maxLength: 2 }),
  rows: fc.array(row, { minLength: 1, maxLength: 8 }),
  together: fc.boolean(),
});

describe('any table', () => {
  it('is drawn to its last word, inside the page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(table, { minLength: 1, maxLength: 3 }), async (made) => {
        let count = 0;
        const words = (length: number): string => Array.from({ length }, () => `w${++count}`).join(' ');
        const cells = (lengths: readonly number[]): readonly Cell[] =>
          lengths.map((length) => ({ content: [feedback(words(length))] }));
        const body = made.map(
          (each): Table => ({
            kind: 'table',
            summary: 'Made up',
            columns: COLUMNS,
            together: each.together,
            head: each.head.map((length) => ({ cells: cells([length, 2, 1]) })),
            rows: each.rows.map((one): Row => ({ ...one, cells: cells(one.words) })),
          }),
        );
        const document: FormDocument = { ...sampleForm(), body };
        const placed = placedWords(await drawPdf(document));
        const drawn = new Set(placed.map((word) => word.text));
        const all = Array.from({ length: count }, (_, index) => `w${index + 1}`);
        expect(all.filter((word) => !drawn.has(word))).toEqual([]);
        const outside = placed.filter(({ text, box: [left = 0, top = 0, right = 0, bottom = 0] }) => {
          return /^w\d+$/.test(text) && (left < 40 || top < 38 || right > 556 || bottom > 800);
        });
        expect(outside).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});
