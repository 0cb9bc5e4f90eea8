import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sentenceForVerification } from '../../../shared/verification/sentence.ts';
import type { Verification } from '../../../shared/verification/verification.ts';
import { verifyFile } from '../../../shared/verification/verify-file.ts';
import { webVerificationCrypto } from '../../../shared/verification/web-crypto.ts';

/** Node hashes at once what WebCrypto hands to another thread; signatures are checked by WebCrypto either way. */
export const crypto = webVerificationCrypto(globalThis.crypto.subtle, (hash, parts) => {
  const hashing = createHash(hash.replace('-', ''));
  for (const part of parts) hashing.update(part);
  return Promise.resolve(new Uint8Array(hashing.digest()));
});

/** Verifies as the app, the command line and a page do. */
export function verify(bytes: Uint8Array, name = 'sheet.pdf'): Promise<Verification> {
  return verifyFile(name, bytes, crypto);
}

export function codes({ findings }: Verification): readonly string[] {
  return findings.map((one) => one.code);
}

export function sentences({ findings }: Verification): string {
  return findings.map(sentenceForVerification).join('\n');
}

/** What was refused, in one line each. */
export function refusals({ findings }: Verification): readonly string[] {
  return findings.flatMap((one) => (one.code === 'update-refused' ? one.refusals.map((refusal) => refusal.what) : []));
}

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))));
}

/** A copy with other bytes from `at` on. */
export function patched(bytes: Uint8Array, at: number, put: ArrayLike<number>): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.set(put, at);
  return copy;
}

export function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

export function bytesOf(latin1: string): Uint8Array {
  return Uint8Array.from(Buffer.from(latin1, 'latin1'));
}

/** The same file with one passage for another of the same length. */
export function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const at = text(bytes).indexOf(from);
  if (at < 0 || from.length !== to.length) throw new Error(`Cannot put ${to} in place of ${from}`);
  return patched(bytes, at, bytesOf(to));
}
