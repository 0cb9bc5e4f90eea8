import { describe, expect, it } from 'vitest';
import { drawPdf } from '../../../../electron/exports/pdf/draw-pdf.ts';
import { complaints, facts, placedText, placedWords, readAloud } from './pdf-tools.ts';
import { feedback, sampleForm } from './sample-form.ts';

const FOOT = 790;
const TEXT = { left: 40, right: 555.28 };
/** The columns of the criteria table, in points. */
const COLUMNS = [0.26, 0.28, 0.28, 0.09, 0.09].map((_, index, shares) => {
  const before = shares.slice(0, index).reduce((sum, share) => sum + share, 0);
  return TEXT.left + before * (TEXT.right - TEXT.left);
});

function pagesOf(pdf: Uint8Array): number {
  return Number(/Pages:\s+(\d+)/.exec(facts(pdf))?.[1]);
}

describe('long feedback', () => {
  it('flows over pages whole, word for word, side by side, with the head repeated', async () => {
    const strengths = [feedback(20_000, 3), 'Short.'];
    const improvements = [feedback(6000, 4), feedback(20_000, 5)];
    const pdf = await drawPdf(sampleForm({ strengths, improvements }));
    const said = readAloud(pdf).replace(/\s+/g, ' ');
    for (const text of [...strengths, ...improvements]) expect(said).toContain(text.replace(/\s+/g, ' '));
    expect(complaints(pdf)).toBe('');
    const pages = placedText(pdf).split('\f').slice(0, -1);
    expect(pages.length).toBe(pagesOf(pdf));
    for (const page of pages.slice(1, -2)) expect(page).toMatch(/Criteria\s+Strengths\s+Areas for Improvement/);
    expect(said.match(/Areas for Improvement/g)).toHaveLength(1);
    expect(pages[1]).toContain('Context (continued)');
    expect(said).not.toContain('(continued)');
  });

  it('wraps 20,000 characters without a space, losing none', async () => {
    const pdf = await drawPdf(sampleForm({ strengths: ['ж'.repeat(20_000)], improvements: ['щ'.repeat(20_000)] }));
    expect(placedText(pdf).match(/ж/g)).toHaveLength(20_000);
    expect(placedText(pdf).match(/щ/g)).toHaveLength(20_000);
    expect(readAloud(pdf)).toContain('ж'.repeat(20_000));
  });

  it('keeps every word inside the page and its column', async () => {
    const strengths = [feedback(9000, 7), 'ж'.repeat(3000), feedback(500, 2), 'ж'.repeat(40)];
    const improvements = [feedback(300, 8), feedback(4000, 9), 'щ'.repeat(9000), feedback(4000, 6)];
    const pdf = await drawPdf(sampleForm({ strengths, improvements }));
    const [, second = 0, third = 0, fourth = 0] = COLUMNS;
    for (const { text, box } of placedWords(pdf)) {
      const [left = 0, top = 0, right = 0, bottom = 0] = box;
      expect(left, text).toBeGreaterThanOrEqual(TEXT.left);
      expect(right, text).toBeLessThanOrEqual(TEXT.right);
      expect(top, text).toBeGreaterThanOrEqual(35);
      expect(bottom, text).toBeLessThanOrEqual(815);
      if (!/^[жщ]+$/.test(text)) continue;
      expect(bottom, text).toBeLessThanOrEqual(FOOT);
      expect([left > (text.startsWith('ж') ? second : third), right < (text.startsWith('ж') ? third : fourth)]).toEqual(
        [true, true],
      );
    }
  });

  it('prints no line over another', async () => {
    const pdf = await drawPdf(sampleForm({ strengths: [feedback(5000, 1)], improvements: [feedback(9000, 2)] }));
    const words = placedWords(pdf);
    for (const [index, { page, box, text }] of words.entries()) {
      const clash = words.slice(index + 1).find((other) => other.page === page && overlap(box, other.box) > 1);
      expect(clash === undefined ? null : `${text} / ${clash.text}`).toBeNull();
    }
  });

  it('keeps empty lines and paragraphs as they were typed', async () => {
    const pdf = await drawPdf(sampleForm({ strengths: ['First.\r\n\r\nSecond.\n\tThird  with two spaces.'] }));
    expect(readAloud(pdf)).toContain('First. Second.     Third  with two spaces.');
  });
});

/** How much two boxes share of their height, in points, where they share any width. */
function overlap(one: readonly number[], other: readonly number[]): number {
  const [left = 0, top = 0, right = 0, bottom = 0] = one;
  const [left2 = 0, top2 = 0, right2 = 0, bottom2 = 0] = other;
  if (Math.min(right, right2) - Math.max(left, left2) <= 0.5) return 0;
  // The boxes that pdftotext gives are as high as the font's tallest letter: lines may share a little.
  return Math.min(bottom, bottom2) - Math.max(top, top2);
}
