import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise } from 'yauzl';

/** Limits on a package: a mark sheet is far below them. */
const LIMIT = { parts: 5000, unpacked: 256 * 1024 * 1024, ratio: 400, always: 10_000_000 } as const;
const METHOD = { stored: 0, deflated: 8 } as const;
const ENCRYPTED = 1;
const ASCII = /^[\x21-\x7e]+$/;
const SIGNATURE = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
/** Bytes of an entry's own head before its name. */
const LOCAL_HEAD = 30;

/** One item of a package: its content, and the bytes that hold it in the ZIP. */
export type Item = {
  readonly name: string;
  readonly content: Uint8Array;
  readonly method: number;
  readonly packed: Uint8Array;
  readonly crc: number;
};

/** An item with new content. */
export function itemOf(name: string, content: Uint8Array): Item {
  const deflated = deflateRawSync(content, { chunkSize: chunkFor(content.length) });
  const smaller = deflated.length < content.length;
  return {
    name,
    content,
    method: smaller ? METHOD.deflated : METHOD.stored,
    packed: smaller ? deflated : content,
    crc: crc32(content),
  };
}

/**
 * The items of a ZIP in their order, folders left out. Throws where it breaks a limit, holds a name twice (letters of
 * either case) or one that leads out of it, and where directory and content disagree.
 */
export async function readItems(zip: Uint8Array): Promise<readonly Item[]> {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.length);
  const file = await fromBufferPromise(bytes, { strictFileNames: true, validateEntrySizes: true, lazyEntries: true });
  const items: Item[] = [];
  const names = new Set<string>();
  let unpacked = 0;
  for await (const entry of file.eachEntry()) {
    unpacked += entry.uncompressedSize;
    if (items.length >= LIMIT.parts || unpacked > LIMIT.unpacked) throw new Error('The package is too large');
    if (unpacked > LIMIT.always && unpacked > LIMIT.ratio * bytes.length)
      throw new Error('The package is packed too tight');
    const name = entry.fileName;
    if (!ASCII.test(name)) throw new Error('The package has a part with a name that no part can have');
    const folded = name.toLowerCase();
    if (names.has(folded)) throw new Error(`The part ${name} stands twice in the package`);
    names.add(folded);
    if (name.endsWith('/')) continue;
    if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) throw new Error(`The part ${name} is encrypted`);
    const packed = packedBytes(bytes, entry);
    const content = packed && unpack(packed, entry.compressionMethod, entry.uncompressedSize);
    if (!packed || !content || crc32(content) !== entry.crc32) throw new Error(`The part ${name} is damaged`);
    items.push({ name, content, method: entry.compressionMethod, packed, crc: entry.crc32 });
  }
  return items;
}

/** What stands at the entry's own head, or null where that is no such head or has another name than the directory. */
function packedBytes(zip: Buffer, entry: Entry): Buffer | null {
  const at = entry.relativeOffsetOfLocalHeader;
  if (at + LOCAL_HEAD > zip.length || zip.readUInt32LE(at) !== SIGNATURE.local) return null;
  const nameEnd = at + LOCAL_HEAD + zip.readUInt16LE(at + 26);
  const start = nameEnd + zip.readUInt16LE(at + 28);
  const end = start + entry.compressedSize;
  if (end > zip.length || zip.toString('utf8', at + LOCAL_HEAD, nameEnd) !== entry.fileName) return null;
  return zip.subarray(start, end);
}

/** Null where it gives another size than was told: no more than that is ever unpacked. */
function unpack(packed: Uint8Array, method: number, size: number): Uint8Array | null {
  if (method === METHOD.stored) return packed.length === size ? packed : null;
  if (method !== METHOD.deflated) return null;
  try {
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(size, 1), chunkSize: chunkFor(size) });
    return content.length === size ? content : null;
  } catch {
    return null;
  }
}

/** Room for all of it at once, within bounds: parts are small, and room for 16 KB each costs a third of a signature's time. */
function chunkFor(size: number): number {
  return Math.min(Math.max(size + 1, 64), 1 << 20);
}

/** Deflate needs version 2.0 of the ZIP format. */
const VERSION = 20;
/** 1 January 1980, 00:00: the first moment that a ZIP can name. */
const EPOCH = (1 << 21) | (1 << 16);
const MOST = { entries: 0xfffe, bytes: 0xfffffffe } as const;

/** The items as a ZIP. The same items are always the same bytes: no clock goes in. */
export function writeItems(items: readonly Item[]): Uint8Array {
  const written: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const item of items) {
    const name = Buffer.from(item.name);
    const local = Buffer.alloc(LOCAL_HEAD);
    local.writeUInt32LE(SIGNATURE.local, 0);
    describe(item, name.length).copy(local, 4);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(SIGNATURE.central, 0);
    central.writeUInt16LE(VERSION, 4);
    describe(item, name.length).copy(central, 6);
    central.writeUInt32LE(offset, 42);
    directory.push(central, name);
    written.push(local, name, Buffer.from(item.packed.buffer, item.packed.byteOffset, item.packed.length));
    offset += local.length + name.length + item.packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  if (items.length > MOST.entries || offset + size > MOST.bytes) throw new Error('The package is too large');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(SIGNATURE.end, 0);
  end.writeUInt16LE(items.length, 8);
  end.writeUInt16LE(items.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...written, ...directory, end]);
}

/** What an entry's own head and the directory say alike: version, flags, method, time, checksum, sizes, length of name. */
function describe({ method, crc, packed, content }: Item, nameLength: number): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(VERSION, 0);
  bytes.writeUInt16LE(method, 4);
  bytes.writeUInt32LE(EPOCH, 6);
  bytes.writeUInt32LE(crc, 10);
  bytes.writeUInt32LE(packed.length, 14);
  bytes.writeUInt32LE(content.length, 18);
  bytes.writeUInt16LE(nameLength, 22);
  return bytes;
}
