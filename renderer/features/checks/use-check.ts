import { useMemo, useState } from 'react';
import type { CheckView, PlaceView } from '../../../shared/api/contract.ts';
import type { CivilDate } from '../../../shared/lib/dates.ts';
import type { Decision } from '../../../shared/model/mark-sheet.ts';
import { type TypedMark, useCheckDraft, useCheckDrafts } from '../../store/check-drafts.ts';
import { decideOn, faultsIn, typedFrom } from './qa-entries.ts';

export type Qa = {
  /** As typed, or as signed. */
  readonly marks: readonly TypedMark[];
  readonly decision: Decision;
  readonly signed: boolean;
  /** Marks typed that cannot be read. */
  readonly faults: number;
};

/** One check: what is signed, what is entered, and what that comes to. */
export function useCheck(view: CheckView, today: CivilDate) {
  const draft = useCheckDraft(view.check);
  const drafts = useCheckDrafts.getState();
  const [signing, setSigning] = useState<PlaceView | null>(null);
  const due = view.places.find((one) => one.refusal === null && one.signed === null) ?? null;
  const qa = useMemo<Qa | null>(() => {
    if (view.qa) return { marks: typedFrom(view.qa.marks), decision: view.qa.decision, signed: true, faults: 0 };
    if (due?.place.role !== 'iqa') return null;
    const { marks } = draft;
    return {
      marks,
      decision: decideOn(view.sheet, marks),
      signed: false,
      faults: faultsIn(view.sheet.scheme, marks),
    };
  }, [view, due, draft]);
  const date = draft.date === undefined ? today : draft.date;
  return {
    due,
    qa,
    date,
    /** Only the IQA's place and the EV's carry a date of their own. */
    dated: due !== null && (due.place.role === 'iqa' || due.place.role === 'ev'),
    signing,
    setSigning,
    mark: (mark: TypedMark) => drafts.mark(view.check, mark),
    setDate: (to: CivilDate | null) => drafts.date(view.check, to),
    entered: draft.marks.some((one) => one.typed !== ''),
    forget: () => drafts.forget(view.check),
  };
}

export type Check = ReturnType<typeof useCheck>;

/** What keeps the place that is due from being signed now, in words; null where nothing does. */
export function missing({ due, qa, date, dated }: Check): string | null {
  if (!due) return 'Nothing on this sheet is yours to sign.';
  if (dated && !date) return 'Enter the date first.';
  if (due.place.role !== 'iqa' || !qa) return null;
  if (qa.faults > 0) return 'Put right the QA marks that cannot be read first.';
  if (qa.decision.outcome !== 'incomplete') return null;
  const left = qa.decision.unmarked.length;
  return `${left} ${left === 1 ? 'section has' : 'sections have'} no QA mark yet.`;
}
