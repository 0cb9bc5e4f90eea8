import { create } from 'zustand';
import type { AttemptId, CheckId, Digest, LearnerId } from '../../shared/model/ids.ts';

/** Where the person is. A route holds ids only, so going back shows what is true now. */
export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'learners'; readonly learner: LearnerId | null }
  | { readonly screen: 'marking'; readonly attempt: AttemptId | null }
  | { readonly screen: 'checks'; readonly check: CheckId | null }
  | { readonly screen: 'verify' }
  | { readonly screen: 'qualifications'; readonly pack: Digest | null; readonly place: string | null }
  | { readonly screen: 'progress' }
  | {
      readonly screen: 'portfolio';
      readonly learner: LearnerId;
      readonly pack: Digest;
      readonly qualification: string;
    }
  | { readonly screen: 'plan'; readonly pack: Digest; readonly qualification: string }
  | { readonly screen: 'bank' }
  | { readonly screen: 'settings' };

export type ScreenName = Route['screen'];
/** The screens that the navigation leads to; a portfolio, a plan and the comment bank are reached from what they are about. */
export type PlaceName = Exclude<ScreenName, 'portfolio' | 'plan' | 'bank'>;

type History = {
  readonly entries: readonly Route[];
  readonly index: number;
  readonly route: Route;
  /** Goes somewhere and remembers where from. */
  readonly go: (route: Route) => void;
  /** Changes the place without a new step in the history (a selection inside a screen). */
  readonly replace: (route: Route) => void;
  readonly back: () => void;
  readonly forward: () => void;
};

const MOST = 100;
const start: Route = { screen: 'home' };

export const useRoute = create<History>((set) => ({
  entries: [start],
  index: 0,
  route: start,
  go: (route) =>
    set(({ entries, index, route: now }) => {
      if (JSON.stringify(now) === JSON.stringify(route)) return {};
      const kept = [...entries.slice(0, index + 1), route].slice(-MOST);
      return { entries: kept, index: kept.length - 1, route };
    }),
  replace: (route) => set(({ entries, index }) => ({ entries: entries.with(index, route), route })),
  back: () => set(({ entries, index, route }) => step(entries, index - 1, route)),
  forward: () => set(({ entries, index, route }) => step(entries, index + 1, route)),
}));

function step(entries: readonly Route[], to: number, now: Route): { readonly index?: number; readonly route: Route } {
  const route = entries[to];
  return route ? { index: to, route } : { route: now };
}
