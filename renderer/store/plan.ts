import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import type { PlanView, Reply } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import type { Input } from '../../shared/api/inputs.ts';
import type { WorkId } from '../../shared/model/ids.ts';
import { call } from '../api/call.ts';
import { backOf, type MarkStep, stepsOf, stepsWithout, withMarks } from './plan-marks.ts';
import { useWorkspace } from './workspace.ts';

/** Which plan: that of a qualification of a pack. */
export type PlanOf = Input<'plans.get'>;
export type PlanHeadPut = Omit<Input<'plans.edit'>, keyof PlanOf>;
export type WorkPut = Omit<Input<'plans.put-work'>, keyof PlanOf>;

/** One plan in this window. */
type Kept = {
  /** What the main side answered last; null before it did. */
  readonly view: PlanView | null;
  /** Marks that were sent and are not answered yet, in their order. */
  readonly sent: readonly MarkStep[];
  readonly done: readonly MarkStep[];
  readonly undone: readonly MarkStep[];
  readonly error: AppError | null;
};

type Plans = {
  readonly kept: ReadonlyMap<string, Kept>;
  readonly load: (of: PlanOf) => Promise<void>;
  /** Each answers null where it is done, and what was refused otherwise. */
  readonly edit: (of: PlanOf, head: PlanHeadPut) => Promise<AppError | null>;
  readonly put: (of: PlanOf, work: WorkPut) => Promise<AppError | null>;
  /** What the work was to show cannot be brought back by undo. */
  readonly remove: (of: PlanOf, work: WorkId) => Promise<AppError | null>;
  /** Shows the changes at once; a refusal takes them back and is kept as the plan's error. */
  readonly mark: (of: PlanOf, changes: MarkStep) => Promise<void>;
  readonly undo: (of: PlanOf) => Promise<void>;
  readonly redo: (of: PlanOf) => Promise<void>;
  readonly dismiss: (of: PlanOf) => void;
};

const NOTHING: Kept = { view: null, sent: [], done: [], undone: [], error: null };
/** Acts that can be undone. */
const MOST_STEPS = 200;

/** Acts on a plan follow each other, so that an answer never overtakes a later one. */
let line: Promise<unknown> = Promise.resolve();

function inLine<T>(act: () => Promise<T>): Promise<T> {
  const turn = line.then(act, act);
  line = turn;
  return turn;
}

export const usePlans = create<Plans>((set, get) => {
  const at = (of: PlanOf): Kept => get().kept.get(keyOf(of)) ?? NOTHING;
  const change = (of: PlanOf, to: (before: Kept) => Partial<Kept>) =>
    set(({ kept }) => ({ kept: new Map(kept).set(keyOf(of), { ...at(of), ...to(at(of)) }) }));

  /** What the main side answers is the plan; a refusal leaves it as it was. */
  async function ask(act: () => Promise<Reply<'plans.get'>>, of: PlanOf): Promise<AppError | null> {
    const reply = await inLine(act);
    if (reply.ok) change(of, () => ({ view: reply.value }));
    return reply.ok ? null : reply.error;
  }

  /** True where the main side took them. */
  async function send(of: PlanOf, changes: MarkStep): Promise<boolean> {
    change(of, ({ sent }) => ({ sent: [...sent, changes], error: null }));
    const error = await ask(() => call('plans.mark', { ...of, changes: [...changes] }), of);
    change(of, ({ sent }) => ({ sent: sent.filter((one) => one !== changes), error }));
    return error === null;
  }

  return {
    kept: new Map(),
    load: async (of) => {
      const error = await ask(() => call('plans.get', of), of);
      change(of, () => ({ error }));
    },
    edit: (of, head) => ask(() => call('plans.edit', { ...of, ...head }), of),
    put: (of, work) => ask(() => call('plans.put-work', { ...of, ...work }), of),
    remove: async (of, work) => {
      const error = await ask(() => call('plans.remove-work', { ...of, work }), of);
      if (!error) {
        change(of, ({ done, undone }) => ({ done: stepsWithout(done, work), undone: stepsWithout(undone, work) }));
      }
      return error;
    },
    mark: async (of, changes) => {
      for (const step of stepsOf(changes)) {
        change(of, ({ done }) => ({ done: [...done, step].slice(-MOST_STEPS), undone: [] }));
        if (await send(of, step)) continue;
        change(of, ({ done }) => ({ done: done.filter((one) => one !== step) }));
        return;
      }
    },
    undo: async (of) => {
      const step = at(of).done.at(-1);
      if (!step) return;
      change(of, ({ done, undone }) => ({ done: done.slice(0, -1), undone: [...undone, step] }));
      if (!(await send(of, backOf(step))))
        change(of, ({ undone }) => ({ undone: undone.filter((one) => one !== step) }));
    },
    redo: async (of) => {
      const step = at(of).undone.at(-1);
      if (!step) return;
      change(of, ({ done, undone }) => ({ done: [...done, step], undone: undone.slice(0, -1) }));
      if (!(await send(of, step))) change(of, ({ done }) => ({ done: done.filter((one) => one !== step) }));
    },
    dismiss: (of) => change(of, () => ({ error: null })),
  };
});

function keyOf({ pack, qualification }: PlanOf): string {
  return `${pack} ${qualification}`;
}

function shownView({ view, sent }: Kept): PlanView | null {
  if (!view?.plan || sent.length === 0) return view;
  return { ...view, plan: { ...view.plan, marks: withMarks(view.plan.marks, sent.flat()) } };
}

/** A plan as it is shown: with the marks that are still on their way. */
export type ShownPlan = Pick<Kept, 'view' | 'error'> & { readonly canUndo: boolean; readonly canRedo: boolean };

/** The plan, read anew when the component appears; keep `of` stable. */
export function usePlan(of: PlanOf): ShownPlan {
  const kept = usePlans((state) => state.kept.get(keyOf(of)) ?? NOTHING);
  const load = usePlans((state) => state.load);
  useEffect(() => void load(of), [load, of]);
  return useMemo(
    () => ({
      view: shownView(kept),
      error: kept.error,
      canUndo: kept.done.length > 0,
      canRedo: kept.undone.length > 0,
    }),
    [kept],
  );
}

useWorkspace.subscribe(({ status }) => {
  if (status?.state !== 'open' && usePlans.getState().kept.size > 0) usePlans.setState({ kept: new Map() });
});
