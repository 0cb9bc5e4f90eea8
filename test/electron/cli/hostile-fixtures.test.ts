import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALL_TRICKS } from '../../support/hostile/all-tricks.ts';
import { HOSTILE_OUTCOMES, SLOW_TO_REFUSE } from './hostile-outcomes.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'hostile');
const names = ALL_TRICKS.map(({ name }) => name).toSorted();

describe('the hostile files', () => {
  it('are those that are made, each named once, and each with what is to become of it', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(names);
    expect([...Object.values(HOSTILE_OUTCOMES).flat(), ...SLOW_TO_REFUSE].toSorted()).toEqual(names);
  });

  // On other processors zlib packs the same bytes in another way.
  it.skipIf(process.arch !== 'x64')('are what is made, to the byte', async () => {
    for (const { name, make } of ALL_TRICKS) {
      expect((await make()).equals(readFileSync(join(FOLDER, name))), name).toBe(true);
    }
  });

  it('are small together', () => {
    const sizes = names.map((name) => readFileSync(join(FOLDER, name)).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2 * 1024 * 1024);
  });
});
