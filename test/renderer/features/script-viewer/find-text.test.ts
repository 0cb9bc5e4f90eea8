import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAll, fold, foldQuery, type Run } from '../../../../renderer/features/script-viewer/find-text.ts';

const runs = (...texts: readonly string[]): readonly Run[] => texts.map((text) => ({ text, endsLine: false }));
const lines = (...texts: readonly string[]): readonly Run[] => texts.map((text) => ({ text, endsLine: true }));

/** What stands in the runs at each place that is found. */
function found(where: readonly Run[], typed: string): readonly string[] {
  return findAll(fold(where), foldQuery(typed)).map(({ start, end }) =>
    where
      .slice(start.run, end.run + 1)
      .map(({ text }, index, all) =>
        text.slice(index === 0 ? start.offset : 0, index === all.length - 1 ? end.offset : undefined),
      )
      .join('|'),
  );
}

describe('finding a text', () => {
  it.each([
    { what: 'whatever its case', in: runs('The Depot, the depot'), typed: 'DEPOT', gives: ['Depot', 'depot'] },
    { what: 'whatever its accents', in: runs('café Łódź'), typed: 'CAFE', gives: ['café'] },
    { what: 'with accents written apart', in: runs('cafe\u0301 x'), typed: 'café', gives: ['cafe'] },
    { what: 'with typographic quotes', in: runs('it’s “so”'), typed: `it's "so"`, gives: ['it’s “so”'] },
    { what: 'with any dash', in: runs('2025–26'), typed: '2025-26', gives: ['2025–26'] },
    { what: 'over a soft hyphen', in: runs('capa\u00adcity'), typed: 'capacity', gives: ['capa\u00adcity'] },
    { what: 'with a ligature', in: runs('eﬃcient'), typed: 'fic', gives: ['ﬃc'] },
    {
      what: 'over white space of any width',
      in: runs('at \u00a0\t 61 %'),
      typed: 'at 61 %',
      gives: ['at \u00a0\t 61 %'],
    },
    { what: 'over pieces', in: runs('cap', 'ac', 'ity'), typed: 'capacity', gives: ['cap|ac|ity'] },
    { what: 'over the end of a line', in: lines('winter', 'plan'), typed: 'winter plan', gives: ['winter|plan'] },
    { what: 'not over pieces of two lines as one word', in: lines('win', 'ter'), typed: 'winter', gives: [] },
    { what: 'without overlapping', in: runs('aaaa'), typed: 'aa', gives: ['aa', 'aa'] },
    { what: 'outside the basic plane', in: runs('x😀y😀'), typed: '😀', gives: ['😀', '😀'] },
    { what: 'not, where nothing is sought', in: runs('text'), typed: '  ', gives: [] },
  ])('$what', ({ in: where, typed, gives }) => {
    expect(found(where, typed)).toEqual(gives);
  });

  it('finds any word of a text wherever the text is cut into pieces', () => {
    const text = 'The depot runs at 61 % of its capacity; the winter plan says why.';
    const words = [...text.matchAll(/\S+/g)].map((match) => match[0]);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(text.length)), fc.constantFrom(...words), (cuts, word) => {
        const at = [0, ...cuts.sort((a, b) => a - b), text.length];
        const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
        const all = found(runs(...pieces), word);
        expect(all.length).toBe(text.toLowerCase().split(word.toLowerCase()).length - 1);
        for (const one of all) expect(one.replaceAll('|', '').toLowerCase()).toBe(word.toLowerCase());
      }),
    );
  });

  it('gives only places that are there, for any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
        (texts, typed) => {
          const where = lines(...texts);
          for (const { start, end } of findAll(fold(where), foldQuery(typed))) {
            expect(start.offset).toBeLessThanOrEqual(where[start.run]?.text.length ?? -1);
            expect(end.offset).toBeLessThanOrEqual(where[end.run]?.text.length ?? -1);
            expect(start.run < end.run || (start.run === end.run && start.offset <= end.offset)).toBe(true);
          }
        },
      ),
    );
  });
});
