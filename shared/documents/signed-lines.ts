import { type Instant, showInstant } from '../lib/dates.ts';
import type { Digest } from '../model/ids.ts';
import { shortDigest } from './short-digest.ts';

/** Who signed, when by the signing computer's clock, and with which certificate (SHA-256 of its DER). */
export type Signed = { readonly name: string; readonly signedAt: Instant; readonly fingerprint: Digest };

/** What a signed place shows. The time is only what the computer's clock said, and is called so. */
export function signedLinesFor({ name, signedAt, fingerprint }: Signed): readonly string[] {
  return [
    `Signed electronically by ${name}`,
    `${showInstant(signedAt)} (the signing computer's claim)`,
    `Certificate ${shortDigest(fingerprint)}`,
  ];
}
