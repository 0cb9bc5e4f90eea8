import { useEffect } from 'react';
import type { SheetView } from '../../../shared/api/contract.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import { useMarking } from '../../store/marking.ts';

/** Milliseconds without a newer version before the sheet is rehearsed. */
const REST = 500;

/** Keeps the number of things to do true while the sheet changes. */
export function useRehearsing(sheet: SheetId, version: number, state: SheetView['state']): void {
  const rehearse = useMarking((marking) => marking.rehearse);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every version stored is rehearsed anew
  useEffect(() => {
    if (state !== 'draft') return;
    const timer = setTimeout(() => void rehearse(sheet), REST);
    return () => clearTimeout(timer);
  }, [rehearse, sheet, version, state]);
}
