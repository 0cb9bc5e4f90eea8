import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FeedbackBlock, plainFeedback, readFeedback, writeFeedback } from '../../../shared/lib/feedback-text.ts';

const plain = (text: string) => ({ text, bold: false });
const bold = (text: string) => ({ text, bold: true });

describe('feedback as text', () => {
  it.each<{ text: string; blocks: readonly FeedbackBlock[] }>([
    { text: '', blocks: [{ kind: 'paragraph', runs: [] }] },
    {
      text: 'Clear from the first page.',
      blocks: [{ kind: 'paragraph', runs: [plain('Clear from the first page.')] }],
    },
    {
      text: 'A **costed** plan\n- first\n- second',
      blocks: [
        { kind: 'paragraph', runs: [plain('A '), bold('costed'), plain(' plan')] },
        { kind: 'bullet', runs: [plain('first')] },
        { kind: 'bullet', runs: [plain('second')] },
      ],
    },
    {
      text: '> [3] “61 % of its capacity” (p 4)\n> “elsewhere”',
      blocks: [
        { kind: 'quotation', number: 3, runs: [plain('“61 % of its capacity” (p 4)')] },
        { kind: 'quotation', number: null, runs: [plain('“elsewhere”')] },
      ],
    },
  ])('reads and writes “$text”', ({ text, blocks }) => {
    expect(readFeedback(text)).toEqual(blocks);
    expect(writeFeedback(blocks)).toBe(text);
  });

  it.each(['5 * 3 ** 2', 'a ** b', '-5 degrees', 'c:\\plans\\a.doc', '****', '**', '>>> quoted', 'x **'])(
    'takes the signs of “%s” for themselves',
    (text) => {
      expect(plainFeedback(text)).toBe(text);
    },
  );

  it.each(['5 * 3', '* a note', 'c:\\plans\\a.doc', 'a (*) b', '5 < 6 > 4'])('writes “%s” as it is', (text) => {
    expect(writeFeedback(readFeedback(text))).toBe(text);
  });

  it('keeps words that look like signs', () => {
    const blocks: readonly FeedbackBlock[] = [
      { kind: 'paragraph', runs: [plain('- no bullet')] },
      { kind: 'paragraph', runs: [plain('> no quotation')] },
      { kind: 'quotation', number: null, runs: [plain('[4] is in the words')] },
    ];
    expect(readFeedback(writeFeedback(blocks))).toEqual(blocks);
  });

  const words = fc.string({
    unit: fc.constantFrom('a', 'é', ' ', '*', '\\', '-', '>', '[', ']', '1', '“'),
    minLength: 1,
    maxLength: 12,
  });
  const runs = fc.array(fc.record({ text: words, bold: fc.boolean() }), { maxLength: 4 }).map((list) =>
    list.reduce<{ text: string; bold: boolean }[]>((whole, run) => {
      const last = whole.at(-1);
      if (last?.bold === run.bold) last.text += run.text;
      else whole.push({ ...run });
      return whole;
    }, []),
  );
  const block: fc.Arbitrary<FeedbackBlock> = fc.oneof(
    fc.record({ kind: fc.constantFrom('paragraph' as const, 'bullet' as const), runs }),
    fc.record({ kind: fc.constant('quotation' as const), number: fc.option(fc.nat({ max: 9999 })), runs }),
  );

  it('reads whatever it wrote', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
        expect(readFeedback(writeFeedback(blocks))).toEqual(blocks);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads any text, and what it says is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '*', '\\', '-', '>', '\n', '[', '1', ']') }), (text) => {
        const once = readFeedback(text);
        expect(readFeedback(writeFeedback(once))).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });
});
