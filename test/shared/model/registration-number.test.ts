import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registrationKey } from '../../../shared/model/registration-number.ts';

describe('registration numbers', () => {
  it.each([
    ['ABC123', 'abc123'],
    ['É-12', 'é-12'],
    ['É-12', 'e\u0301-12'],
    ['ΆΒΣ', 'άβς'],
    ['ЖЯ-7', 'жя-7'],
    ['STRASSE-1', 'straße-1'],
    ['ẞ1', 'ß1'],
    ['ＡＢＣ１２３', 'abc123'],
    ['ﬁ-9', 'FI-9'],
    ['12\u00a03', '12 3'],
  ])('%s and %s are one', (one, other) => {
    expect(registrationKey(one)).toBe(registrationKey(other));
  });

  it.each([
    ['ABC123', 'ABC124'],
    ['E-12', 'É-12'],
    ['А1', 'A1'],
    ['AB 1', 'AB1'],
    ['0123', '123'],
  ])('%s and %s are two', (one, other) => {
    expect(registrationKey(one)).not.toBe(registrationKey(other));
  });

  it('are compared the same in capitals or not, composed or not, and once folded stay so', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (number) => {
        const key = registrationKey(number);
        for (const form of [number.toUpperCase(), number.normalize('NFC'), number.normalize('NFD'), key]) {
          expect(registrationKey(form)).toBe(key);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it('are compared the same for every letter that has two cases', () => {
    const differing: string[] = [];
    for (let point = 0; point <= 0x10ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const letter = String.fromCodePoint(point);
      const [upper, key] = [letter.toUpperCase(), registrationKey(letter)];
      if (registrationKey(upper) !== key || registrationKey(key) !== key) differing.push(letter);
    }
    expect(differing).toEqual([]);
  });
});
