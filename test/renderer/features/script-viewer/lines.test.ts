import { expect, it } from 'vitest';
import { boundsOf, linesOf } from '../../../../renderer/features/script-viewer/lines.ts';

const box = (left: number, top: number, width: number, height = 12) => ({ left, top, width, height });

it('draws the stretches of a line as one box, and each line as its own', () => {
  expect(linesOf([box(10, 20, 40), box(52, 20, 30), box(10, 36, 60)])).toEqual([box(10, 20, 72), box(10, 36, 60)]);
});

it('takes a raised figure and a bold word into their line', () => {
  expect(linesOf([box(10, 20, 40), box(50, 18, 6, 8), box(56, 19, 30, 14)])).toEqual([box(10, 18, 76, 15)]);
});

it('keeps the columns of a table apart', () => {
  expect(linesOf([box(10, 20, 40), box(200, 20, 40)])).toHaveLength(2);
});

it('draws nothing for what takes no room', () => {
  expect(linesOf([box(10, 20, 0), box(10, 20, 5, 0)])).toEqual([]);
  expect(boundsOf([])).toBeNull();
  expect(boundsOf([box(10, 20, 40), box(0, 36, 60)])).toEqual(box(0, 20, 60, 28));
});
