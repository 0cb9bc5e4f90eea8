import { rmSync } from 'node:fs';
import { makeRunFolder } from '../../support/run-folders.ts';

/** Works in a folder that goes when the work is done. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>, parent?: string): Promise<T> {
  const folder = makeRunFolder(parent);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
