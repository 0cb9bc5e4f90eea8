import { readRange, type Vault } from '../../electron/vault/vault.ts';
import type { Digest } from '../../shared/model/ids.ts';

/** The bytes of a range in one piece. */
export async function rangeOf(vault: Vault, sha256: Digest, start: number, end: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of readRange(vault, sha256, start, end)) parts.push(part);
  return Buffer.concat(parts);
}
