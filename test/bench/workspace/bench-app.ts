import { createRouter } from '../../../electron/ipc/router.ts';
import { type Application, createApplication } from '../../../electron/services/application.ts';
import { systemClock } from '../../../electron/services/clock.ts';
import type { Workspace } from '../../../electron/services/workspace/workspace.ts';
import type { Outputs } from '../../../shared/api/contract.ts';
import type { CallName, Input } from '../../../shared/api/inputs.ts';
import { answer } from '../../support/result.ts';
import { CHEAP_COST, DETAILS } from '../../support/workspace-details.ts';

/** The app without a window: a workspace in a folder, asked through the router as a page asks. */
export type BenchApp = {
  readonly app: Application;
  readonly workspace: Workspace;
  /** The answer, or a throw where the call was refused. */
  readonly ask: <C extends CallName>(call: C, input: Input<C>) => Promise<Outputs[C]>;
};

/** Makes a workspace in a folder, or opens the one that is there. */
export async function benchApp(folder: string): Promise<BenchApp> {
  const host = { openOutside: async () => false, tell: () => undefined };
  const app = createApplication({ folder, clock: systemClock, cost: CHEAP_COST, host });
  const router = createRouter(app, (incident, error) => console.error(incident, error));
  const ask = async <C extends CallName>(call: C, input: Input<C>) => {
    const reply = await router({ trusted: true }, call, input);
    if (!reply.ok) throw new Error(`${call}: ${JSON.stringify(reply.error)}`);
    // The router answers this call with this call's output.
    return reply.value as Outputs[C];
  };
  const { state } = await ask('workspace.status', {});
  if (state === 'missing') await ask('workspace.create', DETAILS);
  else await ask('workspace.open', { passphrase: DETAILS.passphrase });
  return { app, workspace: answer(app.workspace()), ask };
}
