import { expect, it } from 'vitest';
import { filteredUnits, firstChoice } from '../../../../renderer/features/matrix/use-matrix-filter.ts';
import { unit } from './lines.ts';

const units = [
  { ...unit('U'), chosen: false },
  { ...unit('V'), chosen: true },
];
const codes = (shown: ReturnType<typeof filteredUnits>) => shown.map((one) => one.code);

it('begins with the units chosen, and with all where none is', () => {
  expect(firstChoice(units)).toEqual({ kind: 'chosen' });
  expect(firstChoice([unit('U')])).toEqual({ kind: 'all' });
});

it('shows all units, those chosen, or one', () => {
  expect(codes(filteredUnits(units, { kind: 'all' }, null))).toEqual(['U', 'V']);
  expect(codes(filteredUnits(units, { kind: 'chosen' }, null))).toEqual(['V']);
  expect(codes(filteredUnits(units, { kind: 'unit', code: 'U' }, null))).toEqual(['U']);
});

it('shows the criteria asked for alone, without heads that have none left', () => {
  const shown = filteredUnits(units, { kind: 'all' }, new Set(['V 1.2']));
  expect(shown.map((one) => one.outcomes.map((outcome) => outcome.criteria.map(({ number }) => number)))).toEqual([
    [['1.2']],
  ]);
});
