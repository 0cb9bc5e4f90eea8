import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { CHUNK, fileKey, HEADER, MAGIC, openChunk, openTrailer, TAG, TRAILER } from './file-cipher.ts';
import { pathOf, type Stored, storedSize, type Vault } from './vault.ts';

/**
 * True where the vault has a file of this digest and length, and its bytes are those that were put there. Waits for the
 * disk, as start-up does; holds one chunk at a time and reads no more than the length asked for. Throws where the disk
 * does not give what it has: that is no altered file.
 */
export function isWhole(vault: Vault, stored: Stored): boolean {
  const handle = openStored(vault, stored);
  if (handle === null) return false;
  try {
    return fstatSync(handle).size === storedSize(stored.size) && hasContent(handle, vault, stored);
  } finally {
    closeSync(handle);
  }
}

function openStored(vault: Vault, { sha256 }: Stored): number | null {
  try {
    return openSync(pathOf(vault, sha256), 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function hasContent(handle: number, vault: Vault, { sha256, size }: Stored): boolean {
  const header = readAt(handle, 0, HEADER);
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) return false;
  const key = fileKey(vault.key, header.subarray(MAGIC.length));
  const trailer = openTrailer(key, readAt(handle, storedSize(size) - TRAILER, TRAILER));
  if (trailer?.sha256 !== sha256 || trailer.length !== size) return false;
  const hash = createHash('sha256');
  for (let index = 0; index * CHUNK < size; index += 1) {
    const length = Math.min(CHUNK, size - index * CHUNK) + TAG;
    const plain = openChunk(key, index, readAt(handle, HEADER + index * (CHUNK + TAG), length));
    if (!plain) return false;
    hash.update(plain);
  }
  return hash.digest('hex') === sha256;
}

/** So many bytes from a place on; fewer where the file ends before. */
function readAt(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let read = 0;
  for (let more = 1; more > 0 && read < length; read += more) {
    more = readSync(handle, bytes, read, length - read, position + read);
  }
  return bytes.subarray(0, read);
}
