import type { AppEvent } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { LaunchReader } from '../readers/launch-reader.ts';
import type { ScryptCost } from '../vault/key-slots.ts';
import type { Clock } from './clock.ts';
import { type Destinations, destinations } from './exports/destinations.ts';
import { type Tasks, tasks } from './tasks.ts';
import type { Workspace } from './workspace/workspace.ts';

/** What the machine around the app can do; each way in hands in its own. */
export type Host = {
  /** Opens a copy of a file in the system's own program; false where there is none. */
  readonly openOutside: (name: string, bytes: Uint8Array) => Promise<boolean>;
  /** Starts a process that reads a foreign file; where none is handed in, Node forks itself. */
  readonly launchReader?: LaunchReader;
  readonly tell: (event: AppEvent) => void;
};

/** One app: a workspace folder, open or not, and the work under way in it. */
export type Application = {
  readonly folder: string;
  readonly clock: Clock;
  readonly cost: ScryptCost;
  readonly host: Host;
  readonly destinations: Destinations;
  readonly tasks: Tasks;
  readonly workspace: () => Result<Workspace, AppError>;
  readonly adopt: (workspace: Workspace) => void;
  /** Closes the workspace; keys and database go, drafts are on disk already. */
  readonly lock: () => void;
};

export function createApplication(options: {
  readonly folder: string;
  readonly clock: Clock;
  readonly cost: ScryptCost;
  readonly host: Host;
}): Application {
  let open: Workspace | null = null;
  return {
    ...options,
    destinations: destinations(),
    tasks: tasks(),
    workspace: () => (open ? ok(open) : err({ code: 'workspace-locked' })),
    adopt(workspace) {
      open?.close();
      open = workspace;
    },
    lock() {
      const closing = open;
      open = null;
      closing?.close();
    },
  };
}
