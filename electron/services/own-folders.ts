import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is kept in the system's temporary folder for as long as the app runs, and never longer than the next start. */
type Kind = 'copies' | 'profile' | 'run';

/** A folder of this process's own; its name says whose it is. */
export function makeOwnFolder(kind: Kind): string {
  return mkdtempSync(join(tmpdir(), `countersign-${process.pid}-${kind}-`));
}

/** Removes what a process that was killed left behind; a folder whose process lives is left alone. */
export function sweepLeftFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = /^countersign-(\d+)-(copies|profile|run)-/.exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another person's on the same machine: theirs to remove.
    }
  }
}

/** True where a process has this number, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
