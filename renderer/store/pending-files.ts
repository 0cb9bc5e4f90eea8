import { create } from 'zustand';
import type { LearnerId } from '../../shared/model/ids.ts';
import type { IncomingFile } from '../api/transfer.ts';

type PendingFiles = {
  /** Files dropped or offered before their learner was opened, waiting for that learner's panel. */
  readonly pending: { readonly learner: LearnerId; readonly files: readonly IncomingFile[] } | null;
  readonly put: (learner: LearnerId, files: readonly IncomingFile[]) => void;
  /** Gives the files of this learner and forgets them. */
  readonly take: (learner: LearnerId) => readonly IncomingFile[];
};

export const usePendingFiles = create<PendingFiles>((set, get) => ({
  pending: null,
  put: (learner, files) => set({ pending: { learner, files } }),
  take: (learner) => {
    const { pending } = get();
    if (pending?.learner !== learner) return [];
    set({ pending: null });
    return pending.files;
  },
}));
