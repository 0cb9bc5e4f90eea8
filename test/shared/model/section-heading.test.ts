import { expect, it } from 'vitest';
import type { SchemeRule } from '../../../shared/model/pack.ts';
import { printedHeading } from '../../../shared/model/section-heading.ts';

const MET: SchemeRule = { kind: 'criteria-met' };

/** A section whose criteria each answer these, as "X 1.1". */
function sectionOf(heading: string, ...criteria: readonly (readonly string[])[]) {
  return {
    ...{ id: 's', heading, preamble: [], available: null, minimum: null },
    criteria: criteria.map((answers, index) => ({
      ...{ id: `c${index}`, text: 'Show it', available: null, minimum: null },
      answers: answers.map((one) => {
        const [unit = '', criterion = ''] = one.split(' ');
        return { unit, criterion };
      }),
    })),
  };
}

it.each([
  ['the outcome’s number', MET, sectionOf('Understand it', ['X 2.1'], ['X 2.2', 'X 2.10']), '2 Understand it'],
  ['a number of two figures', MET, sectionOf('Understand it', ['X 12.1']), '12 Understand it'],
  ['no number for two outcomes', MET, sectionOf('Understand it', ['X 1.1'], ['X 2.1']), 'Understand it'],
  ['no number for outcomes of two units', MET, sectionOf('Understand it', ['X 1.1', 'Y 1.1']), 'Understand it'],
  ['no number where nothing is answered', MET, sectionOf('Understand it'), 'Understand it'],
  ['a number that the heading has, once', MET, sectionOf('1. Understand it', ['X 1.1']), '1. Understand it'],
  ['its number before another figure', MET, sectionOf('10 ways to lead', ['X 1.1']), '1 10 ways to lead'],
  [
    'no number under marks by section',
    { kind: 'section-minimum', passTotal: 50 } as const,
    sectionOf('Understand it', ['X 1.1']),
    'Understand it',
  ],
  [
    'no number under marks by criterion',
    { kind: 'criterion-minimum', passTotal: null } as const,
    sectionOf('Understand it', ['X 1.1']),
    'Understand it',
  ],
])('prints %s', (_, rule, section, printed) => {
  expect(printedHeading(rule, section)).toBe(printed);
});
