import { create } from 'zustand';
import type { CivilDate } from '../../shared/lib/dates.ts';
import type { CheckId } from '../../shared/model/ids.ts';
import { useWorkspace } from './workspace.ts';

/** A QA mark as typed: a section's, or a criterion's where the rule goes by criterion. */
export type TypedMark = { readonly section: string; readonly criterion: string | null; readonly typed: string };

/** What is entered on a check before it is signed. A date is null while what is typed is none. */
export type CheckDraft = { readonly marks: readonly TypedMark[]; readonly date?: CivilDate | null };

type CheckDrafts = {
  /** Kept in this window only, and only until the workspace locks: a mark counts once it is signed. */
  readonly drafts: ReadonlyMap<CheckId, CheckDraft>;
  readonly mark: (check: CheckId, mark: TypedMark) => void;
  readonly date: (check: CheckId, date: CivilDate | null) => void;
  /** What was signed is no draft any more. */
  readonly forget: (check: CheckId) => void;
};

const NOTHING: CheckDraft = { marks: [] };

export const useCheckDrafts = create<CheckDrafts>((set) => {
  const change = (check: CheckId, to: (draft: CheckDraft) => CheckDraft) =>
    set(({ drafts }) => ({ drafts: new Map(drafts).set(check, to(drafts.get(check) ?? NOTHING)) }));
  return {
    drafts: new Map(),
    mark: (check, mark) =>
      change(check, (draft) => ({ ...draft, marks: [...draft.marks.filter((one) => !isSame(one, mark)), mark] })),
    date: (check, date) => change(check, (draft) => ({ ...draft, date })),
    forget: (check) => set(({ drafts }) => ({ drafts: new Map([...drafts].filter(([other]) => other !== check)) })),
  };
});

/** The draft of one check; empty where nothing was entered. */
export function useCheckDraft(check: CheckId): CheckDraft {
  return useCheckDrafts((state) => state.drafts.get(check) ?? NOTHING);
}

function isSame(one: TypedMark, other: TypedMark): boolean {
  return one.section === other.section && one.criterion === other.criterion;
}

useWorkspace.subscribe(({ status }) => {
  if (status?.state !== 'open' && useCheckDrafts.getState().drafts.size > 0) {
    useCheckDrafts.setState({ drafts: new Map() });
  }
});
