import type { Reply } from '../../shared/api/contract.ts';
import type { CallName, Input } from '../../shared/api/inputs.ts';
import { err } from '../../shared/lib/result.ts';
import { bridge } from './bridge.ts';

/** Asks the main side. A transport that fails is an answer too, so that no caller can forget it. */
export async function call<C extends CallName>(name: C, input: Input<C>): Promise<Reply<C>> {
  const host = bridge();
  if (!host) return err({ code: 'not-available-here', what: 'the workspace' });
  try {
    return await host.call(name, input);
  } catch (cause) {
    console.error(cause);
    return err({ code: 'internal', incident: 'no-answer' });
  }
}
