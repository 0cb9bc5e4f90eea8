import { createContext, type ReactNode, useContext } from 'react';
import type { CriterionEntry } from '../../../shared/model/mark-sheet.ts';
import type { SchemeCriterion } from '../../../shared/model/pack.ts';

/** A criterion whose evidence is shown. */
export type EvidencePlace = {
  readonly criterion: SchemeCriterion;
  readonly entry: CriterionEntry;
  /** In full, with what can be done; otherwise by its numbers in one line. */
  readonly current: boolean;
  readonly locked: boolean;
};

/** What the desk puts into a sheet whose criteria are achieved on evidence. Keep it stable. */
export type EvidenceSlot = {
  readonly show: (place: EvidencePlace) => ReactNode;
  /** The numbers of the evidence that a criterion points at now; null until that is read. */
  readonly pointsAt: (criterion: SchemeCriterion, entry: CriterionEntry) => readonly number[] | null;
  readonly add: (criterion: SchemeCriterion) => void;
  /** Takes the page of the script that is being read as evidence for a criterion. */
  readonly takePage: (criterion: SchemeCriterion) => void;
};

const EvidenceSlotContext = createContext<EvidenceSlot | null>(null);
export const EvidenceSlotProvider = EvidenceSlotContext.Provider;

/** The desk's way to the evidence; null where the sheet is not judged by it. */
export function useEvidenceSlot(): EvidenceSlot | null {
  return useContext(EvidenceSlotContext);
}
