/** A long piece of work: it says how far it is, and asks between steps whether to stop. */
export type Task = {
  readonly report: (done: number, total: number) => void;
  readonly cancelled: () => boolean;
};

/** Work that is under way, by the name its caller gave it. */
export type Tasks = {
  readonly begin: (name: string | undefined, tell: (done: number, total: number) => void) => Task & { end: () => void };
  readonly cancel: (name: string) => void;
};

export function tasks(): Tasks {
  const running = new Map<string, { cancelled: boolean }>();
  return {
    begin(name, tell) {
      const state = { cancelled: false };
      if (name !== undefined) running.set(name, state);
      return {
        report: tell,
        cancelled: () => state.cancelled,
        end: () => {
          if (name !== undefined && running.get(name) === state) running.delete(name);
        },
      };
    },
    cancel(name) {
      const state = running.get(name);
      if (state) state.cancelled = true;
    },
  };
}
