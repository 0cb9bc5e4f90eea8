import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every plain file under a folder, by name, folder after folder. Links are not followed and devices, pipes and sockets
 * not opened; a folder that may not be read is passed over.
 */
export function* filesUnder(folder: string): Generator<string> {
  const entries = entriesOf(folder).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) if (entry.isFile()) yield join(folder, entry.name);
  for (const entry of entries) if (entry.isDirectory()) yield* filesUnder(join(folder, entry.name));
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
