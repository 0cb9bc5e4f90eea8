import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { boxesOnPage, toDocument, toView } from '../../../../../renderer/features/script-viewer/pdf/page-boxes.ts';
import { collected } from '../../../../support/zip-files.ts';

/** A page of 600 by 800 points, turned and cut as its file says, drawn at a scale. */
async function drawn(rotate: number, scale: number, cropBox?: readonly number[]) {
  const pdf = new PDFDocument({ size: [600, 800] });
  Object.assign(pdf.page.dictionary.data, { Rotate: rotate, ...(cropBox ? { CropBox: cropBox } : {}) });
  pdf.end();
  const task = getDocument({ data: new Uint8Array(await collected(pdf)) });
  const page = await (await task.promise).getPage(1);
  const viewport = page.getViewport({ scale });
  await task.destroy();
  return viewport;
}

/** A line near the top of the page: 72 points from its left, 700 from its foot. */
const LINE = { x: 72, y: 700, width: 100, height: 12 };

describe('a box of a page', () => {
  it.each([
    { turn: 0, scale: 1, seen: { left: 72, top: 88, width: 100, height: 12 } },
    { turn: 0, scale: 2.5, seen: { left: 180, top: 220, width: 250, height: 30 } },
    { turn: 90, scale: 1, seen: { left: 700, top: 72, width: 12, height: 100 } },
    { turn: 180, scale: 1, seen: { left: 428, top: 700, width: 100, height: 12 } },
    { turn: 270, scale: 1, seen: { left: 88, top: 428, width: 12, height: 100 } },
    { turn: 270, scale: 0.5, seen: { left: 44, top: 214, width: 6, height: 50 } },
  ])(
    'lies where its words are drawn, turned by $turn at $scale, and is the same box again',
    async ({ turn, scale, seen }) => {
      const page = await drawn(turn, scale);
      expect(toView(LINE, page)).toEqual(seen);
      expect(toDocument(seen, page)).toEqual(LINE);
    },
  );

  it('is measured from the corner of what is shown of the page', async () => {
    const page = await drawn(0, 1, [50, 40, 550, 760]);
    expect(toView(LINE, page)).toEqual({ left: 72, top: 8, width: 100, height: 12 });
    expect(toDocument({ left: 0, top: 0, width: 500, height: 720 }, page)).toEqual({
      x: 0,
      y: 0,
      width: 500,
      height: 720,
    });
  });

  it('is drawn on its own page only', async () => {
    const page = await drawn(0, 1);
    expect(boxesOnPage({ kind: 'pdf', page: 4, boxes: [LINE, LINE] }, 4, page)).toHaveLength(2);
    expect(boxesOnPage({ kind: 'region', page: 4, box: LINE }, 4, page)).toHaveLength(1);
    expect(boxesOnPage({ kind: 'pdf', page: 4, boxes: [LINE] }, 5, page)).toEqual([]);
    const place = { paragraph: 0, offset: 0 };
    expect(boxesOnPage({ kind: 'docx', start: place, end: place, heading: null }, 4, page)).toEqual([]);
  });
});
