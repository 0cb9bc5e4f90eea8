import fc from 'fast-check';
import { expect, it } from 'vitest';
import { repeatedKeys } from '../../../shared/lib/repeated-keys.ts';

it.each([
  ['{"a":1,"a":2}', [['a']]],
  ['{"a":{"a":1},"b":{"a":1}}', []],
  ['[{"a":1},{"a":1},{"b":{"c":1,"c":1}}]', [[2, 'b', 'c']]],
  ['{"a":[1,{"x":"a","y":"x"}],"\\u0061":2}', [['a']]],
  ['{"a\\"b":"{\\"a\\":1,","c":"a\\"b","a\\"b":[]}', [['a"b']]],
  ['{"a":1,"b":[],"a":{},"a":""}', [['a'], ['a']]],
  ['{"":1,"":2}', [['']]],
  ['["a","a",{"a":["a","a"]}]', []],
])('in %s', (text, places) => {
  expect(repeatedKeys(text)).toEqual(places);
});

it('finds nothing in what was written of a value, whatever its keys, strings and white space', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.boolean(), (value, wide) => {
      expect(repeatedKeys(JSON.stringify(value, null, wide ? 2 : 0))).toEqual([]);
    }),
  );
});
