import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Application, createApplication, type Host } from '../../electron/services/application.ts';
import { handlers } from '../../electron/services/handlers.ts';
import type { Workspace } from '../../electron/services/workspace/workspace.ts';
import type { AppEvent } from '../../shared/api/contract.ts';
import { heldClock } from './held-clock.ts';
import { answer } from './result.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { CHEAP_COST, DETAILS } from './workspace-details.ts';

export type TemporaryApplication = {
  readonly app: Application;
  readonly now: () => Workspace;
  /** What the app told its window. */
  readonly told: readonly AppEvent[];
};

/** An app with its workspace made and open; the machine around it opens no files unless told how. */
export async function temporaryApplication(machine: Partial<Host> = {}): Promise<TemporaryApplication> {
  const told: AppEvent[] = [];
  const host: Host = {
    openOutside: machine.openOutside ?? (async () => false),
    tell(event) {
      told.push(event);
      machine.tell?.(event);
    },
  };
  const folder = join(temporaryFolder(), 'workspace');
  const app = createApplication({ folder, clock: heldClock(), cost: CHEAP_COST, host });
  onTestFinished(app.lock);
  answer(await handlers['workspace.create'](app, DETAILS));
  return { app, now: () => answer(app.workspace()), told };
}
