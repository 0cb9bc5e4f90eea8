import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAsn1, readWholeAsn1 } from '../../../../shared/verification/cms/asn1.ts';
import { oidOf, smallInteger, timeOf } from '../../../../shared/verification/cms/members.ts';
import { reading } from '../../../../shared/verification/unreadable.ts';

const hex = (digits: string) => Uint8Array.from(Buffer.from(digits.replaceAll(' ', ''), 'hex'));
const element = (digits: string) => readWholeAsn1(hex(digits));

describe('ASN.1', () => {
  it('reads definite and indefinite lengths, and gives what follows', () => {
    const { value, rest } = readAsn1(hex('3080 020105 3003 0101ff 0000 aabb'));
    expect(value.definite).toBe(false);
    expect(value.children.map((child) => child.tag)).toEqual([0x02, 0x30]);
    expect([...rest]).toEqual([0xaa, 0xbb]);
  });

  it.each([
    ['an end too early', '3005 020105'],
    ['a long form where the short one does', '0481 01 00'],
    ['a length with a leading zero', '048200 80'],
    ['a length of five bytes', '3085 0000000000'],
    ['an indefinite length of a value', '0480 0000'],
    ['an indefinite length without an end', '3080 020105'],
    ['a tag in the long form', '1f81 00'],
    ['more behind the value', '020105 00'],
  ])('refuses %s', (_, digits) => {
    expect(reading(() => element(digits)).ok).toBe(false);
  });

  it('reads identifiers', () => {
    expect(oidOf(element('0609 2a864886f70d010702'))).toBe('1.2.840.113549.1.7.2');
    expect(oidOf(element('0603 550403'))).toBe('2.5.4.3');
    for (const wrong of ['0600', '0602 2a80', '0603 2a8001'])
      expect(reading(() => oidOf(element(wrong))).ok).toBe(false);
  });

  it('reads small integers in one form only', () => {
    expect(smallInteger(element('0202 0080'))).toBe(128);
    for (const wrong of ['0200', '0202 0001', '0201 ff', '0205 0100000000']) {
      expect(reading(() => smallInteger(element(wrong))).ok).toBe(false);
    }
  });

  it('reads times: two digits of the year turn at 50', () => {
    const time = (tag: string, text: string) =>
      timeOf(element(`${tag}${text.length.toString(16).padStart(2, '0')}${Buffer.from(text).toString('hex')}`));
    expect(new Date(time('17', '491231235959Z')).toISOString()).toBe('2049-12-31T23:59:59.000Z');
    expect(new Date(time('17', '500101000000Z')).toISOString()).toBe('1950-01-01T00:00:00.000Z');
    expect(new Date(time('18', '20561122140203Z')).toISOString()).toBe('2056-11-22T14:02:03.000Z');
    for (const wrong of ['2611221402Z', '261122140203+0100', '261322140203Z']) {
      expect(reading(() => time('17', wrong)).ok).toBe(false);
    }
  });

  it('fails in no other way, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const read = reading(() => readAsn1(bytes));
        if (read.ok) expect(read.value.value.raw.length).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 2000 },
    );
  });
});
