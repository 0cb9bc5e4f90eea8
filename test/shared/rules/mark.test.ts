import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMark } from '../../../shared/rules/mark.ts';

const AVAILABLE = 30;

describe('a mark as typed, of 30', () => {
  it.each([
    ['0', 0],
    ['1', 1],
    ['15', 15],
    ['30', 30],
    [' 7 ', 7],
    ['\t7', 7],
    ['007', 7],
    ['00', 0],
    ['0000000000000007', 7],
  ])('%j is the mark %i', (typed, mark) => expect(readMark(typed, AVAILABLE)).toEqual({ ok: true, value: mark }));

  it.each(['', ' ', '\t', '\u00a0'])('%j is no mark, which is not a zero', (typed) =>
    expect(readMark(typed, AVAILABLE)).toEqual({ ok: true, value: null }),
  );

  it.each([
    ['-1', 'negative'],
    ['-0', 'negative'],
    ['-30', 'negative'],
    ['31', 'above-available'],
    ['300', 'above-available'],
    ['99999999999999999999999999999999', 'above-available'],
    ['12.5', 'not-a-whole-number'],
    ['12.0', 'not-a-whole-number'],
    ['12,5', 'not-a-whole-number'],
    ['.5', 'not-a-whole-number'],
    ['1e1', 'not-a-whole-number'],
    ['+5', 'not-a-whole-number'],
    ['0x1f', 'not-a-whole-number'],
    ['0b1', 'not-a-whole-number'],
    ['1_0', 'not-a-whole-number'],
    ['1 5', 'not-a-whole-number'],
    ['５', 'not-a-whole-number'],
    ['１５', 'not-a-whole-number'],
    ['٣', 'not-a-whole-number'],
    ['Ⅴ', 'not-a-whole-number'],
    ['five', 'not-a-whole-number'],
    ['15/30', 'not-a-whole-number'],
    ['Infinity', 'not-a-whole-number'],
    ['NaN', 'not-a-whole-number'],
    ['−1', 'not-a-whole-number'],
    ['--1', 'not-a-whole-number'],
    ['null', 'not-a-whole-number'],
  ])('%j is refused: %s', (typed, error) => expect(readMark(typed, AVAILABLE)).toEqual({ ok: false, error }));

  it('takes every whole number up to what is available, and none above', () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), fc.nat({ max: 500 }), (mark, available) => {
        const read = readMark(String(mark), available);
        expect(read).toEqual(mark <= available ? { ok: true, value: mark } : { ok: false, error: 'above-available' });
      }),
    );
  });

  it('never makes a mark out of anything but digits and the white space around them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123 \t.,eE+-−_xn５٣½'), maxLength: 4 }), (typed) => {
        const read = readMark(typed, AVAILABLE);
        const digits = /^[0-9]+$/.test(typed.trim());
        expect(read.ok && read.value !== null).toBe(digits && Number(typed) <= AVAILABLE);
      }),
    );
  });
});
