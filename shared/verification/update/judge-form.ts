import { changedKeys, entry, integerOf, itemsOf, type PdfDict, type PdfValue, sameValue } from '../pdf/value.ts';
import { safeText } from '../safe-text.ts';
import { type Effect, refused } from './effect.ts';
import { judgeNewField } from './judge-field.ts';
import type { Step } from './step.ts';

/** Signatures exist; append only. */
const SIGNATURE_FLAGS = 3;

/** Judges the change of the form's own dictionary: signature fields and fonts may be added, nothing taken away. */
export function judgeForm(step: Step, from: PdfDict, to: PdfDict): readonly Effect[] {
  return changedKeys(from, to).flatMap((key) => {
    const before = step.file.resolve(step.older, entry(from, key));
    const after = step.file.resolve(step.newer, entry(to, key));
    if (key === 'Fields') return judgeFieldList(step, before, after);
    return isHarmless(step, key, before, after) ? [] : refused({ what: 'form', key: safeText(key) });
  });
}

/** The fields that were there stay in their order; what follows them is judged one by one. */
export function judgeFieldList(step: Step, from: PdfValue, to: PdfValue): readonly Effect[] {
  const added = addedItems(from, to);
  if (added === null) return refused({ what: 'form', key: 'Fields' });
  return added.flatMap((item) => (item.kind === 'ref' ? judgeNewField(step, item.number) : []));
}

/** What was put behind the items that were there; null where those changed. */
export function addedItems(from: PdfValue, to: PdfValue): readonly PdfValue[] | null {
  const before = itemsOf(from);
  const after = itemsOf(to);
  const kept = before.every((item, index) => {
    const now = after[index];
    return now !== undefined && sameValue(item, now);
  });
  const added = after.slice(before.length);
  return kept && added.every((item) => item.kind === 'ref') ? added : null;
}

/** Judges the change of the form's resources in place: entries may be added. */
export function judgeResources(step: Step, from: PdfValue, to: PdfValue): readonly Effect[] {
  return onlyAdds(step, from, to, 0) ? [] : refused({ what: 'form', key: 'DR' });
}

function isHarmless(step: Step, key: string, before: PdfValue, after: PdfValue): boolean {
  switch (key) {
    case 'SigFlags': {
      const [old, now] = [integerOf(before) ?? 0, integerOf(after) ?? 0];
      return (old & ~now) === 0 && (now & ~SIGNATURE_FLAGS) === 0;
    }
    case 'NeedAppearances':
      return after.kind === 'null' || (after.kind === 'boolean' && !after.value);
    case 'DR':
      return onlyAdds(step, before, after, 0);
    default:
      return false;
  }
}

function onlyAdds(step: Step, from: PdfValue, to: PdfValue, depth: number): boolean {
  if (from.kind === 'null') return true;
  if (from.kind !== 'dict' || to.kind !== 'dict') return false;
  return changedKeys(from, to).every((key) => {
    const before = entry(from, key);
    if (before.kind === 'null') return true;
    // Under the kinds of resources lie the resources themselves, and those stay what they were.
    if (depth > 0) return false;
    return onlyAdds(step, step.file.resolve(step.older, before), step.file.resolve(step.newer, entry(to, key)), 1);
  });
}
