import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createWorkspace } from '../../electron/services/workspace/create-workspace.ts';
import { openWorkspace } from '../../electron/services/workspace/open-workspace.ts';
import type { Workspace } from '../../electron/services/workspace/workspace.ts';
import type { Role } from '../../shared/model/person.ts';
import { type HeldClock, heldClock } from './held-clock.ts';
import { answer } from './result.ts';
import { type Afterwards, temporaryFolder } from './temporary-folder.ts';
import { CHEAP_COST, DETAILS, PASSPHRASE } from './workspace-details.ts';

export type PersonWorkspace = {
  readonly clock: HeldClock;
  readonly now: () => Workspace;
  readonly reopen: () => Promise<Workspace>;
};

/** The workspace of a person of their own, in a folder of its own: another machine. */
export async function workspaceOf(
  name: string,
  roles: readonly Role[],
  afterwards: Afterwards = onTestFinished,
): Promise<PersonWorkspace> {
  const folder = join(temporaryFolder(afterwards), 'workspace');
  const clock = heldClock();
  const details = { ...DETAILS, person: { name, roles: [...roles] } };
  let open = answer(await createWorkspace(folder, details, clock, CHEAP_COST));
  afterwards(() => open.close());
  return {
    clock,
    now: () => open,
    async reopen() {
      open.close();
      open = answer(await openWorkspace(folder, PASSPHRASE, clock));
      return open;
    },
  };
}
