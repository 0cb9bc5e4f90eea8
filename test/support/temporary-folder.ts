import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Says when to tidy up: after the running test, or `afterAll` where a whole file shares what was made. */
export type Afterwards = (tidy: () => void) => void;

/** A folder for the running test; it goes when the test is done. */
export function temporaryFolder(afterwards: Afterwards = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-test-'));
  afterwards(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
