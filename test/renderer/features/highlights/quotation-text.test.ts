import { describe, expect, it } from 'vitest';
import {
  quotationLine,
  quotationsIn,
  withLine,
  withoutQuotation,
} from '../../../../renderer/features/highlights/quotation-text.ts';

const FIRST = '> [1] “61 % of its capacity” (p 4)';
const SECOND = '> [2] “the winter plan” (p 5)';

describe('a quotation in feedback', () => {
  it('carries its number, the words and the place, and is read again', () => {
    expect(quotationLine(1, '61 % of its capacity', 'p 4')).toBe(FIRST);
    const words = 'stars ** and a \\ stroke';
    const [read] = quotationsIn(quotationLine(12, words, 'Results, paragraph 9'));
    expect(read).toMatchObject({ number: 12, at: 0, words: `“${words}” (Results, paragraph 9)` });
  });

  it('says that a region has no words', () => {
    expect(quotationLine(3, '', 'p 2')).toBe('> [3] Marked on the page (p 2)');
  });

  it.each([
    { text: '', caret: null, after: FIRST },
    { text: 'Clear.', caret: null, after: `Clear.\n${FIRST}` },
    { text: 'Clear.\nAnd short.', caret: 2, after: `Clear.\n${FIRST}\nAnd short.` },
    { text: 'Clear.\n\nAnd short.', caret: 7, after: `Clear.\n${FIRST}\nAnd short.` },
    { text: 'Clear.\n', caret: 7, after: `Clear.\n${FIRST}` },
    { text: 'Clear.', caret: 900, after: `Clear.\n${FIRST}` },
  ])('goes into $text at $caret', ({ text, caret, after }) => {
    const { text: put, change } = withLine(text, FIRST, caret);
    expect(put).toBe(after);
    expect(put.slice(change.at, change.at + change.inserted.length)).toBe(FIRST);
  });

  it('is found where it stands among other lines', () => {
    const text = `Clear.\n${FIRST}\n> “without a number”\n- a bullet\n${SECOND}`;
    expect(quotationsIn(text).map(({ number, at, line }) => [number, text.slice(at, at + line.length)])).toEqual([
      [1, FIRST],
      [2, SECOND],
    ]);
  });

  it.each([
    { text: FIRST, left: '' },
    { text: `${FIRST}\nClear.`, left: 'Clear.' },
    { text: `Clear.\n${FIRST}`, left: 'Clear.' },
    { text: `Clear.\n${FIRST}\n${SECOND}\n${FIRST}`, left: `Clear.\n${SECOND}` },
    { text: SECOND, left: SECOND },
  ])('goes from $text with its line', ({ text, left }) => {
    expect(withoutQuotation(text, 1)).toBe(left);
  });
});
