import { describe, expect, it } from 'vitest';
import { cellKey } from '../../../../renderer/features/matrix/matrix-lines.ts';
import { cleared, placed, rangeOf, toggled } from '../../../../renderer/features/matrix/matrix-range.ts';
import { COLUMNS, LINES } from './lines.ts';

const cells = new Map([
  [cellKey('a', 'U', '1.1'), 'p 3'],
  [cellKey('b', 'U', '1.1'), ''],
]);
const of = { lines: LINES, columns: COLUMNS, cells, isLocked: () => false };
/** 1.1, 1.2 and, past the head of outcome 2, 2.1; columns a and b. */
const block = rangeOf({ line: 5, column: 0 }, { line: 2, column: 1 });
const told = (fill: ReturnType<typeof toggled>) =>
  fill.changes.map(
    ({ column, criterion, on, place }) => `${column} ${criterion} ${on}${place === undefined ? '' : ` ${place}`}`,
  );

describe('a block of cells', () => {
  it('is turned on where any cell of it is off, and what is on keeps its place', () => {
    expect(told(toggled(of, block))).toEqual(['a 1.2 true', 'b 1.2 true', 'a 2.1 true', 'b 2.1 true']);
  });

  it('is turned off where every cell is on', () => {
    const line = rangeOf({ line: 2, column: 0 }, { line: 2, column: 1 });
    expect(told(toggled(of, line))).toEqual(['a 1.1 false', 'b 1.1 false']);
    expect(told(cleared(of, block))).toEqual(['a 1.1 false', 'b 1.1 false']);
  });

  it('takes a place, but not where it stands already', () => {
    const line = rangeOf({ line: 2, column: 0 }, { line: 2, column: 1 });
    expect(told(placed(of, line, 'p 3'))).toEqual(['b 1.1 true p 3']);
  });

  it('leaves locked criteria as they are, and names them', () => {
    const locked = { ...of, isLocked: (unit: string, criterion: string) => unit === 'U' && criterion === '1.2' };
    const fill = toggled(locked, block);
    expect(told(fill)).toEqual(['a 2.1 true', 'b 2.1 true']);
    expect(fill.locked.map((line) => line.key)).toEqual(['U 1.2']);
  });
});
