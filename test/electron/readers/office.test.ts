import { describe, expect, it } from 'vitest';
import { inspect, notRead, refusedAs, withWords } from '../../support/inspect.ts';
import { docxOf, docxParts, odtOf, ole, wordParagraph } from '../../support/script-files.ts';
import { zipOf } from '../../support/zip-files.ts';

const wordFile = async (body: string) => inspect('essay.docx', await zipOf(docxParts(body)));
const run = (inside: string) => `<w:p><w:r>${inside}</w:r></w:p>`;

describe('a DOCX', () => {
  it('is shown as DOCX, with the words of its paragraphs', async () => {
    expect(await inspect('essay.docx', await docxOf('What I learned.', '', 'What I shall do next.'))).toEqual({
      ok: true,
      value: {
        mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        display: 'docx',
        words: { kind: 'counted', words: 8 },
        pages: null,
      },
    });
  });

  it.each([
    ['two paragraphs', `${wordParagraph('one')}${wordParagraph('two')}`, 2],
    ['a line break', run('<w:t>one</w:t><w:br/><w:t>two</w:t>'), 2],
    ['a page break', run('<w:t>one</w:t><w:br w:type="page"/><w:t>two</w:t>'), 2],
    ['a tab', run('<w:t>one</w:t><w:tab/><w:t>two</w:t>'), 2],
    ['a word in two formats', '<w:p><w:r><w:t>le</w:t></w:r><w:r><w:t>ad</w:t></w:r></w:p>', 1],
    ['a sign for and', wordParagraph('one &amp; two'), 2],
    [
      'a table',
      `<w:tbl><w:tr><w:tc>${wordParagraph('one')}</w:tc><w:tc>${wordParagraph('two')}</w:tc></w:tr></w:tbl>`,
      2,
    ],
    ['a tracked insertion', '<w:p><w:ins><w:r><w:t>one</w:t></w:r></w:ins></w:p>', 1],
    [
      'a tracked deletion',
      `<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>${wordParagraph('one')}`,
      1,
    ],
    ['a field and its code', run('<w:instrText>PAGE words of code</w:instrText><w:t>one</w:t>'), 1],
  ])('has the words of %s counted as Word counts them', async (_what, body, words) => {
    expect(await wordFile(body)).toMatchObject(withWords(words));
  });

  it('without any word says so', async () =>
    expect(await wordFile(run('<w:t> </w:t>'))).toMatchObject(notRead('no-text')));

  it('whose main part is numbered, as Word on the web does it, is a DOCX all the same', async () => {
    const parts = docxParts(wordParagraph('one two')).map(
      ([name, content]) =>
        [
          name.replace('document.xml', 'document2.xml'),
          String(content).replaceAll('document.xml', 'document2.xml'),
        ] as const,
    );
    expect(await inspect('essay.docx', await zipOf(parts))).toMatchObject({
      ok: true,
      value: { display: 'docx', words: { words: 2 } },
    });
  });

  it('under a passphrase is refused as encrypted', async () => {
    expect(await inspect('essay.docx', ole('EncryptionInfo', 'EncryptedPackage'))).toEqual({
      ok: false,
      error: { code: 'file-encrypted', name: 'essay.docx' },
    });
  });

  it.each([0.3, 0.7, 0.99])('cut at %f of its length is refused as truncated', async (share) => {
    const whole = await docxOf('What I learned.');
    expect(await inspect('essay.docx', whole.subarray(0, Math.floor(whole.length * share)))).toMatchObject(
      refusedAs('file-truncated'),
    );
  });

  it('with a part that does not unpack is refused as damaged', async () => {
    const whole = await zipOf(docxParts(wordParagraph('word '.repeat(200))));
    const at = whole.indexOf('word/document.xml') + 'word/document.xml'.length + 10;
    whole.fill(0xff, at, at + 20);
    expect(await inspect('essay.docx', whole)).toEqual({
      ok: false,
      error: { code: 'file-damaged', name: 'essay.docx', claimed: 'docx' },
    });
  });

  it('that is an old DOC, or any ZIP, under another name is refused', async () => {
    expect(await inspect('essay.docx', ole('WordDocument'))).toMatchObject({
      error: { code: 'file-not-what-its-name-says', found: 'ole' },
    });
    expect(await inspect('essay.docx', await zipOf([['a.txt', 'a']]))).toMatchObject({
      error: { code: 'file-not-what-its-name-says', found: 'zip' },
    });
  });
});

const textFile = async (body: string) => inspect('essay.odt', await odtOf(body));
const MANIFEST = (inside: string) => `<manifest:manifest>${inside}</manifest:manifest>`;

describe('an ODT', () => {
  it('is opened outside, with the words of its text', async () => {
    expect(await textFile('<text:h>Leading</text:h><text:p>What I learned.</text:p>')).toEqual({
      ok: true,
      value: {
        mediaType: 'application/vnd.oasis.opendocument.text',
        display: 'external',
        words: { kind: 'counted', words: 4 },
        pages: null,
      },
    });
  });

  it.each([
    ['two paragraphs', '<text:p>one</text:p><text:p>two</text:p>', 2],
    [
      'spaces and breaks as elements',
      '<text:p>one<text:s text:c="3"/>two<text:tab/>three<text:line-break/>four</text:p>',
      4,
    ],
    ['a word in two formats', '<text:p>le<text:span>ad</text:span></text:p>', 1],
    ['signs written as references', '<text:p>one &amp; two &#8211; three &lt; &#x3e;</text:p>', 3],
    ['letters written as references', '<text:p>caf&#233; &#x41;da</text:p>', 2],
    [
      'a tracked deletion',
      '<text:tracked-changes><text:p>gone for good</text:p></text:tracked-changes><text:p>one</text:p>',
      1,
    ],
    [
      'a remark in the margin',
      '<text:p>one<office:annotation office:name="1"><text:p>says who</text:p></office:annotation></text:p>',
      1,
    ],
    [
      'a footnote',
      '<text:p>one<text:note text:id="f1"><text:note-citation>1</text:note-citation><text:note-body><text:p>aside</text:p></text:note-body></text:note></text:p>',
      1,
    ],
  ])('has the words of %s counted', async (_what, body, words) => {
    expect(await textFile(body)).toMatchObject(withWords(words));
  });

  it.each<[string, () => Promise<Buffer>]>([
    ['says in its manifest', () => odtOf('\u0007', MANIFEST('<manifest:encryption-data manifest:checksum="x"/>'))],
    [
      'packs as one part',
      () =>
        zipOf([
          ['mimetype', 'application/vnd.oasis.opendocument.text'],
          ['encrypted-package', 'x'],
          ['META-INF/manifest.xml', MANIFEST('')],
        ]),
    ],
  ])('whose passphrase it %s is refused as encrypted', async (_what, bytes) => {
    expect(await inspect('essay.odt', await bytes())).toMatchObject(refusedAs('file-encrypted'));
  });

  it('cut short is refused as truncated', async () => {
    const whole = await odtOf('<text:p>one</text:p>');
    expect(await inspect('essay.odt', whole.subarray(0, whole.length - 30))).toMatchObject(refusedAs('file-truncated'));
  });
});
