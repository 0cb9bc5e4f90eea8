import { describe, expect, it } from 'vitest';
import { askedAt, askedBy, showsList, spaced, typedSince } from '../../../../renderer/features/comment-bank/asking.ts';
import { phraseAt } from '../../../../renderer/features/comment-bank/phrase-at.ts';

/** Types a text key by key, as a field hears it, and gives what the bank is searched by at the end; null: nothing is asked. */
function typing(text: string): string | null {
  let asking: ReturnType<typeof askedBy> = null;
  let typed: string | null = null;
  for (let caret = 1; caret <= text.length; caret += 1) {
    const now = text.slice(0, caret);
    asking = askedBy(now, caret) ?? asking;
    typed = asking && typedSince(asking, now, caret);
    if (typed === null) asking = null;
  }
  return asking && typed !== null && showsList(asking, typed) ? typed : null;
}

describe('the trigger', () => {
  it.each([
    [';cle', 'cle'],
    ['One thing. ;clear pl', 'clear pl'],
    ['(;é', 'é'],
    ['One\n;2', '2'],
    ['a;b ;c', 'c'],
    [';', null],
    ['one; two', null],
    ['one;two', null],
    ['one ; two', null],
    [';; two', null],
    [';)', null],
    [';clear\nnext', null],
  ])('in %j asks for %j', (text, typed) => {
    expect(typing(text)).toBe(typed);
  });

  it('asks no more once it is deleted, or the caret is before it', () => {
    const asking = { from: 4, words: 5 };
    expect(typedSince(asking, 'One ;cle', 8)).toBe('cle');
    expect(typedSince(asking, 'One cle', 7)).toBe(null);
    expect(typedSince(asking, 'One ;cle', 3)).toBe(null);
  });
});

describe('the bank opened at the caret', () => {
  it('shows its list at once, and is searched by what is typed then', () => {
    expect(showsList(askedAt(3), '')).toBe(true);
    expect(typedSince(askedAt(3), 'One cost', 3)).toBe('');
    expect(typedSince(askedAt(4), 'One cost', 8)).toBe('cost');
  });

  it('puts a statement apart from the word before it', () => {
    expect(spaced('Clear.', 'One.')).toBe(' Clear.');
    expect(['', 'One. ', 'One\n', '('].map((before) => spaced('Clear.', before))).toEqual(Array(4).fill('Clear.'));
  });
});

describe('the words to keep', () => {
  const text = 'First line. \n\nSecond line.\nThird';
  it.each([
    { what: 'the selection', start: 0, end: 6, phrase: 'First' },
    { what: 'the paragraph of the caret', start: 3, end: 3, phrase: 'First line.' },
    { what: 'a paragraph at its end', start: 26, end: 26, phrase: 'Second line.' },
    { what: 'the last paragraph', start: 32, end: 32, phrase: 'Third' },
    { what: 'nothing in an empty line', start: 13, end: 13, phrase: '' },
  ])('are $what', ({ start, end, phrase }) => {
    expect(phraseAt(text, start, end)).toBe(phrase);
  });
});
