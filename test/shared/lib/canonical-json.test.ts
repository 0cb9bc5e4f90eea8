import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '../../../shared/lib/canonical-json.ts';

const VECTORS: readonly { readonly what: string; readonly value: Json; readonly text: string }[] = [
  { what: 'null', value: null, text: 'null' },
  { what: 'true', value: true, text: 'true' },
  { what: 'an empty object', value: {}, text: '{}' },
  { what: 'an empty list', value: [], text: '[]' },
  { what: 'an empty text', value: '', text: '""' },
  { what: 'keys in another order', value: { b: 1, a: 2 }, text: '{"a":2,"b":1}' },
  {
    what: 'keys that look like numbers',
    value: { 10: 'ten', 9: 'nine', 1: 'one' },
    text: '{"1":"one","10":"ten","9":"nine"}',
  },
  { what: 'upper before lower case', value: { a: 1, B: 2 }, text: '{"B":2,"a":1}' },
  { what: 'a nested object', value: { z: { y: [{ b: 1, a: null }] } }, text: '{"z":{"y":[{"a":null,"b":1}]}}' },
  { what: 'a list in its own order', value: [3, 1, 2], text: '[3,1,2]' },
  { what: 'a member that is undefined', value: { a: undefined, b: 1 }, text: '{"b":1}' },
  { what: 'the empty key', value: { '': 1, a: 2 }, text: '{"":1,"a":2}' },
  { what: 'minus zero', value: -0, text: '0' },
  { what: 'a large whole number', value: Number('333333333.33333329'), text: '333333333.3333333' },
  { what: 'an exponent', value: 1e30, text: '1e+30' },
  { what: 'a decimal', value: 4.5, text: '4.5' },
  { what: 'two thousandths', value: 2e-3, text: '0.002' },
  { what: 'a tiny number', value: 0.000000000000000000000000001, text: '1e-27' },
  { what: 'the short escapes', value: '\b\t\n\f\r"\\', text: '"\\b\\t\\n\\f\\r\\"\\\\"' },
  { what: 'other control characters', value: '\u0000\u001f', text: '"\\u0000\\u001f"' },
  { what: 'text beyond ASCII, unescaped', value: '€$\u000F\nA\'B"\\"/', text: '"€$\\u000f\\nA\'B\\"\\\\\\"/"' },
  { what: 'an astral character', value: '😀', text: '"😀"' },
];

/** RFC 8785, 3.2.3: the sorting example, whose order by code units differs from that by code points. */
const SORTED = ['\r', '1', '\u0080', 'ö', '€', '😀', '\ufb33'];

describe('canonical JSON', () => {
  it.each(VECTORS)('writes $what as RFC 8785 does', ({ value, text }) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('sorts keys by UTF-16 code units, as in the example of RFC 8785', () => {
    const backwards = Object.fromEntries(SORTED.toReversed().map((key, index) => [key, index]));
    const keys = [...canonicalJson(backwards).matchAll(/"((?:[^"\\]|\\.)*)":/g)].map((found) =>
      JSON.parse(`"${found[1]}"`),
    );
    expect(keys).toEqual(SORTED);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('refuses the number %s', (value) => {
    expect(() => canonicalJson({ deep: [value] })).toThrow(TypeError);
  });

  it.each([
    { what: 'a leading half', value: 'a\ud83d' },
    { what: 'a trailing half', value: '\ude00a' },
    { what: 'both halves the wrong way round', value: '\ude00\ud83d' },
  ])('refuses $what of a surrogate pair, as a value and as a key', ({ value }) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(() => canonicalJson({ [value]: 1 })).toThrow(TypeError);
  });

  const json = fc.jsonValue({ stringUnit: 'binary' }).map((value) => value as Json);

  it('gives a value back to whoever reads it', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(withoutMinusZero(value));
      }),
    );
  });

  it('is the same after reading and writing again', () => {
    fc.assert(
      fc.property(json, (value) => {
        const once = canonicalJson(value);
        expect(canonicalJson(JSON.parse(once))).toBe(once);
      }),
    );
  });

  it('does not depend on the order in which members were set', () => {
    const members = fc.uniqueArray(fc.tuple(fc.string(), json), { selector: ([key]) => key, maxLength: 8 });
    fc.assert(
      fc.property(members, fc.infiniteStream(fc.nat()), (entries, order) => {
        const shuffled = entries
          .map((entry) => ({ entry, at: order.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
        expect(canonicalJson(Object.fromEntries(shuffled))).toBe(canonicalJson(Object.fromEntries(entries)));
      }),
    );
  });
});

function withoutMinusZero(value: Json): unknown {
  return JSON.parse(JSON.stringify(value));
}
