import type { FieldEdit } from '../../shared/api/inputs.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';
import type { CriterionEntry, SectionEntry } from '../../shared/model/mark-sheet.ts';

/** One field of a sheet, told apart from every other of the same sheet. */
export type FieldKey = string & { readonly fieldKey: unique symbol };

/** The key of the field that an edit is for. */
export function keyOf(edit: FieldEdit): FieldKey {
  return parts(edit).join('\u0000') as FieldKey;
}

function parts(edit: FieldEdit): readonly string[] {
  switch (edit.kind) {
    case 'strengths':
    case 'improvements':
    case 'mark':
      return [edit.kind, edit.section];
    case 'criterion-mark':
    case 'criterion-met':
    case 'judgement':
    case 'seen':
      return [edit.kind, edit.section, edit.criterion];
    case 'redo':
      return [edit.kind];
    default:
      return assertNever(edit);
  }
}

/** A mark as it stands in its field; an empty field is no mark. */
export function markText(mark: number | null): string {
  return mark === null ? '' : String(mark);
}

/** What was entered for a criterion; nothing yet where the section has no entry of it. */
export function criterionEntry(entry: SectionEntry | undefined, criterion: string): CriterionEntry {
  return entry?.criteria.find((one) => one.criterion === criterion) ?? { criterion, mark: null, met: null, seen: [] };
}
