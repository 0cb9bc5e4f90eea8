import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import type { PortfolioView, Reply } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import type { Input } from '../../shared/api/inputs.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import type { EvidenceId } from '../../shared/model/ids.ts';
import type { PortfolioOf } from '../../shared/model/portfolio.ts';
import { call } from '../api/call.ts';
import { type LinkChange, type LinkStep, stepOf, stepsWithout, withChanges } from './portfolio-links.ts';
import { useWorkspace } from './workspace.ts';

/** A piece of evidence as it is put, without whose it is. */
export type EvidencePut = Omit<Input<'evidence.put'>, keyof PortfolioOf>;

/** One portfolio in this window. */
type Kept = {
  /** What the main side answered last; null before it did. */
  readonly view: PortfolioView | null;
  /** Links that were sent and are not answered yet, in their order. */
  readonly sent: readonly LinkStep[];
  readonly done: readonly LinkStep[];
  readonly undone: readonly LinkStep[];
  /** Why it could not be read, or the last links were refused; a form shows its own refusal. */
  readonly error: AppError | null;
};

type Portfolios = {
  readonly kept: ReadonlyMap<string, Kept>;
  readonly load: (of: PortfolioOf) => Promise<void>;
  /** Adds a piece of evidence or changes one; gives its id. */
  readonly put: (of: PortfolioOf, put: EvidencePut) => Promise<Result<EvidenceId, AppError>>;
  /** Null where it is gone. What was linked to it cannot be brought back by undo. */
  readonly remove: (of: PortfolioOf, evidence: EvidenceId) => Promise<AppError | null>;
  /** Shows the changes at once; a refusal takes them back and is kept as the portfolio's error. */
  readonly link: (of: PortfolioOf, changes: readonly LinkChange[]) => Promise<AppError | null>;
  /** Takes the last links back; a step that is refused is forgotten. */
  readonly undo: (of: PortfolioOf) => Promise<AppError | null>;
  readonly redo: (of: PortfolioOf) => Promise<AppError | null>;
  readonly dismiss: (of: PortfolioOf) => void;
};

const NOTHING: Kept = { view: null, sent: [], done: [], undone: [], error: null };
/** Acts that can be undone. */
const MOST_STEPS = 200;

/** Acts of a portfolio follow each other, so that an answer never overtakes a later one. */
const lines = new Map<string, Promise<unknown>>();

export const usePortfolios = create<Portfolios>((set, get) => {
  const at = (of: PortfolioOf): Kept => get().kept.get(keyOf(of)) ?? NOTHING;
  const change = (of: PortfolioOf, to: (before: Kept) => Partial<Kept>) =>
    set(({ kept }) => ({ kept: new Map(kept).set(keyOf(of), { ...at(of), ...to(at(of)) }) }));
  const took = (of: PortfolioOf, reply: Reply<'evidence.get'>, answered: LinkStep | null = null): AppError | null => {
    change(of, ({ view, sent }) => ({
      sent: sent.filter((one) => one !== answered),
      ...(reply.ok ? { view: withoutNews(view, reply.value), error: null } : { error: reply.error }),
    }));
    return reply.ok ? null : reply.error;
  };

  async function send(of: PortfolioOf, step: LinkStep): Promise<AppError | null> {
    change(of, ({ sent }) => ({ sent: [...sent, step], error: null }));
    const reply = await inLine(of, () => call('evidence.link', { ...of, changes: [...step.changes] }));
    return took(of, reply, step);
  }

  return {
    kept: new Map(),
    load: async (of) => void took(of, await inLine(of, () => call('evidence.get', of))),
    put: async (of, put) => {
      const reply = await inLine(of, () => call('evidence.put', { ...of, ...put }));
      if (!reply.ok) return reply;
      took(of, reply);
      const newest = reply.value.items.reduce((last, item) => (item.number > last.number ? item : last));
      return ok(put.evidence ?? newest.id);
    },
    remove: async (of, evidence) => {
      const reply = await inLine(of, () => call('evidence.remove', { ...of, evidence }));
      if (!reply.ok) return reply.error;
      took(of, reply);
      change(of, ({ done, undone }) => ({
        done: stepsWithout(done, evidence),
        undone: stepsWithout(undone, evidence),
      }));
      return null;
    },
    link: async (of, changes) => {
      const step = stepOf(shownView(at(of))?.links ?? [], changes);
      change(of, ({ done }) => ({ done: [...done, step].slice(-MOST_STEPS), undone: [] }));
      const error = await send(of, step);
      if (error) change(of, ({ done }) => ({ done: done.filter((one) => one !== step) }));
      return error;
    },
    undo: async (of) => {
      const step = at(of).done.at(-1);
      if (!step) return null;
      change(of, ({ done, undone }) => ({ done: done.slice(0, -1), undone: [...undone, step] }));
      const error = await send(of, { changes: step.back, back: step.changes });
      if (error) change(of, ({ undone }) => ({ undone: undone.filter((one) => one !== step) }));
      return error;
    },
    redo: async (of) => {
      const step = at(of).undone.at(-1);
      if (!step) return null;
      change(of, ({ done, undone }) => ({ done: [...done, step], undone: undone.slice(0, -1) }));
      const error = await send(of, step);
      if (error) change(of, ({ done }) => ({ done: done.filter((one) => one !== step) }));
      return error;
    },
    dismiss: (of) => change(of, () => ({ error: null })),
  };
});

function inLine<T>(of: PortfolioOf, act: () => Promise<T>): Promise<T> {
  const key = keyOf(of);
  const turn = (lines.get(key) ?? Promise.resolve()).then(act);
  lines.set(key, turn);
  return turn;
}

/** The answer with the parts that say nothing new as they were, so that what is drawn of them is not drawn again. */
function withoutNews(before: PortfolioView | null, after: PortfolioView): PortfolioView {
  if (!before) return after;
  const same = <Part>(old: Part, fresh: Part): Part => (JSON.stringify(old) === JSON.stringify(fresh) ? old : fresh);
  return {
    ...after,
    rules: same(before.rules, after.rules),
    items: same(before.items, after.items),
    units: same(before.units, after.units),
    criteria: same(before.criteria, after.criteria),
    scripts: same(before.scripts, after.scripts),
  };
}

function keyOf({ learner, pack, qualification }: PortfolioOf): string {
  return `${learner} ${pack} ${qualification}`;
}

function shownView({ view, sent }: Kept): PortfolioView | null {
  if (!view || sent.length === 0) return view;
  return {
    ...view,
    links: withChanges(
      view.links,
      sent.flatMap((step) => step.changes),
    ),
  };
}

/** A portfolio as it is shown: with the links that are still on their way. */
export type ShownPortfolio = {
  readonly view: PortfolioView | null;
  readonly error: AppError | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

/** The portfolio, read anew when the component appears; `of` may be a new object each time. */
export function usePortfolio(of: PortfolioOf): ShownPortfolio {
  const key = keyOf(of);
  const kept = usePortfolios((state) => state.kept.get(key) ?? NOTHING);
  const load = usePortfolios((state) => state.load);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for whose it is
  useEffect(() => void load(of), [load, key]);
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
  if (status?.state !== 'open' && usePortfolios.getState().kept.size > 0) usePortfolios.setState({ kept: new Map() });
});
