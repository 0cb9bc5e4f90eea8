import { describe, expect, it } from 'vitest';
import { namePartsOf, wordsOf } from '../../../shared/rules/name-parts.ts';

describe('the parts of a name', () => {
  it.each([
    ['Amira Okafor', 'okafor', ['amira']],
    ['Okafor, Amira', 'okafor', ['amira']],
    ['Dr Amira N. Okafor (demo)', 'okafor', ['amira']],
    ['Zoë Ångström-Łukasz', 'angstrom-lukasz', ['zoe']],
    ['Sean O’Brien', "o'brien", ['sean']],
    ['Maria van der Berg', 'berg', ['maria', 'van', 'der']],
    ['Maria', 'maria', []],
    ['(demo)', 'demo', []],
    ['', '', []],
  ])('%s: %s, %j', (name, family, given) => expect(namePartsOf(name)).toEqual({ family, given }));
});

it('the words of a text are whole with their hyphens and apostrophes, without the s behind a name', () => {
  expect(wordsOf("O'Brien’s well-run plan, 3.2: Jones's").map((one) => one.written)).toEqual([
    "O'Brien",
    'well-run',
    'plan',
    '3',
    '2',
    'Jones',
  ]);
});
