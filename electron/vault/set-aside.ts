import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Digest, isDigest } from '../../shared/model/ids.ts';
import { hasFile, listFiles, type Vault } from './vault.ts';

/** How long a file that nothing names is kept. */
const KEEP_DAYS = 90;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Brings the vault into line with what the database names. A file that nothing names (a call that never finished, or a
 * database put back from an older copy) is set aside, not removed, so that a newer database finds it again; after
 * ninety days it goes. `today` in milliseconds.
 */
export function tidyVault(vault: Vault, named: ReadonlySet<string>, today: number): void {
  const aside = join(vault.folder, 'aside');
  const kept = existsSync(aside) ? readdirSync(aside).filter(isDigest) : [];
  for (const sha256 of kept) {
    const file = join(aside, sha256);
    if (named.has(sha256) && !hasFile(vault, sha256)) bringBack(vault, file, sha256);
    else if (today - statSync(file).mtimeMs > KEEP_DAYS * DAY) rmSync(file, { force: true });
  }
  const unnamed = listFiles(vault).filter((sha256) => !named.has(sha256));
  if (unnamed.length > 0) mkdirSync(aside, { recursive: true });
  for (const sha256 of unnamed) renameSync(join(vault.folder, sha256.slice(0, 2), sha256), join(aside, sha256));
}

function bringBack(vault: Vault, file: string, sha256: Digest): void {
  mkdirSync(join(vault.folder, sha256.slice(0, 2)), { recursive: true });
  renameSync(file, join(vault.folder, sha256.slice(0, 2), sha256));
}
