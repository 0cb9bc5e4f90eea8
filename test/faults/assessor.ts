import type { IncidentLog } from '../../electron/ipc/faults.ts';
import { createRouter } from '../../electron/ipc/router.ts';
import { receiveTransfer } from '../../electron/ipc/transfer.ts';
import { type Application, createApplication, type Host } from '../../electron/services/application.ts';
import { systemClock } from '../../electron/services/clock.ts';
import type { Reply } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import type { CallName, Input } from '../../shared/api/inputs.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { CHEAP_COST } from '../support/workspace-details.ts';

/** Somebody at work in a workspace, calling as a window does: the router for acts, the transfer for files. */
export type Assessor = {
  readonly app: Application;
  readonly ask: <C extends CallName>(call: C, input: Input<C>) => Promise<Reply<C>>;
  /** A token for a file of this name and content. */
  readonly bringIn: (name: string, bytes: Uint8Array) => Promise<Result<string, AppError>>;
};

/** Small, so that a file has several and a cut can fall between them. */
const CHUNK = 200_000;

export function assessorAt(folder: string, log: IncidentLog, host: Partial<Host> = {}): Assessor {
  const app = createApplication({
    folder,
    clock: systemClock,
    cost: CHEAP_COST,
    host: { tell: () => undefined, openOutside: async () => false, ...host },
  });
  const router = createRouter(app, log);
  const send = async (method: string, path: string, body: Uint8Array) => {
    const url = new URL(path, 'app://countersign');
    const response = await receiveTransfer(app, { method, url, headers: {}, body: async () => body }, log);
    return JSON.parse(Buffer.from(response.body).toString('utf8')) as Result<{ token: string }, AppError>;
  };
  return {
    app,
    ask: async <C extends CallName>(call: C, input: Input<C>) =>
      (await router({ trusted: true }, call, input)) as Reply<C>,
    async bringIn(name, bytes) {
      const begun = await send('POST', '/transfer/', Buffer.from(JSON.stringify({ name, size: bytes.length })));
      if (!begun.ok) return begun;
      const { token } = begun.value;
      for (let offset = 0; offset < bytes.length; offset += CHUNK) {
        const part = bytes.subarray(offset, offset + CHUNK);
        const sent = await send('PUT', `/transfer/${token}?offset=${offset}`, part);
        if (!sent.ok) return sent;
      }
      return ok(token);
    },
  };
}
