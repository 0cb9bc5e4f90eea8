import { changedKeys, entry, type PdfDict, type PdfValue } from '../pdf/value.ts';
import { safeText } from '../safe-text.ts';
import { type Effect, refused } from './effect.ts';
import { addedItems } from './judge-form.ts';
import type { Step } from './step.ts';

/** Judges the change of a page: only the widget of a signature field that was added may join its annotations. */
export function judgePage(step: Step, number: number, from: PdfDict, to: PdfValue): readonly Effect[] {
  if (to.kind !== 'dict') return refused({ what: 'page', page: step.pages.of(number), key: null });
  const [beyond] = changedKeys(from, to).filter((key) => key !== 'Annots');
  if (beyond !== undefined) return refused({ what: 'page', page: step.pages.of(number), key: safeText(beyond) });
  return judgeAnnotations(
    step,
    step.file.resolve(step.older, entry(from, 'Annots')),
    step.file.resolve(step.newer, entry(to, 'Annots')),
  );
}

/** Judges a page's list of annotations. That a new field shows nothing is judged where the form lists it. */
export function judgeAnnotations(step: Step, from: PdfValue, to: PdfValue): readonly Effect[] {
  const added = addedItems(from, to);
  const allFields = added?.every(
    (item) => item.kind === 'ref' && step.newFields.has(item.number) && !step.oldFields.has(item.number),
  );
  return allFields ? [] : refused({ what: 'annotations' });
}
