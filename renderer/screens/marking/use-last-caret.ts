import { useCallback, useEffect, useRef } from 'react';
import type { SheetId } from '../../../shared/model/ids.ts';
import { fieldAt } from '../../ui/sheet-field.ts';

type Left = {
  readonly sheet: SheetId;
  readonly section: string;
  readonly kind: 'strengths' | 'improvements';
  readonly at: number;
};

/** Gives where the caret was left in a feedback field; null where the last one that had it was another. */
export function useLastCaret(sheet: SheetId): (section: string, kind: Left['kind']) => number | null {
  const left = useRef<Left | null>(null);
  useEffect(() => {
    const leave = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLTextAreaElement)) return;
      const field = fieldAt(target);
      if (field?.kind !== 'strengths' && field?.kind !== 'improvements') return;
      left.current = { sheet, section: field.section, kind: field.kind, at: target.selectionEnd };
    };
    document.addEventListener('focusout', leave);
    return () => document.removeEventListener('focusout', leave);
  }, [sheet]);
  return useCallback(
    (section, kind) => {
      const { current } = left;
      return current?.sheet === sheet && current.section === section && current.kind === kind ? current.at : null;
    },
    [sheet],
  );
}
