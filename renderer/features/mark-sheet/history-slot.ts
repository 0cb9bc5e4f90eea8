import { createContext, type ReactNode, useContext } from 'react';
import type { SheetField } from '../../../shared/api/inputs.ts';

/** What the desk puts beside a field for its history. Keep it stable. */
export type HistorySlot = (field: SheetField) => ReactNode;

const HistorySlotContext = createContext<HistorySlot | null>(null);
export const HistorySlotProvider = HistorySlotContext.Provider;

/** The desk's way to a field's history; null where there is none. */
export function useHistorySlot(): HistorySlot | null {
  return useContext(HistorySlotContext);
}
