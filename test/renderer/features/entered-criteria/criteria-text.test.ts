import { describe, expect, it } from 'vitest';
import {
  criteriaText,
  numberedAnew,
  onEnter,
  readCriteria,
} from '../../../../renderer/features/entered-criteria/criteria-text.ts';
import { numberedOutcomes } from '../../../../shared/rules/entered-criteria.ts';

const READ = [
  { text: 'Understand the role', criteria: ['Explain it', 'Weigh two theories of it'] },
  { text: 'Be able to fill it', criteria: ['Lead a team'] },
];

describe('lines as a specification prints them', () => {
  it.each<[string, string]>([
    [
      'plain',
      '1 Understand the role\n1.1 Explain it\n1.2 Weigh two theories of it\n2 Be able to fill it\n2.1 Lead a team',
    ],
    [
      'with stops and names',
      'LO1. Understand the role\nAC 1.1: Explain it\nAC 1.2: Weigh two theories of it\nLearning outcome 2: Be able to fill it\nAC2.1 Lead a team',
    ],
    [
      'broken over lines, numbers apart, out of a table',
      '1\r\nUnderstand the\r\nrole\r\n1.1\tExplain it\r\n\r\n1.2\u00a0Weigh two\r\n   theories of it\r\n2.\r\nBe able to fill it\r\n2.1)  Lead a team\r\n',
    ],
    ['with the next number standing ready', `${criteriaText(numberedOutcomes(READ))}\n2.2 `],
  ])('%s are outcomes with their criteria', (_, text) => {
    expect(readCriteria(text)).toEqual({ outcomes: READ, faults: [] });
  });

  it('come back as the lines that they were', () => {
    expect(criteriaText(numberedOutcomes(READ)).split('\n')).toHaveLength(5);
    expect(readCriteria('')).toEqual({ outcomes: [], faults: [] });
  });

  it.each<[string, string, number, string]>([
    ['no number at first', 'Understand\n1 Plan\n1.1 Say', 1, 'Begins with no number. Begin with 1'],
    ['a number left out', '1 Plan\n1.1 Say\n1.3 Do', 3, 'Begins with 1.3 where 1.2 is next.'],
    ['a number twice', '1 Plan\n1.1 Say\n1.1 Do', 3, 'Begins with 1.1 where 1.2 is next.'],
    ['an outcome left out', '1 Plan\n1.1 Say\n3 Do\n3.1 Act', 3, 'Begins with 3 where 2 is next.'],
    ['a criterion before any outcome', '1.1 Say\n1 Plan\n1.1 Do', 1, 'Begins with 1.1 where 1 is next.'],
    ['an outcome without a criterion', '1 Plan\n2 Do\n2.1 Act', 1, 'Has no criterion yet.'],
    ['no words', '1 Plan\n1.1\n1.2 Do', 2, 'Has a number and no words.'],
    ['markup', '1 Plan\n1.1 Say <b>it</b>', 2, 'Holds markup'],
    ['the mark of lost words', '1 Plan\n1.1 Say [lost]', 2, 'enter the words'],
    ['too long a criterion', `1 Plan\n1.1 ${'x'.repeat(2001)}`, 2, 'Is longer than 2,000 characters.'],
    ['too many criteria', `1 Plan\n${Array.from({ length: 101 }, (_, at) => `1.${at + 1} Say`).join('\n')}`, 1, '100'],
    ['too many outcomes', Array.from({ length: 51 }, (_, at) => `${at + 1} Do\n${at + 1}.1 Say`).join('\n'), 101, '50'],
  ])('with %s say so at their line', (_, text, line, message) => {
    expect(readCriteria(text).faults).toContainEqual({ line, message: expect.stringContaining(message) });
  });

  it('are numbered anew in their order, each kept as the kind that it was', () => {
    const text = '1.4 First\n3.1 Say\n  which goes on\n3.1 Do\n7 Second\n9.9 Act';
    expect(numberedAnew(text)).toBe('1 First\n1.1 Say\n  which goes on\n1.2 Do\n2 Second\n2.1 Act');
    expect(readCriteria(numberedAnew(text)).faults).toEqual([]);
  });
});

describe('Enter', () => {
  /** The text after Enter at the caret, which stands at the bar. */
  const entering = (typed: string) => {
    const caret = typed.indexOf('|');
    const text = typed.replace('|', '');
    const next = onEnter(text, caret);
    return next && `${text.slice(0, next.from)}${next.insert}|${text.slice(caret)}`;
  };

  it.each([
    ['1 Plan|', '1 Plan\n1.1 |'],
    ['1 Plan\n1.1 Say|', '1 Plan\n1.1 Say\n1.2 |'],
    ['1 Plan\n1.1 Say\nand go on|', '1 Plan\n1.1 Say\nand go on\n1.2 |'],
    ['1 Plan\n1.1 Say\n1.2 |', '1 Plan\n1.1 Say\n2 |'],
    ['1 Plan\n1.1 Say|\n2 Do', '1 Plan\n1.1 Say\n1.2 |\n2 Do'],
  ])('in %j brings %j', (typed, then) => {
    expect(entering(typed)).toBe(then);
  });

  it.each(['|', 'Plan|', '1 |', '1 Pl|an', '1 Plan\n|'])('in %j is a line feed', (typed) => {
    expect(entering(typed)).toBeNull();
  });
});
