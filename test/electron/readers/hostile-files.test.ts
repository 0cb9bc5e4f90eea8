import { describe, expect, it } from 'vitest';
import { inspect, notRead, refusedAs } from '../../support/inspect.ts';
import { docxParts, odtOf, pdfOf, wordParagraph } from '../../support/script-files.ts';
import { withToldSize, type ZipPart, zipOf } from '../../support/zip-files.ts';

const MEBIBYTE = 1024 * 1024;
const docxWith = async (...parts: readonly ZipPart[]) => zipOf([...docxParts(wordParagraph('one')), ...parts]);
const zeros = (mebibytes: number) => Buffer.alloc(mebibytes * MEBIBYTE);

describe('a DOCX that means harm', () => {
  it('is refused where it unpacks to far more than it is', async () => {
    const bomb = await docxWith(['word/media/image1.png', zeros(100)]);
    expect(bomb.length).toBeLessThan(MEBIBYTE);
    expect(await inspect('essay.docx', bomb)).toMatchObject(refusedAs('file-damaged'));
  });

  it.each(['word/document.xml', 'word/styles.xml', 'word/media/image1.png'])(
    'is refused where %s tells a smaller size than it has',
    async (part) => {
      const parts = docxParts(wordParagraph('one')).filter(([name]) => name !== part);
      const bomb = withToldSize(await zipOf([...parts, [part, zeros(60)]]), part, 1000);
      expect(await inspect('essay.docx', bomb)).toMatchObject(refusedAs('file-damaged'));
    },
  );

  it('is taken in with its words not counted where a part is larger than is read, and the rest is sound', async () => {
    const noise = Buffer.alloc(65 * MEBIBYTE);
    for (let at = 0; at < noise.length; at += 4) noise.writeUInt32LE((at * 2_654_435_761) >>> 0, at);
    expect(await inspect('essay.docx', await docxWith(['word/media/film.mp4', noise]))).toMatchObject(notRead('limit'));
  });

  it.each<[string, readonly ZipPart[]]>([
    ['a part whose name leads out of it', [['xx/evil.xml', 'x']]],
    ['a part twice', docxParts(wordParagraph('another')).slice(-1)],
  ])('is refused for %s', async (what, parts) => {
    const zip = await docxWith(...parts);
    const bad = what.includes('leads out') ? renamed(zip, 'xx/evil.xml', '../evil.xml') : zip;
    expect(await inspect('essay.docx', bad)).toMatchObject(refusedAs('file-damaged'));
  });

  it('is refused for more parts than any document has', async () => {
    const parts = Array.from({ length: 5001 }, (_value, at): ZipPart => [`word/part${at}.xml`, '']);
    expect(await inspect('essay.docx', await docxWith(...parts))).toMatchObject(refusedAs('file-damaged'));
  });

  it('is refused for a document type, which could name other files or grow without end', async () => {
    const head = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
    expect(await inspect('essay.docx', await zipOf(docxParts(wordParagraph('&b;'), head)))).toMatchObject(
      refusedAs('file-damaged'),
    );
  });

  it.each([
    ['controls', 50_000, '<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'],
    ['tables', 20_000, '<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
    ['paragraphs', 20_000, '<w:p>', '</w:p>'],
    ['elements that nobody knows', 300_000, '<w:x>', '</w:x>'],
  ])('is taken in unread where its %s stand deeper than any reader goes', async (_what, times, begin, end) => {
    const deep = `${begin.repeat(times)}${wordParagraph('one')}${end.repeat(times)}`;
    expect(await inspect('essay.docx', await zipOf(docxParts(deep)))).toMatchObject({
      ok: true,
      value: { words: { kind: 'not-read', why: 'limit' }, display: 'external' },
    });
  });
});

it('an ODT that means harm is refused where its text tells a smaller size than it has', async () => {
  const bomb = withToldSize(await odtOf(`<text:p>${'word '.repeat(4_000_000)}</text:p>`), 'content.xml', 1000);
  expect(await inspect('essay.odt', bomb)).toMatchObject(refusedAs('file-damaged'));
});

it('a PDF whose script would run at its opening is read without running it', async () => {
  const pdf = Buffer.from(
    (await pdfOf('one two'))
      .toString('latin1')
      .replace('/Type /Catalog', '/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>'),
    'latin1',
  );
  expect(await inspect('essay.pdf', pdf)).toMatchObject({ ok: true, value: { words: { words: 2 } } });
});

/** A part under another name of the same length, in the directory and at the part. */
function renamed(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}
