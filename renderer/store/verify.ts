import { create } from 'zustand';
import type { FileVerification } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import { call } from '../api/call.ts';
import { sendFile } from '../api/transfer.ts';
import { useWorkspace } from './workspace.ts';

/** How far a file has come. `stopped`: the person stopped before its turn, so nothing is known of it. */
type Stage =
  | { readonly kind: 'waiting' }
  /** Bytes sent up so far. */
  | { readonly kind: 'sending'; readonly done: number }
  | { readonly kind: 'checking' }
  | { readonly kind: 'verified'; readonly result: FileVerification }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'stopped' };

export type VerifiedItem = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly stage: Stage;
};

type Verify = {
  /** In the order in which they came; kept until the list is cleared or the workspace locks. */
  readonly items: readonly VerifiedItem[];
  readonly chosen: string | null;
  readonly add: (files: readonly File[]) => void;
  readonly choose: (id: string) => void;
  /** Stops after the file that is being checked; what was found stays. */
  readonly stop: () => void;
  readonly clear: () => void;
};

/** Files that still wait for their turn. The bytes stay on the person's disk until then. */
const waiting = new Map<string, File>();
let running = false;
let stopper = new AbortController();

export const useVerify = create<Verify>((set, get) => ({
  items: [],
  chosen: null,
  add: (files) => {
    const added = files.map((file): VerifiedItem => {
      const id = crypto.randomUUID();
      waiting.set(id, file);
      return { id, name: file.name, size: file.size, stage: { kind: 'waiting' } };
    });
    const [first] = added;
    if (!first) return;
    set({ items: [...get().items, ...added], chosen: first.id });
    void work();
  },
  choose: (id) => set({ chosen: id }),
  stop: () => {
    stopper.abort();
    waiting.clear();
    set({ items: get().items.map((one) => (one.stage.kind === 'waiting' ? { ...one, stage: STOPPED } : one)) });
  },
  clear: () => {
    stopper.abort();
    waiting.clear();
    set({ items: [], chosen: null });
  },
}));

const STOPPED: Stage = { kind: 'stopped' };

/** One file after the other, so that a folder of bundles does not fill the memory. */
async function work(): Promise<void> {
  if (running) return;
  running = true;
  for (;;) {
    const [next] = waiting;
    if (!next) break;
    const [id, file] = next;
    waiting.delete(id);
    stopper = new AbortController();
    put(id, await verified(id, file, stopper.signal));
  }
  running = false;
}

async function verified(id: string, file: File, signal: AbortSignal): Promise<Stage> {
  put(id, { kind: 'sending', done: 0 });
  const sent = await sendFile(file, { signal, onProgress: (done) => put(id, { kind: 'sending', done }) });
  if (!sent.ok) return sent.error.code === 'cancelled' ? STOPPED : { kind: 'failed', error: sent.error };
  put(id, { kind: 'checking' });
  const reply = await call('files.verify', { file: sent.value });
  return reply.ok ? { kind: 'verified', result: reply.value } : { kind: 'failed', error: reply.error };
}

function put(id: string, stage: Stage): void {
  useVerify.setState(({ items }) => ({ items: items.map((one) => (one.id === id ? { ...one, stage } : one)) }));
}

useWorkspace.subscribe(({ status }) => {
  if (status?.state !== 'open' && useVerify.getState().items.length > 0) useVerify.getState().clear();
});
