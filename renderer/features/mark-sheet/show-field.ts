import type { SheetField } from '../../../shared/api/inputs.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { TextChange } from '../../../shared/lib/text-change.ts';
import { elementOf } from '../../ui/sheet-field.ts';
import { focusPart, type SheetPart, type SheetPlace } from './sheet-place.ts';

/** Frames in which another section comes into sight. */
const PATIENCE = 12;

/** Where on the sheet a field is. */
export function placeOfField(field: SheetField): SheetPlace & { readonly part: SheetPart } {
  switch (field.kind) {
    case 'strengths':
    case 'improvements':
    case 'mark':
      return { section: field.section, part: field.kind };
    case 'criterion-mark':
    case 'criterion-met':
      return { section: field.section, part: 'mark', criterion: field.criterion };
    case 'judgement':
      return { section: field.section, part: 'judgement', criterion: field.criterion };
    case 'seen':
      return { section: field.section, part: 'criteria', criterion: field.criterion };
    case 'redo':
      return { section: null, part: 'redo' };
    default:
      return assertNever(field);
  }
}

/** Gives the keyboard to a field as soon as it is on show, with the caret behind what changed in its text. */
export function reachField(
  root: () => ParentNode | null,
  field: SheetField,
  change: TextChange | null,
  frames = PATIENCE,
): void {
  const there = elementOf(root(), field) !== null && focusPart(root(), placeOfField(field).part);
  if (there && putCaret(document.activeElement, change)) return;
  if (frames > 0) requestAnimationFrame(() => reachField(root, field, change, frames - 1));
}

/** False while the text is not there that the change is about. */
function putCaret(active: Element | null, change: TextChange | null): boolean {
  if (!change || !(active instanceof HTMLTextAreaElement)) return true;
  const { at, inserted } = change;
  if (!active.value.startsWith(inserted, at)) return false;
  active.setSelectionRange(at + inserted.length, at + inserted.length);
  return true;
}
