import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Digest, isDigest } from '../../shared/model/ids.ts';
import {
  CHUNK,
  fileKey,
  HEADER,
  MAGIC,
  openChunk,
  openTrailer,
  sealChunk,
  sealTrailer,
  TAG,
  TRAILER,
} from './file-cipher.ts';

/** Learners' files and signed documents: named by the SHA-256 of their plain bytes, encrypted, write-once. */
export type Vault = {
  readonly folder: string;
  readonly key: Buffer;
};

/** A file's digest and length in bytes. */
export type Stored = { readonly sha256: Digest; readonly size: number };

/** Thrown where bytes in the vault are not what was put there; the router answers `file-altered-on-disk`. */
export class VaultFileAltered extends Error {
  readonly sha256: string;
  constructor(sha256: string) {
    super('A file in the vault is not what was stored');
    this.sha256 = sha256;
  }
}

/** Opens the vault in a folder, making it where it is new, and removes what an earlier run left half-written. */
export function openVault(folder: string, key: Buffer): Vault {
  mkdirSync(join(folder, 'incoming'), { recursive: true });
  for (const name of readdirSync(join(folder, 'incoming'))) rmSync(join(folder, 'incoming', name), { force: true });
  return { folder, key };
}

/** A file on its way in; encrypted from the first byte, without its final name until `finish`. */
export type VaultWriter = {
  readonly size: () => number;
  readonly append: (bytes: Uint8Array) => void;
  readonly finish: () => Stored;
  readonly abandon: () => void;
};

/** Starts a new file. `finish` syncs it and gives it its final name; nothing half-written ever has one. */
export function startFile(vault: Vault): VaultWriter {
  const salt = randomBytes(16);
  const key = fileKey(vault.key, salt);
  const temporary = join(vault.folder, 'incoming', randomUUID());
  const hash = createHash('sha256');
  const handle = openSync(temporary, 'wx', 0o600);
  let pending = Buffer.alloc(0);
  let index = 0;
  let size = 0;
  let open = true;
  const close = () => {
    const closing = open;
    open = false;
    if (closing) closeSync(handle);
  };
  const abandon = () => {
    try {
      close();
      rmSync(temporary, { force: true });
    } catch {
      // A disk that refuses this too; it is under no final name, and the next start tidies it away.
    }
  };
  try {
    writeAll(handle, Buffer.concat([MAGIC, salt]));
  } catch (error) {
    abandon();
    throw error;
  }

  return {
    abandon,
    size: () => size,
    append(bytes) {
      hash.update(bytes);
      size += bytes.length;
      pending = pending.length === 0 ? Buffer.from(bytes) : Buffer.concat([pending, bytes]);
      while (pending.length >= CHUNK) {
        writeAll(handle, sealChunk(key, index, pending.subarray(0, CHUNK)));
        pending = pending.subarray(CHUNK);
        index += 1;
      }
    },
    finish() {
      if (pending.length > 0) writeAll(handle, sealChunk(key, index, pending));
      const digest = hash.digest();
      writeAll(handle, sealTrailer(key, digest, size));
      fsyncSync(handle);
      close();
      const sha256 = digest.toString('hex') as Digest;
      const folder = join(vault.folder, sha256.slice(0, 2));
      const made = mkdirSync(folder, { recursive: true });
      renameSync(temporary, pathOf(vault, sha256));
      syncFolder(folder);
      if (made !== undefined) syncFolder(vault.folder);
      return { sha256, size };
    },
  };
}

/** Stores bytes that are at hand. */
export function putBytes(vault: Vault, bytes: Uint8Array): Stored {
  const writer = startFile(vault);
  try {
    writer.append(bytes);
    return writer.finish();
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

/** True where a file of this digest is in the vault. */
export function hasFile(vault: Vault, sha256: Digest): boolean {
  return existsSync(pathOf(vault, sha256));
}

/** Removes a file that nothing names; erasure and tidying only. */
export function removeFile(vault: Vault, sha256: Digest): void {
  rmSync(pathOf(vault, sha256), { force: true });
}

/** Digests of every file in the vault. */
export function listFiles(vault: Vault): readonly Digest[] {
  return readdirSync(vault.folder)
    .filter((name) => /^[0-9a-f]{2}$/.test(name))
    .flatMap((name) => readdirSync(join(vault.folder, name)).filter(isDigest));
}

/** The whole file, its SHA-256 checked. Throws VaultFileAltered. */
export async function readFile(vault: Vault, sha256: Digest): Promise<Buffer> {
  const parts: Buffer[] = [];
  const hash = createHash('sha256');
  for await (const part of readRange(vault, sha256, 0, Number.MAX_SAFE_INTEGER)) {
    hash.update(part);
    parts.push(part);
  }
  if (hash.digest('hex') !== sha256) throw new VaultFileAltered(sha256);
  return Buffer.concat(parts);
}

/**
 * Bytes from `start` up to `end` (exclusive, cut at the file's length). Each chunk is authenticated, and the trailer's
 * SHA-256 must be the file's name, so that a range proves as much as the whole. Throws VaultFileAltered.
 */
export async function* readRange(vault: Vault, sha256: Digest, start: number, end: number): AsyncGenerator<Buffer> {
  const handle = await openStored(vault, sha256);
  try {
    const { key, length } = await readEnds(handle, vault, sha256);
    const stop = Math.min(end, length);
    for (let index = Math.floor(start / CHUNK); index * CHUNK < stop; index += 1) {
      const from = index * CHUNK;
      const plain = await readChunk(handle, key, index, Math.min(CHUNK, length - from));
      if (!plain) throw new VaultFileAltered(sha256);
      yield plain.subarray(Math.max(0, start - from), Math.min(plain.length, stop - from));
    }
  } finally {
    await handle.close();
  }
}

async function openStored(vault: Vault, sha256: Digest): Promise<FileHandle> {
  try {
    return await open(pathOf(vault, sha256), 'r');
  } catch (error) {
    // A file that is gone was removed; where the whole vault is gone, or the disk does not give it, nobody altered it.
    const removed = error instanceof Error && 'code' in error && error.code === 'ENOENT' && existsSync(vault.folder);
    throw removed ? new VaultFileAltered(sha256) : error;
  }
}

async function readEnds(handle: FileHandle, vault: Vault, sha256: Digest) {
  const { size } = await handle.stat();
  const header = Buffer.alloc(HEADER);
  const trailer = Buffer.alloc(TRAILER);
  if (size < HEADER + TRAILER) throw new VaultFileAltered(sha256);
  await handle.read(header, 0, HEADER, 0);
  await handle.read(trailer, 0, TRAILER, size - TRAILER);
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw new VaultFileAltered(sha256);
  const key = fileKey(vault.key, header.subarray(MAGIC.length));
  const end = openTrailer(key, trailer);
  if (!end || end.sha256 !== sha256 || size !== storedSize(end.length)) throw new VaultFileAltered(sha256);
  return { key, length: end.length };
}

async function readChunk(handle: FileHandle, key: Buffer, index: number, plainLength: number): Promise<Buffer | null> {
  const sealed = Buffer.alloc(plainLength + TAG);
  await handle.read(sealed, 0, sealed.length, HEADER + index * (CHUNK + TAG));
  return openChunk(key, index, sealed);
}

/** How long a file of so many plain bytes is in the vault. */
export function storedSize(length: number): number {
  return HEADER + length + Math.ceil(length / CHUNK) * TAG + TRAILER;
}

export function pathOf(vault: Vault, sha256: Digest): string {
  return join(vault.folder, sha256.slice(0, 2), sha256);
}

/** A write may take fewer bytes than it was given. */
function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}

/** Makes a rename durable where the system can sync a folder (not on Windows). */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
