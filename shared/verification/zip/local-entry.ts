import { sameBytes } from '../same-bytes.ts';
import type { DirectoryEntry } from './directory.ts';
import { word16, word32 } from './little-endian.ts';
import { ZipFault } from './zip-fault.ts';

/** Where an entry's packed data lie, and where the entry ends. */
export type LocalEntry = { readonly dataFrom: number; readonly dataTo: number; readonly end: number };

const HEADER = 0x04034b50;
const HEADER_SIZE = 30;
const DESCRIPTOR = 0x08074b50;
/** Sizes and check sum stand behind the data, not in the header. */
const STREAMED = 8;
const LARGEST_EXTRA = 65_535;

/** Reads an entry's own header, which must say the same as the directory. */
export function readLocalEntry(bytes: Uint8Array, entry: DirectoryEntry, limit: number): LocalEntry {
  const { offset, packedSize, size, crc, method } = entry;
  if (offset + HEADER_SIZE > limit || word32(bytes, offset) !== HEADER) throw new ZipFault('contradiction');
  if (method !== 0 && method !== 8) throw new ZipFault('method');
  const nameLength = word16(bytes, offset + 26);
  const extra = word16(bytes, offset + 28);
  const dataFrom = offset + HEADER_SIZE + nameLength + extra;
  const dataTo = dataFrom + packedSize;
  if (extra > LARGEST_EXTRA || dataTo > limit) throw new ZipFault('overlap');
  const streamed = (entry.flags & STREAMED) !== 0;
  const says = (at: number, value: number) => word32(bytes, offset + at) === (streamed ? 0 : value);
  const same =
    word16(bytes, offset + 6) === entry.flags &&
    word16(bytes, offset + 8) === method &&
    word32(bytes, offset + 10) === entry.time &&
    ((says(14, crc) && says(18, packedSize) && says(22, size)) ||
      (streamed && word32(bytes, offset + 18) === packedSize && word32(bytes, offset + 22) === size)) &&
    sameBytes(bytes.subarray(offset + HEADER_SIZE, offset + HEADER_SIZE + nameLength), entry.rawName);
  if (!same || (method === 0 && packedSize !== size)) throw new ZipFault('contradiction');
  return { dataFrom, dataTo, end: streamed ? behindDescriptor(bytes, dataTo, entry, limit) : dataTo };
}

function behindDescriptor(
  bytes: Uint8Array,
  at: number,
  { crc, packedSize, size }: DirectoryEntry,
  limit: number,
): number {
  const from = at + 4 <= limit && word32(bytes, at) === DESCRIPTOR ? at + 4 : at;
  if (from + 12 > limit) throw new ZipFault('contradiction');
  const same =
    word32(bytes, from) === crc && word32(bytes, from + 4) === packedSize && word32(bytes, from + 8) === size;
  if (!same) throw new ZipFault('contradiction');
  return from + 12;
}
