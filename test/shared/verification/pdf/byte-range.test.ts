import { describe, expect, it } from 'vitest';
import { readCoverage } from '../../../../shared/verification/pdf/byte-range.ts';
import { asSignature } from '../../../../shared/verification/pdf/signature-dictionary.ts';
import { ValueReader } from '../../../../shared/verification/pdf/value-reader.ts';
import { Work } from '../../../../shared/verification/work.ts';
import { bytesOf } from '../verifying.ts';

function coverageOf(range: string, contents = '<00ff>') {
  const source = `<</Contents ${contents}/ByteRange ${range}>>`.padEnd(100);
  const bytes = bytesOf(source);
  const signature = asSignature(new ValueReader(bytes, 0, 100, new Work(10_000)).value(), false);
  if (!signature) throw new Error('No signature');
  return readCoverage(bytes, signature);
}

describe('a byte range', () => {
  it('leaves out exactly the signature', () => {
    expect(coverageOf('[0 12 18 82]')).toEqual({ ok: true, value: { holder: { from: 12, to: 18 }, end: 100 } });
  });

  it.each([
    ['[0 12 18]', 'not-four-numbers'],
    ['[0 12 18 82 0]', 'not-four-numbers'],
    ['[0 12 18 8.5]', 'not-four-numbers'],
    ['[0 12 18 (82)]', 'not-four-numbers'],
    ['5', 'not-four-numbers'],
    ['[1 12 18 82]', 'not-from-the-start'],
    ['[-1 12 18 82]', 'not-from-the-start'],
    ['[0 11 18 82]', 'gap-is-not-the-signature'],
    ['[0 13 17 83]', 'gap-is-not-the-signature'],
    ['[0 12 19 81]', 'gap-is-not-the-signature'],
    ['[0 12 18 0]', 'gap-is-not-the-signature'],
    ['[0 12 18 -1]', 'gap-is-not-the-signature'],
    ['[0 12 18 83]', 'beyond-the-file'],
    ['[0 12 18 9007199254740991]', 'beyond-the-file'],
  ])('is refused: %s (%s)', (range, fault) => {
    expect(coverageOf(range)).toEqual({ ok: false, error: fault });
  });

  it.each(['(00ff)', '<0 ff>', '<00f> '])('is refused around a signature that is not plain digits: %s', (contents) => {
    const end = 12 + contents.trimEnd().length;
    expect(coverageOf(`[0 12 ${end} ${100 - end}]`, contents)).toEqual({
      ok: false,
      error: 'signature-not-hexadecimal',
    });
  });
});
