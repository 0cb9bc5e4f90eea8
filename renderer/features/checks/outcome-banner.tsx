import { decisionReasons, outcomeWord } from '../../../shared/api/decision-sentences.ts';
import type { Decision, SignedSheet } from '../../../shared/model/mark-sheet.ts';
import { Notice } from '../../ui/notice.tsx';

type Props = { readonly sheet: SignedSheet; readonly qa: Decision };

/** Stands where the QA marks come to another outcome than the assessor's, with the reasons of both. */
export function OutcomeBanner({ sheet: { decision, scheme }, qa }: Props) {
  if (qa.outcome === 'incomplete' || qa.outcome === decision.outcome) return null;
  return (
    <Notice tone="warning">
      <strong>
        The QA marks come to {outcomeWord(qa.outcome)}, the assessor’s to {outcomeWord(decision.outcome)}.
      </strong>{' '}
      {said('QA', decisionReasons(qa, scheme))}
      {said('Assessor', decisionReasons(decision, scheme))}
      Signing records both; the assessor’s decision stays visible. Take it up with the assessor.
    </Notice>
  );
}

function said(who: string, reasons: readonly string[]): string {
  return reasons.length === 0 ? '' : `${who}: ${reasons.join('; ')}. `;
}
