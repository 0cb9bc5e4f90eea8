import { withToldSize, type ZipPart, zipOf } from '../zip-files.ts';
import { WORDS, wordFile, wordParts } from './docx-writer.ts';
import { trick } from './trick.ts';

const MEBIBYTE = 1024 * 1024;
const document = (...parts: readonly ZipPart[]) => wordFile({ body: WORDS, parts });

/** A part under another name of the same length, in the directory and at the part. */
async function renamed(from: string, to: string): Promise<Buffer> {
  const zip = await document([from, 'x']);
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}

/** A flag or a way of packing changed at every part, in the directory and at the part. */
async function patched(local: number, central: number, value: number): Promise<Buffer> {
  const zip = await document();
  for (let at = 0; at < zip.length - 4; at += 1) {
    const mark = zip.readUInt32LE(at);
    if (mark === 0x04034b50) zip.writeUInt16LE(value, at + local);
    if (mark === 0x02014b50) zip.writeUInt16LE(value, at + central);
  }
  return zip;
}

/** Containers that unpack to more than they are, or that name what is not theirs. */
export const CONTAINERS = [
  trick('zip-bomb-in-a-picture.docx', () => document(['word/media/image1.png', Buffer.alloc(100 * MEBIBYTE)])),
  trick('zip-bomb-that-lies-about-its-size.docx', async () =>
    withToldSize(await document(['word/media/image1.png', Buffer.alloc(60 * MEBIBYTE)]), 'word/media/image1.png', 1000),
  ),
  trick('zip-inside-zip-inside-zip.docx', async () => {
    let inner: Buffer = Buffer.alloc(10 * MEBIBYTE);
    for (let level = 0; level < 5; level += 1) inner = await zipOf([[`level${level}.zip`, inner]]);
    return document(['word/embeddings/inner.zip', inner]);
  }),
  trick('zip-parts-on-top-of-each-other.docx', async () => {
    const zip = await document(
      ['word/media/aaaa.bin', Buffer.alloc(9 * MEBIBYTE)],
      ['word/media/bbbb.bin', Buffer.alloc(9 * MEBIBYTE)],
    );
    return overlapped(zip, 'word/media/aaaa.bin', 'word/media/bbbb.bin');
  }),
  trick('zip-name-that-climbs-out.docx', () => renamed('xx/xx/xx/xx/evil.xml', '../../../../evil.xml')),
  trick('zip-name-from-the-root.docx', () => renamed('xetc/cron.d/evil', '/etc/cron.d/evil')),
  trick('zip-name-with-a-drive.docx', () => renamed('CC/Windows/evil.dll', 'C:\\Windows\\evil.dll')),
  trick('zip-name-that-is-another-part.docx', () => renamed('word/xxdocument.xml', 'word/./document.xml')),
  trick('zip-part-twice.docx', () => document(['word/document.xml', 'x'])),
  trick('zip-with-a-password.docx', () => patched(6, 8, 1)),
  trick('zip-packed-in-an-unknown-way.docx', () => patched(8, 10, 99)),
  trick('zip-cut-off.docx', async () => (await document()).subarray(0, 700)),
  trick('zip-with-two-ends.docx', async () => {
    const [shown, hidden] = [await document(), await zipOf(wordParts({ body: '<w:p/>'.repeat(1000) }))];
    return Buffer.concat([hidden, shown]);
  }),
  trick('zip-that-is-a-pdf-too.docx', () => zipOf([['%PDF-1.7', ''], ...wordParts({ body: WORDS })])),
  trick('zip-without-the-document.docx', () =>
    zipOf(wordParts({ body: WORDS }).filter(([name]) => name !== 'word/document.xml')),
  ),
];

/** The second part's entry in the directory points at the first part's bytes too. */
function overlapped(zip: Buffer, first: string, second: string): Buffer {
  const offsetAt = (name: string) => {
    const named = zip.lastIndexOf(Buffer.from(name));
    return named - 46 + 42;
  };
  zip.writeUInt32LE(zip.readUInt32LE(offsetAt(first)), offsetAt(second));
  return zip;
}
