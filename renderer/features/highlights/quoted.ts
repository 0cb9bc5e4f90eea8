import { useMemo } from 'react';
import type { SheetId } from '../../../shared/model/ids.ts';
import { useMarking } from '../../store/marking.ts';
import { feedbackOf, feedbackTexts } from '../../store/marking-feedback.ts';
import { quotationsIn } from './quotation-text.ts';

/** The numbers of the highlights that some field of a sheet quotes, as it stands typed. */
export function useQuoted(sheet: SheetId): ReadonlySet<number> {
  const numbers = useMarking((state) => {
    const open = state.sheets.get(sheet);
    // As text, so that nothing is drawn again while the numbers stay the same.
    return open ? feedbackTexts(open).flatMap(numbersIn).join(' ') : '';
  });
  return useMemo(() => new Set(numbers.split(' ').map(Number)), [numbers]);
}

/** What a feedback field of a sheet holds, as it stands typed. */
export function useFeedbackText(sheet: SheetId, section: string, kind: 'strengths' | 'improvements'): string {
  return useMarking((state) => {
    const open = state.sheets.get(sheet);
    return open ? feedbackOf(open, section, kind) : '';
  });
}

function numbersIn(text: string): readonly number[] {
  // Most fields hold none, and are looked at with every key that is pressed.
  return text.includes('> [') ? quotationsIn(text).map((one) => one.number) : [];
}
