import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createWorkspace } from '../../electron/services/workspace/create-workspace.ts';
import { openWorkspace } from '../../electron/services/workspace/open-workspace.ts';
import type { Workspace } from '../../electron/services/workspace/workspace.ts';
import type { ParsedInput } from '../../shared/api/inputs.ts';
import { type HeldClock, heldClock } from './held-clock.ts';
import { answer } from './result.ts';
import { type Afterwards, temporaryFolder } from './temporary-folder.ts';
import { CHEAP_COST, DETAILS, PASSPHRASE } from './workspace-details.ts';

export type TemporaryWorkspace = {
  readonly folder: string;
  readonly clock: HeldClock;
  /** The workspace as it is open now. */
  readonly now: () => Workspace;
  /** Closes it and opens it again, as the next start of the app does. */
  readonly reopen: () => Promise<Workspace>;
};

/** Whose workspace it is, where not the one of every test; with what clock, and when it goes. */
type Choice = {
  readonly details?: ParsedInput<'workspace.create'>;
  readonly clock?: HeldClock;
  readonly afterwards?: Afterwards;
};

/** A real encrypted workspace in a folder of its own, with the shipped packs. */
export async function temporaryWorkspace({
  details = DETAILS,
  clock = heldClock(),
  afterwards = onTestFinished,
}: Choice = {}): Promise<TemporaryWorkspace> {
  const folder = join(temporaryFolder(afterwards), 'workspace');
  let open = answer(await createWorkspace(folder, details, clock, CHEAP_COST));
  afterwards(() => open.close());
  return {
    folder,
    clock,
    now: () => open,
    async reopen() {
      open.close();
      open = answer(await openWorkspace(folder, PASSPHRASE, clock));
      return open;
    },
  };
}
