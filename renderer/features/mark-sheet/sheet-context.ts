import { createContext, useContext } from 'react';
import type { SheetId } from '../../../shared/model/ids.ts';
import { type OpenSheet, useMarking } from '../../store/marking.ts';

const SheetContext = createContext<SheetId | null>(null);
/** Says which sheet the parts inside belong to. */
export const SheetProvider = SheetContext.Provider;

export function useSheetId(): SheetId {
  const sheet = useContext(SheetContext);
  if (!sheet) throw new Error('A part of a mark sheet stands outside one');
  return sheet;
}

/** A narrow look at the sheet; the component is drawn again only when what it asked for changes. */
export function useSheet<T>(select: (sheet: OpenSheet) => T): T {
  const id = useSheetId();
  return useMarking((state) => {
    const open = state.sheets.get(id);
    if (!open) throw new Error('The sheet is not open');
    return select(open);
  });
}
