import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

/**
 * The form of a file in the vault: magic and salt; chunks of plain bytes, each sealed; a sealed trailer with the
 * SHA-256 and the length of the plain bytes. Chunk numbers are the nonces, so order and truncation show; the trailer
 * binds the content to its name. The key of each file comes from the vault key and the file's salt.
 */
export const CHUNK = 256 * 1024;
export const TAG = 16;
export const MAGIC = Buffer.from('CSV1');
export const HEADER = MAGIC.length + 16;
export const TRAILER = 40 + TAG;

export function fileKey(vaultKey: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', vaultKey, salt, 'countersign vault file', 32));
}

export function sealChunk(key: Buffer, index: number, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(index, false));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The plain bytes of a chunk, or null where they are not what was written there. */
export function openChunk(key: Buffer, index: number, sealed: Buffer): Buffer | null {
  return open(key, nonce(index, false), sealed);
}

export function sealTrailer(key: Buffer, sha256: Buffer, length: number): Buffer {
  const plain = Buffer.alloc(40);
  sha256.copy(plain);
  plain.writeBigUInt64BE(BigInt(length), 32);
  const cipher = createCipheriv('aes-256-gcm', key, nonce(0, true));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

export function openTrailer(key: Buffer, sealed: Buffer): { readonly sha256: string; readonly length: number } | null {
  const plain = open(key, nonce(0, true), sealed);
  if (!plain) return null;
  return { sha256: plain.subarray(0, 32).toString('hex'), length: Number(plain.readBigUInt64BE(32)) };
}

function nonce(index: number, trailer: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(index, 8);
  bytes[0] = trailer ? 1 : 0;
  return bytes;
}

function open(key: Buffer, iv: Buffer, sealed: Buffer): Buffer | null {
  if (sealed.length < TAG) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, iv);
  decipher.setAuthTag(sealed.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()]);
  } catch {
    return null;
  }
}
