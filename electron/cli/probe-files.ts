import { lstatSync, readdirSync } from 'node:fs';
import { sep } from 'node:path';

/** What lies in a folder, by the bytes of its name: a name need be no text. `plain` may be opened; the rest is passed over. */
export type Lying = { readonly path: Buffer; readonly kind: 'plain' | 'link' | 'device' | 'closed' };

/**
 * Everything under a folder but the folders themselves, by name, folder after folder. Links are not followed and devices,
 * pipes and sockets not opened; a folder that may not be read, or lies too deep to be named, is `closed`.
 */
export function* filesUnder(folder: Buffer): Generator<Lying> {
  const names = namesIn(folder);
  if (!names) {
    yield { path: folder, kind: 'closed' };
    return;
  }
  const folders: Buffer[] = [];
  for (const name of names.toSorted(Buffer.compare)) {
    const path = Buffer.concat([folder, Buffer.from(sep), name]);
    const kind = kindOf(path);
    if (kind === 'folder') folders.push(path);
    else yield { path, kind };
  }
  for (const path of folders) yield* filesUnder(path);
}

function namesIn(folder: Buffer): readonly Buffer[] | null {
  try {
    return readdirSync(folder, 'buffer');
  } catch {
    return null;
  }
}

function kindOf(path: Buffer): Lying['kind'] | 'folder' {
  try {
    const seen = lstatSync(path);
    if (seen.isDirectory()) return 'folder';
    if (seen.isSymbolicLink()) return 'link';
    return seen.isFile() ? 'plain' : 'device';
  } catch {
    return 'closed';
  }
}
