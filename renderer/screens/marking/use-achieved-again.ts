import { useEffect } from 'react';
import type { PortfolioView, SheetView } from '../../../shared/api/contract.ts';
import { evidenceFor } from '../../../shared/rules/criterion-evidence.ts';
import { useMarking } from '../../store/marking.ts';

/** Stores an "achieved" that was refused for want of evidence as soon as there is some. */
export function useAchievedAgain({ sheet, assessment }: SheetView, portfolio: PortfolioView | null): void {
  useEffect(() => {
    if (!portfolio) return;
    const { sheets, edit } = useMarking.getState();
    const criteria = assessment.scheme.sections.flatMap((section) => section.criteria);
    for (const draft of sheets.get(sheet)?.drafts.values() ?? []) {
      const { edit: refused, error } = draft;
      if (error?.code !== 'criterion-without-evidence' || refused.kind !== 'criterion-met') continue;
      const criterion = criteria.find((one) => one.id === refused.criterion);
      if (criterion && evidenceFor(criterion, portfolio).length > 0) edit(sheet, refused);
    }
  }, [sheet, assessment, portfolio]);
}
