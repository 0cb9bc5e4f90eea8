import { useEffect } from 'react';
import { create } from 'zustand';

/** One thing that can be done: buttons, shortcuts and the palette all read it from here. */
export type Command = {
  /** `marking.sign` */
  readonly id: string;
  /** What it does, as a button says it: "Sign the sheet". */
  readonly name: string;
  /** The heading it stands under in the palette. */
  readonly group: string;
  /** `Mod+K`, `Alt+ArrowLeft`, `F6`; `Mod` is Ctrl, and Cmd on a Mac. Each string is one way. */
  readonly keys?: readonly string[];
  /** Whether it can be done now; absent where it always can. */
  readonly when?: () => boolean;
  readonly perform: () => void;
};

type Commands = {
  /** In the order of registration; where two ask for the same keys, the later has them. */
  readonly registered: readonly Command[];
  readonly register: (commands: readonly Command[]) => () => void;
};

export const useCommandStore = create<Commands>((set) => ({
  registered: [],
  register: (commands) => {
    set((state) => ({ registered: [...state.registered, ...commands] }));
    return () => set((state) => ({ registered: state.registered.filter((one) => !commands.includes(one)) }));
  },
}));

/** Offers a feature's commands while it is on screen. Keep the list stable (module scope or useMemo). */
export function useCommands(commands: readonly Command[]): void {
  const register = useCommandStore((state) => state.register);
  useEffect(() => register(commands), [register, commands]);
}
