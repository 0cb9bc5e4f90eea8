import { createHash, webcrypto } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type Comparable,
  comparableOf,
  compareFiles,
  sentenceForComparison,
} from '../../shared/verification/compare-files.ts';
import { conclusion } from '../../shared/verification/conclusion.ts';
import { safeText } from '../../shared/verification/safe-text.ts';
import { sentenceForVerdict, sentenceForVerification } from '../../shared/verification/sentence.ts';
import type { Verdict, Verification } from '../../shared/verification/verification.ts';
import { verifyFile } from '../../shared/verification/verify-file.ts';
import { webVerificationCrypto } from '../../shared/verification/web-crypto.ts';

const LARGEST = 512 * 1024 * 1024;

/** Node hashes the parts where they lie; WebCrypto would want them copied into one. */
const crypto = webVerificationCrypto(webcrypto.subtle, async (hash, parts) => {
  const hashing = createHash(hash.replace('-', ''));
  for (const part of parts) hashing.update(part);
  return new Uint8Array(hashing.digest());
});

/**
 * Checks files and prints a line for each finding, then one with the verdict, and what the files say about each other.
 * Gives the exit code: 0 where all are intact, 1 where any was altered or is wrong, else 2 where any could not be checked.
 */
export async function verifyCommand(files: readonly string[], print: (line: string) => void): Promise<number> {
  // Of thousands of files no more is held than what they say of each other.
  const comparable: (Comparable | null)[] = [];
  const verdicts = new Set<Verdict>();
  for (const path of files) {
    const name = safeText(basename(path), 255);
    const verification = await verifyOne(name, path, print);
    verdicts.add(verification?.verdict ?? 'not-checkable');
    comparable.push(verification && comparableOf({ name, verification }));
  }
  for (const comparison of compareFiles(comparable)) print(`Compared: ${sentenceForComparison(comparison)}`);
  if (verdicts.has('altered')) return 1;
  return verdicts.has('not-checkable') || files.length === 0 ? 2 : 0;
}

/** Null for a file that could not be read. */
async function verifyOne(name: string, path: string, print: (line: string) => void): Promise<Verification | null> {
  const read = await readLimited(path);
  if (typeof read === 'string') {
    print(`${name}: ${read}`);
    print(`${name}: ${sentenceForVerdict('not-checkable')}`);
    return null;
  }
  const verification = await verifyFile(name, read, crypto);
  for (const finding of verification.findings) print(`${name}: ${sentenceForVerification(finding)}`);
  print(`${name}: ${conclusion(verification)}`);
  return verification;
}

/** The file's bytes, or a sentence that says why there are none. */
async function readLimited(path: string): Promise<Uint8Array | string> {
  try {
    const file = await open(path, 'r');
    try {
      const found = await file.stat();
      if (!found.isFile()) return 'This is no file, so there is nothing to check. Name the file itself.';
      if (found.size > LARGEST) return 'The file is larger than 512 MB, so it was not checked.';
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    return sentenceForFault(error);
  }
}

function sentenceForFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'There is no such file. Check the name and the folder.';
    case 'EACCES':
    case 'EPERM':
      return 'The file may not be read by this user, so it was not checked.';
    default:
      return 'The file cannot be read from its disk, so it was not checked.';
  }
}
