import { create } from 'zustand';
import { count } from '../../shared/api/amounts.ts';
import type { OfferedFile, RefusedFile } from '../../shared/api/contract.ts';
import { giveUpFile } from '../api/transfer.ts';
import { useToasts } from './toasts.ts';
import { useWorkspace } from './workspace.ts';

type OfferedFiles = {
  /** Files that the system opened with the app and that no form has taken yet. */
  readonly files: readonly OfferedFile[];
  /** Those that did not come in, each with its reason, until the person has seen them. */
  readonly refused: readonly RefusedFile[];
  /** How often files came: each time the person is asked about them. */
  readonly arrivals: number;
  readonly arrive: (files: readonly OfferedFile[], refused: readonly RefusedFile[]) => void;
  /** Hands files to a form: those named by their tokens, or all of them. */
  readonly take: (tokens?: ReadonlySet<string>) => readonly OfferedFile[];
  /** Takes back what a form was handed and did not use. */
  readonly giveBack: (files: readonly OfferedFile[]) => void;
  readonly forgetRefused: () => void;
  /** Gives up everything; the files stay where they were on the person's disk. */
  readonly letGo: () => void;
};

export const useOfferedFiles = create<OfferedFiles>((set, get) => ({
  files: [],
  refused: [],
  arrivals: 0,
  arrive: (files, refused) =>
    set((state) => ({
      files: [...state.files, ...files],
      refused: [...state.refused, ...refused],
      arrivals: state.arrivals + 1,
    })),
  take: (tokens) => {
    const { files } = get();
    const taken = tokens ? files.filter((file) => tokens.has(file.token)) : files;
    set({ files: files.filter((file) => !taken.includes(file)) });
    return taken;
  },
  giveBack: (files) => {
    // The tokens of a locked workspace are spent.
    if (files.length === 0 || useWorkspace.getState().status?.state !== 'open') return;
    set((state) => ({ files: [...state.files, ...files] }));
  },
  forgetRefused: () => set({ refused: [] }),
  letGo: () => {
    const { files } = get();
    set({ files: [], refused: [] });
    for (const file of files) void giveUpFile(file.token);
  },
}));

// A workspace that locks lets go of every file that was on its way in; the person is told, because nothing else would.
useWorkspace.subscribe((now, before) => {
  if (before.status?.state !== 'open' || now.status?.state === 'open') return;
  const { files } = useOfferedFiles.getState();
  useOfferedFiles.setState({ files: [], refused: [] });
  if (files.length === 0) return;
  const were = count(files.length, 'file that was', 'files that were');
  useToasts
    .getState()
    .tell(
      'info',
      `${were} opened with Countersign ${files.length === 1 ? 'was' : 'were'} not taken in before the workspace was locked. Nothing was changed. Open ${files.length === 1 ? 'it' : 'them'} again.`,
    );
});
