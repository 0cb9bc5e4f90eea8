import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inspect, notRead, refusedAs, withWords } from '../../support/inspect.ts';
import { JPEG, ole, png, RTF } from '../../support/script-files.ts';
import { zipOf } from '../../support/zip-files.ts';

describe('a text file', () => {
  it.each([
    ['UTF-8', Buffer.from('What I learned: naïve, Ångström.', 'utf8'), 5],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffone two', 'utf8'), 2],
    ['UTF-16 with a byte order mark', Buffer.from('\ufeffone two', 'utf16le'), 2],
    ['UTF-16 the other way round', Buffer.from('\ufeffone two', 'utf16le').swap16(), 2],
    ['Windows-1252', Buffer.from([0x6e, 0x61, 0xef, 0x76, 0x65, 0x20, 0x93, 0x6f, 0x6b, 0x94]), 2],
  ])('in %s has its words counted', async (_what, bytes, words) => {
    expect(await inspect('essay.txt', bytes)).toMatchObject(withWords(words));
  });

  it('is opened outside', async () => {
    expect(await inspect('essay.txt', Buffer.from('words'))).toMatchObject({
      value: { mediaType: 'text/plain', display: 'external', pages: null },
    });
  });

  it('that holds anything but text is refused', async () => {
    expect(await inspect('essay.txt', Buffer.from([0x41, 0, 1, 2]))).toMatchObject({
      error: { code: 'file-not-what-its-name-says', claimed: 'text', found: 'unknown' },
    });
  });
});

describe.each([
  { type: 'RTF', name: 'essay.rtf', bytes: RTF, mediaType: 'application/rtf' },
  { type: 'PNG', name: 'page.png', bytes: png(), mediaType: 'image/png' },
  { type: 'JPEG', name: 'page.jpg', bytes: JPEG, mediaType: 'image/jpeg' },
])('a file of type $type', ({ name, bytes, mediaType }) => {
  it('is opened outside, its words not counted', async () => {
    expect(await inspect(name, bytes)).toEqual({
      ok: true,
      value: { mediaType, display: 'external', words: { kind: 'not-read', why: 'type-not-read' }, pages: null },
    });
  });

  it('cut short is refused as truncated', async () => {
    for (const length of [Math.floor(bytes.length / 2), bytes.length - 5]) {
      expect(await inspect(name, bytes.subarray(0, length))).toMatchObject(refusedAs('file-truncated'));
    }
  });
});

describe('an RTF', () => {
  it.each([
    ['braces that are text', '{\\rtf1 one \\{ two \\} three \\\\}'],
    ['groups within groups', '{\\rtf1{\\fonttbl{\\f0 Arial;}{\\f1 Times;}}one}'],
    ['bytes told by their number', '{\\rtf1 \\bin3 {{{ one}'],
    ['white space after its end', '{\\rtf1 one}\r\n\u0000'],
  ])('with %s is whole', async (_what, text) => {
    expect(await inspect('essay.rtf', Buffer.from(text))).toMatchObject(notRead('type-not-read'));
  });

  it('that ends in a brace that is text is not', async () => {
    expect(await inspect('essay.rtf', Buffer.from('{\\rtf1 one \\}'))).toMatchObject(refusedAs('file-truncated'));
  });
});

describe('a file of a type that is not known', () => {
  it.each<[string, Buffer, string]>([
    ['film.mp4', randomBytes(500).fill(0, 0, 4), 'application/octet-stream'],
    ['essay.doc', ole('WordDocument'), 'application/x-ole-storage'],
    ['essay', Buffer.from([0, 1, 2]), 'application/octet-stream'],
  ])('%s is taken in to be opened outside', async (name, bytes, mediaType) => {
    expect(await inspect(name, bytes)).toEqual({
      ok: true,
      value: { mediaType, display: 'external', words: { kind: 'not-read', why: 'type-not-read' }, pages: null },
    });
  });

  it('such as a ZIP is taken in too', async () => {
    const zip = await zipOf([['Index/Document.iwa', 'x']]);
    expect(await inspect('essay.pages', zip)).toMatchObject({
      value: { mediaType: 'application/zip', display: 'external' },
    });
  });
});
