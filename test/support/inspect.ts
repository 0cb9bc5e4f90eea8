import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { ReadingLimits } from '../../electron/readers/ask-reader.ts';
import { inspectScript } from '../../electron/readers/inspect-script.ts';
import type { LaunchReader } from '../../electron/readers/launch-reader.ts';
import { openVault, putBytes } from '../../electron/vault/vault.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What the readers say of a file with this name and these bytes, out of a vault of its own. */
export function inspect(name: string, bytes: Buffer, launch?: LaunchReader, limits?: ReadingLimits) {
  const vault = openVault(join(temporaryFolder(), 'vault'), randomBytes(32));
  return inspectScript(vault, { name, ...putBytes(vault, bytes) }, launch, limits);
}

/** A file that was taken in with so many words. */
export const withWords = (words: number) => ({ ok: true, value: { words: { kind: 'counted', words } } });
/** A file that was taken in without its words. */
export const notRead = (why: string) => ({ ok: true, value: { words: { kind: 'not-read', why } } });
export const refusedAs = (code: string) => ({ ok: false, error: { code } });
