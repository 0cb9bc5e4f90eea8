import { mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Makes a folder with those above it, and tries that something can be written there; a sentence where it cannot.
 * Goes step by step: Node's own way to make folders in folders never comes back from /proc.
 */
export function makeFolder(path: string): string | null {
  const folder = resolve(path);
  try {
    for (const missing of missingFrom(folder)) mkdirSync(missing);
    rmdirSync(mkdtempSync(join(folder, '.countersign-')));
    return null;
  } catch (error) {
    return `The folder ${folder} cannot be made or written to (${codeOf(error)}). Nothing was written there. Name another folder.`;
  }
}

/** What is not there on the way to a folder, the outermost first. */
function missingFrom(folder: string): readonly string[] {
  const missing: string[] = [];
  for (let at = folder; !statSync(at, { throwIfNoEntry: false }); at = dirname(at)) missing.unshift(at);
  return missing;
}

/** The system's name for what went wrong, "EACCES". Throws what has none: that is a bug. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && 'syscall' in error) return String(error.code);
  throw error;
}
