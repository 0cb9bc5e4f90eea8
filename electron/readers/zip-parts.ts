import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** Limits on a container from outside. */
const MOST_PARTS = 5000;
const MOST_UNPACKED = 1024 * 1024 * 1024;
const MOST_RATIO = 400;
/** The largest part that is read for its text, in bytes. */
const MOST_TEXT_PART = 64 * 1024 * 1024;

export type ZipKind = 'docx' | 'odt' | 'other' | 'truncated' | 'damaged';

/** Which document a ZIP is, by its parts; within the limits, names strict, no part twice. */
export async function zipDocumentType(bytes: Uint8Array): Promise<ZipKind> {
  let names: ReadonlySet<string>;
  try {
    names = new Set((await listParts(bytes)).map((part) => part.fileName));
  } catch (error) {
    return error instanceof Error && /end of central directory/i.test(error.message) ? 'truncated' : 'damaged';
  }
  if (names.has('[Content_Types].xml') && names.has('word/document.xml')) return 'docx';
  if (names.has('content.xml') && names.has('META-INF/manifest.xml')) return 'odt';
  return 'other';
}

/** One part's text, or null where there is none. Throws where the container breaks a limit. */
export async function partText(bytes: Uint8Array, name: string): Promise<string | null> {
  const zip = await open(bytes);
  for await (const entry of eachEntry(zip)) {
    if (entry.fileName !== name) continue;
    if (entry.uncompressedSize > MOST_TEXT_PART) throw new Error('A part is larger than is read');
    const parts: Buffer[] = [];
    let length = 0;
    for await (const part of await zip.openReadStreamPromise(entry)) {
      length += part.length;
      if (length > MOST_TEXT_PART) throw new Error('A part is larger than is read');
      parts.push(part);
    }
    return Buffer.concat(parts).toString('utf8');
  }
  return null;
}

async function listParts(bytes: Uint8Array): Promise<readonly Entry[]> {
  const zip = await open(bytes);
  const entries: Entry[] = [];
  const names = new Set<string>();
  let unpacked = 0;
  for await (const entry of eachEntry(zip)) {
    entries.push(entry);
    unpacked += entry.uncompressedSize;
    if (entries.length > MOST_PARTS || unpacked > MOST_UNPACKED) throw new Error('The container is too large');
    if (unpacked > 10_000_000 && unpacked > MOST_RATIO * bytes.length)
      throw new Error('The container is packed too tight');
    if (names.has(entry.fileName)) throw new Error('A part stands twice');
    names.add(entry.fileName);
  }
  return entries;
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return fromBufferPromise(buffer, { strictFileNames: true, validateEntrySizes: true, lazyEntries: true });
}

async function* eachEntry(zip: ZipFile): AsyncGenerator<Entry> {
  yield* zip.eachEntry();
}
