import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { jpegHasEnd } from '../../../electron/readers/jpeg-end.ts';
import { inspect, notRead, refusedAs, withWords } from '../../support/inspect.ts';
import { JPEG, ole, png } from '../../support/script-files.ts';
import { zipOf } from '../../support/zip-files.ts';

describe('a text file', () => {
  it.each([
    ['UTF-8', Buffer.from('What I learned: naïve, Ångström.', 'utf8'), 5],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffone two', 'utf8'), 2],
    ['UTF-16 with a byte order mark', Buffer.from('\ufeffone two', 'utf16le'), 2],
    ['UTF-16 the other way round', Buffer.from('\ufeffone two', 'utf16le').swap16(), 2],
    ['UTF-16 without a byte order mark', Buffer.from('one two, naïve: Łódź', 'utf16le'), 4],
    ['the other UTF-16 without one', Buffer.from('one two', 'utf16le').swap16(), 2],
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

describe('a JPEG', () => {
  const segment = (mark: number, data: Buffer) =>
    Buffer.concat([Buffer.from([0xff, mark, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data]);
  const scan = (...bytes: readonly number[]) =>
    Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from(bytes)]);
  const START = Buffer.from([0xff, 0xd8]);
  const END = Buffer.from([0xff, 0xd9]);
  const frame = segment(0xc0, Buffer.from([8, 0, 9, 0, 9, 1, 1, 0x11, 0]));
  const small = Buffer.concat([START, frame, scan(1, 2, 3), END]);
  const withThumbnail = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), small]));
  /** Data in which marks of its own stand, and a byte that only looks like one. */
  const data = scan(0x11, 0xff, 0x00, 0xd9, 0xff, 0xd3, 0x22, 0xff, 0xff, 0x00);
  const photo = Buffer.concat([START, withThumbnail, frame, data, scan(5, 6), END]);

  it('with a thumbnail inside is whole with its own end, and with what a camera puts behind that', async () => {
    for (const whole of [photo, Buffer.concat([photo, Buffer.alloc(70_000, 'more')])]) {
      expect(await inspect('page.jpg', whole)).toMatchObject(notRead('type-not-read'));
    }
  });

  it('that was cut anywhere is not, although its thumbnail has an end', async () => {
    const cut = Array.from({ length: photo.length - 1 }, (_value, at) => photo.subarray(0, at + 1));
    expect(cut.map(jpegHasEnd)).toEqual(cut.map(() => false));
    expect(await inspect('page.jpg', photo.subarray(0, -4))).toMatchObject(refusedAs('file-truncated'));
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

  it.each(['application/vnd.sun.xml.writer', 'application/vnd.oasis.opendocument.spreadsheet'])(
    'such as a document of %s is taken in too, its words not counted',
    async (type) => {
      const zip = await zipOf([
        ['mimetype', type],
        ['content.xml', '<!DOCTYPE a SYSTEM "office.dtd"><office:body>words</office:body>'],
        ['META-INF/manifest.xml', ''],
      ]);
      expect(await inspect('essay.sxw', zip)).toMatchObject({
        value: { mediaType: 'application/zip', display: 'external', words: { why: 'type-not-read' } },
      });
    },
  );

  it('such as a ZIP is taken in too', async () => {
    const zip = await zipOf([['Index/Document.iwa', 'x']]);
    expect(await inspect('essay.pages', zip)).toMatchObject({
      value: { mediaType: 'application/zip', display: 'external' },
    });
  });
});
