import { standsAt } from '../pdf/characters.ts';
import { inflateBeginning } from '../pdf/inflate.ts';
import { Work } from '../work.ts';
import { word16, word32 } from './little-endian.ts';

const HEADER = 'PK\u0003\u0004';
const HEADER_SIZE = 30;
/** A sheet has some kilobytes, an extract of a chain some megabytes. */
const LARGEST = 16 * 1024 * 1024;

/**
 * What a file within a ZIP unpacks to by its own header alone, whatever the directory says: for ZIPs that `ZipFile`
 * refuses. Null where there is no such file; it may be damaged, and nothing may be judged by it.
 */
export function claimedEntry(bytes: Uint8Array, name: string): Uint8Array | null {
  for (let at = 0; at < bytes.length; at++) {
    const isIt = bytes[at + 2] === 0x03 && standsAt(bytes, at, HEADER) && standsAt(bytes, at + HEADER_SIZE, name);
    if (!isIt || word16(bytes, at + 26) !== name.length) continue;
    const from = at + HEADER_SIZE + name.length + word16(bytes, at + 28);
    if (word16(bytes, at + 8) === 0) return bytes.subarray(from, from + word32(bytes, at + 18));
    return inflateBeginning(bytes.subarray(from), LARGEST, new Work(4 * LARGEST));
  }
  return null;
}
