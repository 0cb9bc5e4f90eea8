import { describe, expect, it } from 'vitest';
import { claimedType, typeByContent } from '../../../electron/readers/file-type.ts';
import { JPEG, ole, pdfOf, png, RTF } from '../../support/script-files.ts';
import { zipOf } from '../../support/zip-files.ts';

describe("what a file's name claims", () => {
  it.each([
    ['essay.pdf', 'pdf'],
    ['ESSAY.PDF', 'pdf'],
    ['R Jones-ABC123-012345-8316-602(1).docx', 'docx'],
    ['essay.odt', 'odt'],
    ['essay.rtf', 'rtf'],
    ['essay.txt', 'text'],
    ['page.jpg', 'jpeg'],
    ['page.JPEG', 'jpeg'],
    ['page.png', 'png'],
    ['essay.final.docx', 'docx'],
    ['essay.doc', null],
    ['essay.pages', null],
    ['essay', null],
    ['.pdf', 'pdf'],
    ['essay.', null],
    ['pdf', null],
    ['essay.constructor', null],
    ['essay.__proto__', null],
  ])('%s claims %s', (name, claimed) => expect(claimedType(name)).toBe(claimed));
});

describe('what a file is by its first bytes', () => {
  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['pdf', () => pdfOf('words')],
    ['zip', () => zipOf([['a', 'b']])],
    ['rtf', () => RTF],
    ['png', png],
    ['jpeg', () => JPEG],
    ['ole', () => ole('WordDocument')],
    ['text', () => Buffer.from('What I learned.\r\n\tMore of it.\f')],
    ['text', () => Buffer.from('Zoë Ångström 漢字', 'utf8')],
    ['text', () => Buffer.from('na\xefve', 'latin1')],
    ['text', () => Buffer.from('\ufeffwords', 'utf16le')],
    ['text', () => Buffer.from('%PDF without its hyphen')],
    ['unknown', () => Buffer.from([0, 1, 2, 3])],
    ['text', () => Buffer.from('words without a mark', 'utf16le')],
    ['unknown', () => Buffer.from('text and then \u0000')],
  ])('tells %s', async (type, bytes) => expect(typeByContent(await bytes())).toBe(type));

  it('finds a PDF behind what some scanners put before it', async () => {
    expect(typeByContent(Buffer.concat([Buffer.from('scanner 12\r\n'), await pdfOf('words')]))).toBe('pdf');
  });
});
