import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WordCount } from '../../../shared/model/pack.ts';
import type { WordsRead } from '../../../shared/model/submission.ts';
import { countWords, judgeWordCount } from '../../../shared/rules/word-count.ts';

describe('counting words as word processors do', () => {
  it.each([
    ['', 0],
    ['   \n\t ', 0],
    ['one', 1],
    ['one two', 2],
    ['  one\n\ntwo\tthree  ', 3],
    ["it's the manager's own", 4],
    ['well-being counts once', 3],
    ['a dash – between', 3],
    ['* bullet • another', 2],
    ['2,500 words in 2026', 4],
    ['non\u00a0breaking', 2],
    ['naïve café Ångström', 3],
    ['Ευχαριστώ πολύ', 2],
    ['управление и развитие', 3],
    ['... !!! ???', 0],
    ['soft\u00adhyphen', 1],
  ])('%j has %i', (text, words) => expect(countWords(text)).toBe(words));

  it('counts what was joined by white space of any kind', () => {
    const space = fc.constantFrom(' ', '\n', '\t', '\r\n', '\u00a0', '\u2003', '   ');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-z0-9][a-z0-9'-]{0,8}$/), space)), (words) => {
        expect(countWords(words.flat().join(''))).toBe(words.length);
      }),
    );
  });
});

const counted = (words: number): WordsRead => ({ kind: 'counted', words });
const RANGE: WordCount = { kind: 'range', minimum: 1500, maximum: 2500, wording: 'between 1500 and 2500 words' };
const NOMINAL: WordCount = { kind: 'nominal', nominal: 2500, minimum: 2000, maximum: 3000, wording: '2500 words' };
const NONE: WordCount = { kind: 'none' };

describe("an attempt's words against its brief", () => {
  it.each([
    { range: RANGE, words: 1499, kind: 'under', minimum: 1500, maximum: 2500 },
    { range: RANGE, words: 1500, kind: 'within', minimum: 1500, maximum: 2500 },
    { range: RANGE, words: 2500, kind: 'within', minimum: 1500, maximum: 2500 },
    { range: RANGE, words: 2501, kind: 'over', minimum: 1500, maximum: 2500 },
    { range: RANGE, words: 0, kind: 'under', minimum: 1500, maximum: 2500 },
    { range: NOMINAL, words: 1999, kind: 'under', minimum: 2000, maximum: 3000 },
    { range: NOMINAL, words: 2000, kind: 'within', minimum: 2000, maximum: 3000 },
    { range: NOMINAL, words: 3001, kind: 'over', minimum: 2000, maximum: 3000 },
  ])('$words words are $kind $minimum to $maximum', ({ range, words, kind, minimum, maximum }) => {
    expect(judgeWordCount(range, [counted(words)])).toEqual({ kind, words, minimum, maximum });
  });

  it('adds the words of every file of the attempt', () => {
    expect(judgeWordCount(RANGE, [counted(1000), counted(400), counted(100)])).toMatchObject({
      kind: 'within',
      words: 1500,
    });
  });

  it('says the words, and no verdict, where the brief has no range', () => {
    expect(judgeWordCount(NONE, [counted(7)])).toEqual({ kind: 'no-range', words: 7 });
  });

  it.each([
    { what: 'one of the files could not be read', scripts: [counted(2000), { kind: 'not-read', why: 'no-text' }] },
    { what: 'there is no file', scripts: [] },
  ] as const)('says that nothing was counted where $what', ({ scripts }) => {
    expect(judgeWordCount(RANGE, scripts)).toEqual({ kind: 'not-counted' });
    expect(judgeWordCount(NONE, scripts)).toEqual({ kind: 'not-counted' });
  });
});
