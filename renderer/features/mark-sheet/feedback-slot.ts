import { createContext, type ReactNode, type RefObject, useContext } from 'react';
import type { SheetId } from '../../../shared/model/ids.ts';

/** A feedback field of the section on show. */
export type FeedbackPlace = {
  readonly sheet: SheetId;
  readonly section: string;
  /** The criterion in full. */
  readonly criterion: string;
  readonly kind: 'strengths' | 'improvements';
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly locked: boolean;
};

/** What the desk puts at the end of a feedback field's heading. Keep it stable. */
export type FeedbackSlot = (place: FeedbackPlace) => ReactNode;

const FeedbackSlotContext = createContext<FeedbackSlot | null>(null);
export const FeedbackSlotProvider = FeedbackSlotContext.Provider;

export function useFeedbackSlot(): FeedbackSlot | null {
  return useContext(FeedbackSlotContext);
}

const FeedbackFootContext = createContext<FeedbackSlot | null>(null);
/** What the desk puts under a feedback field. */
export const FeedbackFootProvider = FeedbackFootContext.Provider;

export function useFeedbackFoot(): FeedbackSlot | null {
  return useContext(FeedbackFootContext);
}
