import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** Limits on a container from outside. */
const MOST_PARTS = 5000;
const MOST_UNPACKED = 1024 * 1024 * 1024;
const MOST_RATIO = 400;
/** The largest part of a document that is read, in bytes. */
const MOST_TEXT_PART = 64 * 1024 * 1024;

/** What a container is by its parts; a DOCX with the name of its main part, which Word on the web numbers. */
export type ZipKind =
  | { readonly kind: 'docx'; readonly main: string }
  | { readonly kind: 'odt' | 'other' | 'encrypted' | 'truncated' | 'damaged' };

/** Thrown where a part is larger than is read; the container may be sound. */
export class PartTooLarge extends Error {}

/** Which document a ZIP is, by its parts; within the limits, names strict, no part twice. */
export async function zipDocumentType(bytes: Uint8Array): Promise<ZipKind> {
  let names: readonly string[];
  try {
    names = (await listParts(bytes)).map((part) => part.fileName);
  } catch (error) {
    const cut = error instanceof Error && /end of central directory/i.test(error.message);
    return { kind: cut ? 'truncated' : 'damaged' };
  }
  const main = names.find((name) => /^word\/document\d*\.xml$/.test(name));
  if (names.includes('[Content_Types].xml') && main !== undefined) return { kind: 'docx', main };
  // An ODT under a password, as ODF 1.4 has it; earlier ones say so in their manifest.
  if (names.includes('encrypted-package')) return { kind: 'encrypted' };
  const isOpenDocument = names.includes('content.xml') && names.includes('META-INF/manifest.xml');
  return { kind: isOpenDocument && (await saysText(bytes)) ? 'odt' : 'other' };
}

/** Not a sheet or a presentation, nor of the format's forerunner, which has the same parts; one that says nothing is read. */
async function saysText(bytes: Uint8Array): Promise<boolean> {
  const type = await partText(bytes, 'mimetype').catch(() => '');
  return type === null || type.startsWith('application/vnd.oasis.opendocument.text');
}

/** One part's text, or null where there is none. Throws PartTooLarge, and where the container breaks a limit. */
export async function partText(bytes: Uint8Array, name: string): Promise<string | null> {
  const zip = await open(bytes);
  for await (const entry of eachEntry(zip)) {
    if (entry.fileName !== name) continue;
    if (entry.uncompressedSize > MOST_TEXT_PART) throw new PartTooLarge();
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part);
    return Buffer.concat(parts).toString('utf8');
  }
  return null;
}

/** Unpacks every part to nowhere. Throws where one unpacks to another size than it says, and PartTooLarge. */
export async function proveSizes(bytes: Uint8Array): Promise<void> {
  const zip = await open(bytes);
  for await (const entry of eachEntry(zip)) {
    if (entry.uncompressedSize > MOST_TEXT_PART) throw new PartTooLarge();
    // yauzl ends the stream with an error where it gives more or less than the entry says.
    for await (const _part of await zip.openReadStreamPromise(entry));
  }
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
