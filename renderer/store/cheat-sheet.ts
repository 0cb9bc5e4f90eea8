import { create } from 'zustand';
import { type Command, useCommandStore } from './commands.ts';

type CheatSheet = {
  /** What could be done as it was opened, in the order of registration; null while it is closed. */
  readonly commands: readonly Command[] | null;
  readonly open: () => void;
  readonly close: () => void;
};

/** The list of keys. It holds the commands as they were available where the person stood, not behind the dialog. */
export const useCheatSheet = create<CheatSheet>((set) => ({
  commands: null,
  open: () => set({ commands: useCommandStore.getState().registered.filter((one) => one.when?.() ?? true) }),
  close: () => set({ commands: null }),
}));
