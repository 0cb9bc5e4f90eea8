import { latin1, utf8 } from '../text-encodings.ts';
import { word16, word32 } from './little-endian.ts';
import { ZipFault } from './zip-fault.ts';

/** An entry as the central directory has it. */
export type DirectoryEntry = {
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
};

const END = 0x06054b50;
const END_SIZE = 22;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const MOST = 10_000;
const LONGEST_NAME = 1024;
const LARGEST_EXTRA = 4096;
const UTF8_NAME = 0x800;
const ENCRYPTED = 0x41;

/** Reads the directory, which must end exactly where the file's last record begins, with no comment behind. */
export function readDirectory(bytes: Uint8Array): {
  readonly entries: readonly DirectoryEntry[];
  readonly start: number;
} {
  const end = endRecord(bytes);
  const count = word16(bytes, end + 10);
  const size = word32(bytes, end + 12);
  const start = word32(bytes, end + 16);
  if (word16(bytes, end + 4) !== 0 || word16(bytes, end + 6) !== 0) throw new ZipFault('contradiction');
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) throw new ZipFault('zip64');
  if (word16(bytes, end + 8) !== count || start + size !== end) throw new ZipFault('contradiction');
  if (count > MOST) throw new ZipFault('too-many');
  const entries: DirectoryEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_SIZE > end || word32(bytes, at) !== ENTRY) throw new ZipFault('contradiction');
    const name = word16(bytes, at + 28);
    const next = at + ENTRY_SIZE + name + word16(bytes, at + 30) + word16(bytes, at + 32);
    if (next > end) throw new ZipFault('contradiction');
    entries.push(readEntry(bytes, at, name));
    at = next;
  }
  if (at !== end) throw new ZipFault('gap');
  return { entries, start };
}

function readEntry(bytes: Uint8Array, at: number, nameLength: number): DirectoryEntry {
  const flags = word16(bytes, at + 8);
  const rawName = bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength);
  const [packedSize, size, offset] = [word32(bytes, at + 20), word32(bytes, at + 24), word32(bytes, at + 42)];
  if ((flags & ENCRYPTED) !== 0) throw new ZipFault('encrypted');
  if (packedSize === 0xffffffff || size === 0xffffffff || offset === 0xffffffff) throw new ZipFault('zip64');
  if (word16(bytes, at + 34) !== 0) throw new ZipFault('contradiction');
  if (nameLength > LONGEST_NAME || word16(bytes, at + 30) > LARGEST_EXTRA) throw new ZipFault('name');
  return {
    name: nameOf(rawName, flags),
    rawName,
    flags,
    method: word16(bytes, at + 10),
    time: word32(bytes, at + 12),
    crc: word32(bytes, at + 16),
    packedSize,
    size,
    offset,
  };
}

/** Names that every system reads alike: no way up, no root, no backslash, no control character. */
function nameOf(raw: Uint8Array, flags: number): string {
  const plain = raw.every((byte) => byte >= 0x20 && byte < 0x7f);
  const name = plain ? latin1(raw) : (flags & UTF8_NAME) !== 0 ? utf8(raw) : null;
  if (name === null || name === '' || /[\\\p{Cc}]|^\//u.test(name)) throw new ZipFault('name');
  if (
    name.split('/').some((part, index, all) => part === '.' || part === '..' || (part === '' && index < all.length - 1))
  ) {
    throw new ZipFault('name');
  }
  return name;
}

function endRecord(bytes: Uint8Array): number {
  const end = bytes.length - END_SIZE;
  if (end >= 0 && word32(bytes, end) === END) {
    if (word16(bytes, end + 20) !== 0) throw new ZipFault('ends-early');
    return end;
  }
  // A record further up means that something follows the file; none at all, that its end is missing.
  for (let at = end - 1; at >= Math.max(0, end - 0x1ffff); at--) {
    if (word32(bytes, at) === END) throw new ZipFault('trailing');
  }
  throw new ZipFault('ends-early');
}
