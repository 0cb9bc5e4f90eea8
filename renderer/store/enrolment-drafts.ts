import { create } from 'zustand';
import type { EnrolmentView } from '../../shared/api/contract.ts';
import type { CivilDate } from '../../shared/lib/dates.ts';
import type { ChosenUnit } from '../../shared/model/enrolment.ts';
import type { EnrolmentId } from '../../shared/model/ids.ts';
import { useWorkspace } from './workspace.ts';

/** A unit as it is chosen on screen: what was granted may still lack its words, and a date is null while it is none. */
export type UnitDraft = {
  readonly unit: string;
  readonly group: string;
  readonly how: ChosenUnit['how'];
  readonly reason: string;
  readonly date: CivilDate | null;
};

type EnrolmentDrafts = {
  /** Kept in this window only, and only until the workspace locks: a choice counts once it is saved. */
  readonly drafts: ReadonlyMap<EnrolmentId, readonly UnitDraft[]>;
  readonly choose: (enrolment: EnrolmentId, units: readonly UnitDraft[]) => void;
  readonly forget: (enrolment: EnrolmentId) => void;
};

export const useEnrolmentDrafts = create<EnrolmentDrafts>((set) => ({
  drafts: new Map(),
  choose: (enrolment, units) => set(({ drafts }) => ({ drafts: new Map(drafts).set(enrolment, units) })),
  forget: (enrolment) =>
    set(({ drafts }) => ({ drafts: new Map([...drafts].filter(([other]) => other !== enrolment)) })),
}));

/** The choice on screen; null where it is the one that is saved. */
export function useEnrolmentDraft({ enrolment }: EnrolmentView): readonly UnitDraft[] | null {
  return useEnrolmentDrafts((state) => state.drafts.get(enrolment) ?? null);
}

useWorkspace.subscribe(({ status }) => {
  if (status?.state !== 'open' && useEnrolmentDrafts.getState().drafts.size > 0) {
    useEnrolmentDrafts.setState({ drafts: new Map() });
  }
});
