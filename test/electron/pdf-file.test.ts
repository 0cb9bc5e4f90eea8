import { describe, expect, it } from 'vitest';
import { PdfParser } from '../../electron/pdf-file/parser.ts';
import { PdfFile } from '../../electron/pdf-file/pdf-file.ts';
import { serialise } from '../../electron/pdf-file/serialise.ts';
import { PdfString, textOf, textString } from '../../electron/pdf-file/values.ts';

function read(text: string) {
  return new PdfParser(Buffer.from(text, 'latin1'), 0).value();
}

describe('values of a PDF', () => {
  it.each([
    ['numbers', '[0 -3 +4.50 .5 1234567890 -.002]', '[0 -3 4.5 0.5 1234567890 -0.002]'],
    ['names with any byte', '/A#20b#2Fc', '/A#20b#2fc'],
    ['strings with escapes and brackets', '(a\\(b\\) (c) \\101\\n\\\r\nd)', '<612862292028632920410a64>'],
    ['hexadecimal strings', '<48 65 6C6C6>', '(Hell`)'],
    ['references among numbers', '[1 0 R 2 3 0 R 4]', '[1 0 R 2 3 0 R 4]'],
    [
      'dictionaries with comments',
      '<</A 1 % one\n/B [true false null]/C<</D/E>>>>',
      '<</A 1\n/B [true false null]\n/C <</D /E>>>>',
    ],
  ])('keep their meaning: %s', (_, text, written) => {
    expect(serialise(read(text))).toBe(written);
    expect(serialise(read(written))).toBe(written);
  });

  it('are refused where they make no sense', () => {
    for (const text of ['', '(open', '<12', '[1 2', '<</A>>', '<<1 2>>', 'what', '<zz>']) {
      expect(() => read(text), text).toThrow(/at byte/);
    }
    expect(() => read('['.repeat(5000))).toThrow('Nested too deep');
  });

  it.each(['plain (text) \\', 'Ångström', 'שרה כהן', '😀', ''])('carry any text: %j', (text) => {
    expect(textOf(textString(text))).toBe(text);
    const again = read(serialise(textString(text)));
    expect(again instanceof PdfString ? textOf(again) : again).toBe(text);
  });
});

describe('files', () => {
  const file = (trailer: string, objects = '1 0 obj<</Type/Catalog>>endobj\n') => {
    const body = `%PDF-1.4\n${objects}`;
    const table = 'xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n';
    return Buffer.from(`${body}${table}trailer\n${trailer}\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
  };

  it('are read by their cross-reference', () => {
    const read = new PdfFile(file('<</Size 2/Root 1 0 R>>'));
    expect(read.size).toBe(2);
    expect(serialise(read.catalog)).toBe('<</Type /Catalog>>');
    expect(read.resolve(null)).toBeNull();
  });

  it('are refused if they are encrypted, lead nowhere or say what is not so', () => {
    expect(() => new PdfFile(file('<</Size 2/Root 1 0 R/Encrypt 5 0 R>>'))).toThrow('encrypted');
    expect(() => new PdfFile(file('<</Size 2>>')).catalog).toThrow('names no catalog');
    expect(() => new PdfFile(file('<</Size 2/Root 1 0 R>>', '7 0 obj<<>>endobj\n')).catalog).toThrow(
      'not where it should be',
    );
    expect(() => new PdfFile(Buffer.from('startxref\n99999\n%%EOF'))).toThrow();
  });

  it('that refer to themselves in a circle come to an end', () => {
    const circle = file('<</Size 2/Root 1 0 R/Prev 40>>', '1 0 obj 1 0 R endobj\n       ');
    expect(() => new PdfFile(circle).catalog).toThrow();
  });
});
