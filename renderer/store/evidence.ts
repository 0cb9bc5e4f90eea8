import { create } from 'zustand';
import type { IdentityView, RegisterView, Reply } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import { call } from '../api/call.ts';
import { useWorkspace } from './workspace.ts';

type Evidence = {
  /** Who signs here; null until it is read. */
  readonly identity: IdentityView | null;
  /** The register in force and everybody known; null until it is read. */
  readonly register: RegisterView | null;
  readonly error: AppError | null;
  readonly load: () => Promise<void>;
  /** Takes what a call about the identity answered: the register tells of one's own keys too. */
  readonly tookIdentity: (reply: Reply<'identity.renew'>) => Promise<AppError | null>;
  /** Takes what a call about the register answered. */
  readonly tookRegister: (reply: Reply<'register.import'>) => AppError | null;
};

const NOTHING = { identity: null, register: null, error: null };

export const useEvidence = create<Evidence>((set, get) => ({
  ...NOTHING,
  load: async () => {
    const [identity, register] = await Promise.all([call('identity.get', {}), call('register.get', {})]);
    if (identity.ok) set({ identity: identity.value, error: null });
    else set({ error: identity.error });
    if (register.ok) set({ register: register.value });
    else set({ error: register.error });
  },
  tookIdentity: async (reply) => {
    if (!reply.ok) return reply.error;
    set({ identity: reply.value });
    await Promise.all([get().load(), useWorkspace.getState().check()]);
    return null;
  },
  tookRegister: (reply) => {
    if (!reply.ok) return reply.error;
    set({ register: reply.value });
    return null;
  },
}));

useWorkspace.subscribe(({ status }) => {
  if (status?.state !== 'open' && useEvidence.getState().identity) useEvidence.setState(NOTHING);
});
