import { fieldName } from '../../shared/api/field-name.ts';
import type { FieldEdit, SheetField } from '../../shared/api/inputs.ts';
import type { CriterionEntry, SectionEntry } from '../../shared/model/mark-sheet.ts';

/** One field of a sheet, told apart from every other of the same sheet. */
export type FieldKey = string & { readonly fieldKey: unique symbol };

/** The key of a field, or of the one that an edit is for. */
export function keyOf(field: SheetField | FieldEdit): FieldKey {
  return fieldName(field) as FieldKey;
}

/** A mark as it stands in its field; an empty field is no mark. */
export function markText(mark: number | null): string {
  return mark === null ? '' : String(mark);
}

/** What was entered for a criterion; nothing yet where the section has no entry of it. */
export function criterionEntry(entry: SectionEntry | undefined, criterion: string): CriterionEntry {
  return entry?.criteria.find((one) => one.criterion === criterion) ?? { criterion, mark: null, met: null, seen: [] };
}
