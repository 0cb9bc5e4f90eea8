import { rmSync } from 'node:fs';
import { makeRunFolder, sweepRunFolders } from './run-folders.ts';

/**
 * Everything that the tests, the app in them, its browsers and the programs that judge its files put into the system's
 * temporary folder comes under one folder of the run's own, which goes with the run: tests are cut by their time limit,
 * and their workers are ended without a word. Its name is short, since the path of a browser's socket has a longest.
 */
export default function ownTemporaryFolder(): () => void {
  sweepRunFolders();
  const folder = makeRunFolder();
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  return () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    sweepRunFolders();
  };
}
