import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A folder of `seeds`, beside the sources when run from them and beside the bundle when built. */
export function seedsFolder(name: 'packs' | 'bank'): string {
  for (let folder = fileURLToPath(new URL('.', import.meta.url)); ; folder = join(folder, '..')) {
    const candidate = join(folder, 'seeds', name);
    if (existsSync(candidate)) return candidate;
    if (folder === join(folder, '..')) throw new Error(`What ships with the app is not beside it: ${name}`);
  }
}
