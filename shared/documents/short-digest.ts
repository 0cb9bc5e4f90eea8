import type { Digest } from '../model/ids.ts';

/** A digest's first 12 hex digits: enough to tell sheets apart by eye. The record block prints digests in full. */
export function shortDigest(digest: Digest): string {
  return digest.slice(0, 12);
}
