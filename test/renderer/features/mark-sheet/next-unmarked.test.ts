import { describe, expect, it } from 'vitest';
import { nextUnmarked } from '../../../../renderer/features/mark-sheet/next-unmarked.ts';
import type { SchemeSection } from '../../../../shared/model/pack.ts';

const sections = ['s1', 's2', 's3', 's4'].map(
  (id): SchemeSection => ({ id, heading: id, preamble: [], criteria: [], available: 10, minimum: 5 }),
);
const without = (...unmarked: string[]) => ({ outcome: 'incomplete' as const, total: null, unmarked });

describe('the next section without its marks', () => {
  it.each([
    { what: 'the nearest after the one on show', left: ['s1', 's3', 's4'], at: 's2', to: 's3' },
    { what: 'from the start again', left: ['s1', 's2'], at: 's3', to: 's1' },
    { what: 'not the one on show', left: ['s2'], at: 's2', to: undefined },
    { what: 'from the first where none is on show', left: ['s1'], at: '', to: 's1' },
  ])('is $what', ({ left, at, to }) => {
    expect(nextUnmarked(without(...left), sections, at)?.id).toBe(to);
  });

  it('is none on a sheet that has them all', () => {
    expect(nextUnmarked({ outcome: 'pass', total: 60 }, sections, 's1')).toBeUndefined();
  });
});
