import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../electron/services/own-folders.ts';

/** A disk in memory, where Linux has one. */
const IN_MEMORY = '/dev/shm';
const ROOM = 1024 ** 3;

/** A folder of this process's own; its name says whose it is, and is short. */
export function makeRunFolder(parent = tmpdir()): string {
  return mkdtempSync(join(parent, `cs${process.pid}-`));
}

/** Removes what processes left behind that were killed; a folder whose process lives is left alone. */
export function sweepRunFolders(): void {
  for (const parent of new Set([tmpdir(), inMemoryOrNot()])) {
    for (const name of readdirSync(parent)) {
      const owner = /^cs(\d+)-[A-Za-z0-9]{6}$/.exec(name)?.[1];
      if (owner === undefined || isAlive(Number(owner))) continue;
      rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  }
}

/** The parent for what is written and synced a thousand times: a disk in memory with room, else the temporary folder. */
export function inMemoryOrNot(): string {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= ROOM ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
