import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { inMemoryOrNot, makeRunFolder } from './run-folders.ts';

/** Says when to tidy up: after the running test, or the file where all of it shares what was made. */
export type Afterwards = (tidy: () => void) => void;

/** After the whole file, for what a `beforeAll` makes: called in there, vitest's `afterAll` is never heard. */
export function afterFile(): Afterwards {
  const tidying: (() => void)[] = [];
  afterAll(() => {
    for (const tidy of tidying.reverse()) tidy();
  });
  return (tidy) => void tidying.push(tidy);
}

/** A folder for the running test; it goes when the test is done. */
export function temporaryFolder(afterwards: Afterwards = onTestFinished): string {
  return goingWith(mkdtempSync(join(tmpdir(), 'countersign-test-')), afterwards);
}

/** The same on a disk in memory where there is one, where syncing takes no time. */
export function quickFolder(afterwards: Afterwards = onTestFinished): string {
  return goingWith(makeRunFolder(inMemoryOrNot()), afterwards);
}

function goingWith(folder: string, afterwards: Afterwards): string {
  afterwards(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return folder;
}
