import { describe, expect, it } from 'vitest';
import { countCharacters, isBlank } from '../../../shared/lib/blank.ts';

describe('a text that shows nothing', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \t\n\u00a0\u3000'],
    ['a joiner, a word joiner and a soft hyphen', '\u200b\u2060\u00ad'],
    ['direction marks', '\u200e\u202b\u2069'],
    ['a byte order mark', '\ufeff'],
    ['a Hangul filler', '\u3164'],
    ['a control character', '\u0007'],
  ])('is blank: %s', (_what, text) => {
    expect(isBlank(text)).toBe(true);
  });

  it.each(['.', '0', 'é', '🙂', 'ا', ' a '])('is not blank: %s', (text) => {
    expect(isBlank(text)).toBe(false);
  });
});

it.each([
  ['letters', 'Jones', 5],
  ['letters with accents that no sign composes', 'x\u0323\u0301'.repeat(3), 3],
  ['signs beyond the first plane', '😀'.repeat(150), 150],
])('counts %s as a person does', (_what, text, count) => {
  expect(countCharacters(text)).toBe(count);
});
