import { describe, expect, it } from 'vitest';
import { drawPdf } from '../../../../electron/exports/pdf/draw-pdf.ts';
import { bold, cell, headingRow, row, text } from '../../../../shared/documents/cells.ts';
import type { Block, Row, Table } from '../../../../shared/documents/document.ts';
import { markSheetDocument } from '../../../../shared/documents/mark-sheet-document.ts';
import { evidenceId, itemOf, judgedSheetOf } from '../../../shared/documents/evidence-sheets.ts';
import { digestOf } from '../../../shared/documents/sheets.ts';
import { placedText } from './pdf-tools.ts';
import { sampleForm } from './sample-form.ts';

const line = (words: string): Row => row([cell([text(words)])]);
const tableOf = (rows: readonly Row[]): Table => ({
  ...{ kind: 'table', summary: 'Made up', columns: [1], head: [row([cell([text('Head')])])] },
  rows,
});

async function pagesOf(body: readonly Block[]): Promise<readonly string[]> {
  return placedText(await drawPdf({ ...sampleForm(), body }))
    .split('\f')
    .slice(0, -1);
}

const pageWith = (pages: readonly string[], words: RegExp) => pages.findIndex((page) => words.test(page));

/** So that the rows in question come down the page, and over its end, by less than their own height each time. */
const FILLED = Array.from({ length: 12 }, (_, index) => 38 + index);
const fill = (count: number) => Array.from({ length: count }, (_, index) => line(`Row ${index}`));

describe('at the foot of a page', () => {
  it('no row that says what is below it is left alone, and none goes over sooner than it must', async () => {
    const placed: number[] = [];
    for (const count of FILLED) {
      const heading = headingRow([cell([bold('Outcome')])]);
      const pages = await pagesOf([tableOf([...fill(count), heading, line('Criterion')])]);
      const on = pageWith(pages, /Outcome/);
      expect(pageWith(pages, /Criterion/), `after ${count} rows`).toBe(on);
      placed.push(on);
    }
    expect(new Set(placed)).toEqual(new Set([0, 1]));
  });

  it('no heading is left with its words where the table that they are about begins on the next page', async () => {
    const placed: number[] = [];
    for (const count of FILLED) {
      const under = tableOf([headingRow([cell([bold('Outcome')])]), line('Criterion')]);
      const pages = await pagesOf([
        tableOf(fill(count - 4)),
        { kind: 'heading', level: 3, text: 'Unit' },
        { kind: 'paragraph', text: 'What is said of it.' },
        under,
      ]);
      const on = pageWith(pages, /Unit/);
      expect([pageWith(pages, /What is said/), pageWith(pages, /Criterion/)], `after ${count} rows`).toEqual([on, on]);
      placed.push(on);
    }
    expect(new Set(placed)).toEqual(new Set([0, 1]));
  });

  it('a criterion with 200 references begins under its outcome, and leaves no page white', async () => {
    const base = judgedSheetOf();
    const evidence = Array.from({ length: 200 }, (_, index) => itemOf(index + 1));
    const references = evidence.map((item) => ({ evidence: evidenceId(item.number), place: `page ${item.number}` }));
    const sections = base.sections.map((section) => ({
      ...section,
      criteria: section.criteria.map((one) => ({ ...one, evidence: references })),
    }));
    const sheet = { ...base, evidence, sections };
    const drawn = await drawPdf(markSheetDocument({ sheet, digest: digestOf('1') }));
    const [first = '', second = ''] = placedText(drawn).split('\f');
    expect(first).toMatch(/1 Be able to do the work/);
    expect(first).toMatch(/E100 \(page\s+100\)/);
    expect(second).toMatch(/E200\b/);
  });
});
