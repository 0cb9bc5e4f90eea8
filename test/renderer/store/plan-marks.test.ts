import { expect, it } from 'vitest';
import { backOf, type MarkChange, stepsOf, stepsWithout, withMarks } from '../../../renderer/store/plan-marks.ts';
import type { WorkId } from '../../../shared/model/ids.ts';

const [one, other] = ['w1', 'w2'] as WorkId[] as [WorkId, WorkId];
const change = (work: WorkId, criterion: string, marked: boolean): MarkChange => ({
  work,
  unit: 'U',
  criterion,
  marked,
});
const mark = (work: WorkId, criterion: string) => ({ work, unit: 'U', criterion });

it('shows marks that are on their way, the last word on a cell', () => {
  const marks = [mark(one, '1.1'), mark(other, '1.1')];
  const changes = [
    change(one, '1.1', false),
    change(one, '1.2', true),
    change(other, '1.2', true),
    change(other, '1.2', false),
  ];
  expect(withMarks(marks, changes)).toEqual([mark(other, '1.1'), mark(one, '1.2')]);
});

it('takes an act back to what stood before it', () => {
  const marks = [mark(one, '1.1')];
  const step = [change(one, '1.1', false), change(other, '1.1', true)];
  expect(withMarks(withMarks(marks, step), backOf(step))).toEqual(marks);
});

it('forgets of every step what was done for a piece of work that is gone, and steps of nothing else', () => {
  const steps = [[change(one, '1.1', true), change(other, '1.1', true)], [change(one, '1.2', true)]];
  expect(stepsWithout(steps, one)).toEqual([[change(other, '1.1', true)]]);
});

it('sends a block of more cells than the main side takes at once in parts, none of them twice', () => {
  const block = Array.from({ length: 12_001 }, (_, at) => change(one, `${at}.1`, true));
  expect(stepsOf(block).map((step) => step.length)).toEqual([5000, 5000, 2001]);
  expect(stepsOf(block).flat()).toEqual(block);
  expect(stepsOf([])).toEqual([]);
});
