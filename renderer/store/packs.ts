import { create } from 'zustand';
import type { PackSummary, Reply } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import type { Input } from '../../shared/api/inputs.ts';
import type { Digest } from '../../shared/model/ids.ts';
import type { Pack } from '../../shared/model/pack.ts';
import { call } from '../api/call.ts';

type Packs = {
  /** Null until the list is there. */
  readonly summaries: readonly PackSummary[] | null;
  /** Packs that were opened; a pack never changes under its digest. */
  readonly packs: Readonly<Record<string, Pack>>;
  readonly error: AppError | null;
  readonly load: () => Promise<void>;
  readonly open: (digest: Digest) => Promise<void>;
  /** Takes in a pack from a file that was sent up. */
  readonly add: (file: string) => Promise<Reply<'packs.add'>>;
  /** Makes a further version of a pack with the criteria of a unit. */
  readonly enterCriteria: (entered: Input<'packs.enter-criteria'>) => Promise<Reply<'packs.enter-criteria'>>;
};

export const usePacks = create<Packs>((set, get) => ({
  summaries: null,
  packs: {},
  error: null,
  load: async () => {
    const reply = await call('packs.list', {});
    set(reply.ok ? { summaries: reply.value, error: null } : { error: reply.error });
  },
  open: async (digest) => {
    if (get().packs[digest]) return;
    const reply = await call('packs.get', { pack: digest });
    if (reply.ok) set((state) => ({ packs: { ...state.packs, [digest]: reply.value }, error: null }));
    else set({ error: reply.error });
  },
  add: async (file) => {
    const reply = await call('packs.add', { file });
    if (reply.ok) await get().load();
    return reply;
  },
  enterCriteria: async (entered) => {
    const reply = await call('packs.enter-criteria', entered);
    if (reply.ok) {
      // It is shown next, and at once, so that the page stays where it is.
      await get().open(reply.value.digest);
      await get().load();
    }
    return reply;
  },
}));
