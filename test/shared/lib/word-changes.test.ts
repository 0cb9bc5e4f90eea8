import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordChanges } from '../../../shared/lib/word-changes.ts';

/** "same [-removed-] {+added+}", as a person would mark it. */
function marked(before: string, after: string): string {
  const signs = { same: ['', ''], removed: ['[', ']'], added: ['{', '}'] } as const;
  return wordChanges(before, after)
    .map(({ kind, text }) => signs[kind].join(text))
    .join('');
}

describe('two texts compared word by word', () => {
  it.each([
    ['', '', ''],
    ['The plan is clear.', 'The plan is clear.', 'The plan is clear.'],
    ['', 'A start', '{A start}'],
    ['An end', '', '[An end]'],
    ['The plan is clear.', 'The plan is very clear.', 'The plan is {very }clear.'],
    ['The plan is clear.', 'The budget is clear.', 'The [plan]{budget} is clear.'],
    ['one two three', 'one three', 'one [two ]three'],
    ['one\ntwo', 'one two', 'one[\n]{ }two'],
    ['the team’s plan', 'the teams plan', 'the [team’s]{teams} plan'],
    ['café', 'cafés', '[café]{cafés}'],
  ])('%j and %j differ as %j', (before, after, expected) => {
    expect(marked(before, after)).toBe(expected);
  });

  it('holds each of them whole, whatever they are', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n', '.', 'long', '😀'), { maxLength: 60 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [before, after] = [a.join(''), b.join('')];
        const runs = wordChanges(before, after);
        const without = (kind: string) =>
          runs
            .filter((run) => run.kind !== kind)
            .map((run) => run.text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
        expect(runs.every(({ text }, at) => text !== '' && runs[at + 1]?.kind !== runs[at]?.kind)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('marks two long texts that have nothing in common as replaced, without a wait', () => {
    const text = (word: string) => Array.from({ length: 5000 }, (_, at) => `${word}${at}`).join('.');
    const begun = performance.now();
    const runs = wordChanges(text('old'), text('new'));
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(runs.map((run) => run.kind)).toEqual(['removed', 'added']);
  });
});
