import { describe, expect, it } from 'vitest';
import { centreVersion, compareVersions, newestFirst, newestOnly } from '../../../shared/rules/pack-versions.ts';

describe('versions of a pack', () => {
  it('are in the order in which they were made', () => {
    const made = ['0.9.12', '1.0.0', '1.0.0+012345.1', '1.0.0+012345.2', '1.0.0+012345.10', '1.0.1', '1.2.0', '1.10.0'];
    expect(made.toReversed().toSorted(compareVersions)).toEqual(made);
    for (const version of made) expect(compareVersions(version, version)).toBe(0);
  });

  it('are listed by their packs, the newest first, or the newest alone', () => {
    const packs = [
      ['b', '1.0.0'],
      ['a', '1.0.0'],
      ['a', '1.0.0+1.1'],
      ['b', '2.0.0'],
    ].map(([code = '', version = '']) => ({ code, version }));
    const names = (list: typeof packs | ReturnType<typeof newestOnly>) =>
      list.map((one) => `${one.code} ${one.version}`);
    expect(names(newestFirst(packs))).toEqual(['a 1.0.0+1.1', 'a 1.0.0', 'b 2.0.0', 'b 1.0.0']);
    expect(names(newestOnly(packs))).toEqual(['a 1.0.0+1.1', 'b 2.0.0']);
  });

  it.each([
    ['1.0.0', '012345', [], '1.0.0+012345.1'],
    ['1.0.0+012345.1', '012345', ['1.0.0+012345.1'], '1.0.0+012345.2'],
    ['1.2.3+other.4', 'A/B 7', [], '1.2.3+AB7.1'],
    ['1.0.0', '№ —', [], '1.0.0+centre.1'],
    ['1.0.0', 'x'.repeat(40), [], `1.0.0+${'x'.repeat(24)}.1`],
  ])('after %s, centre %s makes the next', (version, centre, taken, next) => {
    expect(centreVersion(version, centre, new Set(taken))).toBe(next);
    expect(next).toMatch(/^\d+\.\d+\.\d+\+[A-Za-z0-9.-]{1,40}$/);
  });
});
