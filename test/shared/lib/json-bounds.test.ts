import { expect, it } from 'vitest';
import { jsonBounds } from '../../../shared/lib/json-bounds.ts';

it.each([
  ['{"a":[1,2,{"b":null}]}', 3, 6, 'within'],
  ['{"a":[1,2,{"b":null}]}', 2, 6, 'too-deep'],
  ['{"a":[1,2,{"b":null}]}', 3, 5, 'too-many'],
  ['"[[[[,,,,"', 0, 1, 'within'],
  ['["\\"[[[[,,,,\\\\",[]]', 2, 4, 'within'],
  ['[][][]', 1, 4, 'within'],
  ['', 0, 1, 'within'],
] as const)('%s within %i deep and %i values is %s', (text, depth, values, said) => {
  expect(jsonBounds(text, { depth, values })).toBe(said);
});
