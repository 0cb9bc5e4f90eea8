import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLong, textChange, withChange, withoutChange } from '../../../shared/lib/text-change.ts';

describe('where two texts differ', () => {
  it.each([
    ['', '', 0, '', ''],
    ['', 'Clear', 0, '', 'Clear'],
    ['Clear', '', 0, 'Clear', ''],
    ['Clear.', 'Very clear.', 0, 'C', 'Very c'],
    ['aa', 'aaa', 2, '', 'a'],
    ['one two', 'one, two', 3, '', ','],
    ['a😀b', 'a😁b', 1, '😀', '😁'],
    ['😀', '😀😁', 2, '', '😁'],
    ['a𝄞b', 'a𝕞b', 1, '𝄞', '𝕞'],
  ])('%j and %j: at %d %j became %j', (before, after, at, removed, inserted) => {
    expect(textChange(before, after)).toEqual({ at, removed, inserted });
  });

  it('is all that is needed to go from either to the other, and cuts no character in half', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', 'é', '😀', '😁', '𝕞'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = textChange(before, after);
        expect(withChange(before, change)).toBe(after);
        expect(withoutChange(after, change)).toBe(before);
        expect([change.removed, change.inserted].every((one) => one.isWellFormed())).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('fits no other text', () => {
    const change = textChange('one two', 'one three');
    expect(withChange('four', change)).toBeNull();
    expect(withoutChange('one two', change)).toBeNull();
  });
});

describe('a change of more than a word', () => {
  it.each([
    ['', 'a pasted sentence', true],
    ['one sentence that is cut', '', true],
    ['', 'incomprehensibilities', false],
    ['of ', 'of the', false],
    ['one sentence that was there', 'x', true],
  ])('%j to %j: %j', (before, after, long) => {
    expect(isLong(textChange(before, after))).toBe(long);
  });
});
