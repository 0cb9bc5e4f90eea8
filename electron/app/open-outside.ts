import type { Shell } from 'electron';
import { isReadNotRun } from '../services/outside-copies.ts';

/**
 * Opens a copy in the system's own program. Anything that a system might run (a learner may hand in any file) is only
 * shown in its folder. False where there is no program for it.
 */
export async function openOutside(shell: Shell, file: string): Promise<boolean> {
  if (isReadNotRun(file)) return (await shell.openPath(file)) === '';
  shell.showItemInFolder(file);
  return true;
}
