import { create } from 'zustand';
import type { Session, WorkspaceStatus } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import { call } from '../api/call.ts';
import { flushAll } from '../api/flush.ts';

type Workspace = {
  /** Null until the main side has said where the workspace stands. */
  readonly status: WorkspaceStatus | null;
  readonly error: AppError | null;
  readonly check: () => Promise<void>;
  /** Takes the session that a call returned. */
  readonly opened: (session: Session) => void;
  readonly lock: () => Promise<void>;
  /** The main side locked by itself. */
  readonly wasLocked: () => void;
};

export const useWorkspace = create<Workspace>((set) => ({
  status: null,
  error: null,
  check: async () => {
    const reply = await call('workspace.status', {});
    if (reply.ok) set({ status: reply.value, error: null });
    else set({ error: reply.error });
  },
  opened: (session) => set({ status: { state: 'open', session }, error: null }),
  lock: async () => {
    await flushAll();
    const reply = await call('workspace.lock', {});
    if (reply.ok) set({ status: { state: 'locked' } });
    else set({ error: reply.error });
  },
  wasLocked: () => set({ status: { state: 'locked' } }),
}));

/** The session of an open workspace; null while it is closed. */
export function useSession(): Session | null {
  return useWorkspace((state) => (state.status?.state === 'open' ? state.status.session : null));
}
