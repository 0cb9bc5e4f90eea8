import { linesOf, type MatrixColumn } from '../../../../renderer/features/matrix/matrix-lines.ts';
import type { MatrixUnit } from '../../../../shared/api/contract.ts';

/** A unit of two outcomes with two criteria and one. */
export function unit(code: string): MatrixUnit {
  const outcome = (number: string, criteria: readonly string[]) => ({
    number,
    text: `Outcome ${number}`,
    criteria: criteria.map((one) => ({ number: one, text: `Criterion ${one}` })),
  });
  return {
    code,
    number: null,
    title: `Unit ${code}`,
    level: 7,
    credits: 6,
    outcomes: [outcome('1', ['1.1', '1.2']), outcome('2', ['2.1'])],
  };
}

/** Places 0 to 11: U, 1, 1.1, 1.2, 2, 2.1, and the same of V. */
export const LINES = linesOf([unit('U'), unit('V')]);

export const COLUMNS: readonly MatrixColumn[] = ['a', 'b', 'c'].map((id) => ({ id, short: id, title: id }));
