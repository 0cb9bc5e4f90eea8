import { describe, expect, it } from 'vitest';
import { entry, integerOf, type PdfValue } from '../../../../shared/verification/pdf/value.ts';
import { ValueReader } from '../../../../shared/verification/pdf/value-reader.ts';
import { reading } from '../../../../shared/verification/unreadable.ts';
import { Work } from '../../../../shared/verification/work.ts';
import { bytesOf, text } from '../verifying.ts';

function read(source: string): PdfValue {
  const bytes = bytesOf(source);
  return new ValueReader(bytes, 0, bytes.length, new Work(1_000_000)).value();
}

function readText(source: string): string {
  const value = read(source);
  return value.kind === 'string' ? text(value.bytes) : value.kind;
}

describe('a value of a PDF', () => {
  it.each([
    ['(a(b)c)', 'a(b)c'],
    ['(a\\(b\\)\\n\\\\)', 'a(b)\n\\'],
    ['(a\\\nb)', 'ab'],
    ['(a\\\r\nb)', 'ab'],
    ['(a\r\nb\rc)', 'a\nb\nc'],
    ['(\\101\\0\\777)', 'A\0\u00ff'],
    ['<48 65\n6C6c6f>', 'Hello'],
    ['<4>', '@'],
    ['<>', ''],
    ['()', ''],
  ])('reads the string %j', (source, meant) => {
    expect(readText(source)).toBe(meant);
  });

  it('knows where a string stands', () => {
    const value = read(' <</Contents <00ff>/ByteRange[0 1 2 3]>>');
    const contents = value.kind === 'dict' ? entry(value, 'Contents') : value;
    expect(contents).toMatchObject({ hex: true, start: 13, end: 19 });
  });

  it('tells references from numbers', () => {
    const value = read('[1 0 R 1 0 2 -3 +4 .5 5. 6 0 R]');
    expect(value.kind === 'array' ? value.items.map((one) => one.kind) : []).toEqual([
      ...['ref', 'number', 'number', 'number', 'number', 'number', 'number', 'number', 'ref'],
    ]);
    expect(integerOf(read('1.5'))).toBeNull();
  });

  it('reads names with escapes, and comments as white space', () => {
    expect(read('<< /A#42 % no >>\n /C#zz >>')).toEqual({
      kind: 'dict',
      entries: new Map([['AB', { kind: 'name', name: 'C#zz' }]]),
    });
  });

  it.each([
    '',
    '(a',
    '(a\\',
    '<4g>',
    '<48',
    '[1 2',
    '<< /A 1',
    '<< /A >>',
    '<< 1 2 >>',
    '<< /A 1 /#41 2 >>',
    '1e5',
    '--1',
    '0x10',
    'nil',
    '}',
    '['.repeat(100),
    `/${'a'.repeat(2000)}`,
  ])('refuses %j', (source) => {
    expect(reading(() => read(source)).ok).toBe(false);
  });
});
