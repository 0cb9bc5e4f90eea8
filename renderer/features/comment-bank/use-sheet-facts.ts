import { useMemo } from 'react';
import type { SheetId } from '../../../shared/model/ids.ts';
import type { PlaceholderValues } from '../../../shared/rules/bank-placeholders.ts';
import { useMarking } from '../../store/marking.ts';
import { usePacks } from '../../store/packs.ts';

/** What the bank needs of a sheet: where it stands in a pack, and whom it is about. */
export function useSheetFacts(sheet: SheetId) {
  const view = useMarking((state) => state.sheets.get(sheet)?.view);
  const pack = usePacks((state) => (view ? state.packs[view.attempt.pack]?.code : undefined));
  const learner = view?.learner.name ?? '';
  const units = view?.assessment.units;
  const values = useMemo<PlaceholderValues>(() => ({ learner, units: units ?? [] }), [learner, units]);
  return { pack: pack ?? '', assessment: view?.assessment.id ?? '', values };
}
