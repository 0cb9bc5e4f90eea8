import { fieldName } from '../../../shared/api/field-name.ts';
import type { SheetField } from '../../../shared/api/inputs.ts';
import type { Instant } from '../../../shared/lib/dates.ts';
import { isLong, type TextChange, textChange, withoutChange } from '../../../shared/lib/text-change.ts';
import type { Db } from '../../db/connection.ts';
import { dropSteps, lastStep, putStep, type StepsOf, type UndoStep } from '../../db/stores/undo-store.ts';

/** Milliseconds without a keystroke that end a burst of typing, and the longest that one lasts. */
const PAUSE_MS = 1500;
const BURST_MS = 30_000;
const CHOICES: ReadonlySet<SheetField['kind']> = new Set(['criterion-met', 'seen', 'redo']);

/** An edit as it was stored. */
export type Edited = {
  readonly field: SheetField;
  /** All that it may have changed; see `heldIn`. */
  readonly before: string;
  readonly after: string;
  /** What changed in the field's own value. */
  readonly change: TextChange;
  readonly at: Instant;
  /** Nothing joins it, whatever it is. */
  readonly apart: boolean;
};

/**
 * Adds an edit to the steps, or to the last of them where it goes on with it. What was undone before cannot be redone.
 * Gives whether what the field held before it is worth keeping: the edit is a step by itself, or begins to delete.
 */
export function noteStep(db: Db, of: StepsOf, edit: Edited): boolean {
  const last = lastStep(db, of);
  const next = (last?.sequence ?? 0) + 1;
  const dropped = dropSteps(db, of, next);
  const whole = standsAlone(edit);
  const { before, after, at } = edit;
  // After an undo a burst is another one, however soon it begins.
  const first = last && dropped === 0 && !whole && goesOn(last, edit) ? withoutChange(before, last.change) : null;
  if (last && first === after) {
    dropSteps(db, of, last.sequence);
  } else if (last && first !== null) {
    putStep(db, of, { ...last, change: textChange(first, after), savedAt: at });
  } else {
    const change = textChange(before, after);
    putStep(db, of, { sequence: next, field: fieldName(edit.field), change, whole, beganAt: at, savedAt: at });
    return whole || edit.change.inserted === '';
  }
  return false;
}

/** Whether an edit is a step by itself: a choice, a paste, a deletion of more than a word. */
function standsAlone({ field, change, apart }: Pick<Edited, 'field' | 'change' | 'apart'>): boolean {
  return apart || CHOICES.has(field.kind) || isLong(change);
}

/** Whether typing goes on: in the same field, without a pause, and not turning from writing to deleting or back. */
function goesOn(last: UndoStep, { field, change, at }: Edited): boolean {
  if (last.whole || last.field !== fieldName(field)) return false;
  const [pause, length] = [Date.parse(at) - Date.parse(last.savedAt), Date.parse(at) - Date.parse(last.beganAt)];
  if (pause < 0 || pause >= PAUSE_MS || length < 0 || length >= BURST_MS) return false;
  const onlyDeletes = last.change.inserted === '';
  // What was deleted before is put right by what follows, but for a long deletion, which is a step by itself.
  return change.inserted === '' ? onlyDeletes : !(onlyDeletes && isLong(last.change));
}
