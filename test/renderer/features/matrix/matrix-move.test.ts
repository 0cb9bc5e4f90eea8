import { describe, expect, it } from 'vitest';
import { movedBy } from '../../../../renderer/features/matrix/matrix-move.ts';
import { COLUMNS, LINES } from './lines.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };
const ctrl = { ...plain, ctrlKey: true };
const page = 4;
const from = { line: 3, column: 1 };

describe('moving through a matrix', () => {
  it.each([
    ['ArrowUp', plain, { line: 2, column: 1 }],
    ['ArrowDown', plain, { line: 5, column: 1 }],
    ['ArrowLeft', plain, { line: 3, column: 0 }],
    ['ArrowRight', plain, { line: 3, column: 2 }],
    ['Home', plain, { line: 3, column: 0 }],
    ['End', plain, { line: 3, column: 2 }],
    ['PageUp', plain, { line: 2, column: 1 }],
    ['PageDown', plain, { line: 8, column: 1 }],
    ['Home', ctrl, { line: 2, column: 0 }],
    ['End', ctrl, { line: 11, column: 2 }],
  ])('steps over heads with %s', (key, held, to) => {
    expect(movedBy({ ...held, key }, from, LINES, COLUMNS.length, page)).toEqual(to);
  });

  it.each([
    ['ArrowUp', { line: 2, column: 0 }],
    ['PageUp', { line: 2, column: 0 }],
    ['ArrowLeft', { line: 2, column: 0 }],
    ['ArrowDown', { line: 11, column: 2 }],
    ['PageDown', { line: 11, column: 2 }],
    ['ArrowRight', { line: 11, column: 2 }],
  ])('stays at the edge with %s', (key, at) => {
    expect(movedBy({ ...plain, key }, at, LINES, COLUMNS.length, page)).toEqual(at);
  });

  it('leaves other keys, and those that go back and forward, to others', () => {
    for (const event of [
      { ...plain, key: 'p' },
      { ...ctrl, key: 'ArrowDown' },
      { ...plain, altKey: true, key: 'ArrowLeft' },
    ]) {
      expect(movedBy(event, from, LINES, COLUMNS.length, page)).toBeNull();
    }
  });
});
