import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * A process of its own: makes a workspace and kills itself, as a power cut would, right before the given step that
 * changes the disk. Ends of itself, with 0, where the making has fewer steps.
 */
const [folder = '', step = '0'] = process.argv.slice(2);
let left = Number(step);

/** Counts down at every call that changes something in the folder: by its path, or by a file that is open for writing. */
function cutting<A extends readonly unknown[], R>(change: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    const [target] = args;
    if (typeof target === 'number' || String(target).startsWith(folder)) {
      if (left === 0) process.kill(process.pid, 'SIGKILL');
      left -= 1;
    }
    return change(...args);
  };
}

for (const name of ['mkdirSync', 'openSync', 'writeFileSync', 'fsyncSync', 'renameSync', 'rmSync'] as const) {
  Object.assign(fs, { [name]: cutting(fs[name] as (...args: unknown[]) => unknown) });
}
syncBuiltinESMExports();

// Only now, so that the services see the cut.
const { createWorkspace } = await import('../../electron/services/workspace/create-workspace.ts');
const { CHEAP_COST, DETAILS } = await import('./workspace-details.ts');
const { heldClock } = await import('./held-clock.ts');
const made = await createWorkspace(folder, DETAILS, heldClock(), CHEAP_COST);
process.stdout.write(made.ok ? 'made' : made.error.code);
