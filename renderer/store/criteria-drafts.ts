import { create } from 'zustand';

/** What is typed of a unit's criteria, and where it is from, before it is entered. */
export type CriteriaDraft = { readonly text: string; readonly origin: string };

type CriteriaDrafts = {
  /** By pack and unit. They speak of no learner, so that they stay where the workspace locks over them. */
  readonly drafts: ReadonlyMap<string, CriteriaDraft>;
  readonly put: (unit: string, draft: CriteriaDraft) => void;
  readonly forget: (unit: string) => void;
};

export const useCriteriaDrafts = create<CriteriaDrafts>((set) => ({
  drafts: new Map(),
  put: (unit, draft) => set(({ drafts }) => ({ drafts: new Map(drafts).set(unit, draft) })),
  forget: (unit) => set(({ drafts }) => ({ drafts: new Map([...drafts].filter(([other]) => other !== unit)) })),
}));
