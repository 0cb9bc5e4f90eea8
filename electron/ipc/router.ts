import type { Reply } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import { type CallName, inputs, type ParsedInput } from '../../shared/api/inputs.ts';
import type { Application } from '../services/application.ts';
import { handlers } from '../services/handlers.ts';
import { faultOf, type IncidentLog } from './faults.ts';

/** Answers one call. Everything that comes in is unknown until it is parsed; nothing is thrown across the boundary. */
export type Router = (sender: { readonly trusted: boolean }, call: unknown, input: unknown) => Promise<Reply<CallName>>;

export function createRouter(app: Application, log: IncidentLog): Router {
  return async (sender, call, input) => {
    if (!sender.trusted) return refuse({ code: 'sender-refused' });
    if (!isCall(call)) return refuse({ code: 'unknown-call', call: String(call).slice(0, 64) });
    try {
      return await answer(app, call, input);
    } catch (error) {
      return refuse(faultOf(error, log, app.folder));
    }
  };
}

async function answer<C extends CallName>(app: Application, call: C, input: unknown): Promise<Reply<C>> {
  const parsed = inputs[call].safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue?.path.map(String).join('.') ?? '';
    return refuse({ code: 'invalid-input', place, reason: issue?.message ?? 'not what the call takes' });
  }
  // The schema of this very call produced it.
  return handlers[call](app, parsed.data as ParsedInput<C>);
}

function isCall(call: unknown): call is CallName {
  return typeof call === 'string' && Object.hasOwn(inputs, call);
}

function refuse(error: AppError): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error };
}
