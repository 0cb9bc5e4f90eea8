import type { AppError } from '../../../shared/api/errors.ts';
import type { FieldEdit } from '../../../shared/api/inputs.ts';
import type { SectionEntry } from '../../../shared/model/mark-sheet.ts';
import { useMarking } from '../../store/marking.ts';
import { keyOf } from '../../store/marking-field.ts';
import { useSheet, useSheetId } from './sheet-context.ts';

/** A field of the sheet as the person sees it: what they typed while it is on its way, otherwise what is stored. */
export type SheetField<Value> = {
  readonly value: Value;
  /** Why what was typed is not stored; null where it is, or is on its way. */
  readonly error: AppError | null;
  readonly put: (value: Value) => void;
  /** Sends at once what waits; for when the keyboard leaves the field. */
  readonly leave: () => void;
};

/** How one kind of field is read from an edit and from the stored sheet, and made into an edit. */
type Reading<Value> = {
  readonly typed: (edit: FieldEdit) => Value | undefined;
  readonly stored: Value;
  readonly edit: (value: Value) => FieldEdit;
};

export function useField<Value>({ typed, stored, edit }: Reading<Value>): SheetField<Value> {
  const sheet = useSheetId();
  const key = keyOf(edit(stored));
  const draft = useSheet((open) => open.drafts.get(key));
  const { edit: take, save } = useMarking.getState();
  const waiting = draft ? typed(draft.edit) : undefined;
  return {
    value: waiting === undefined ? stored : waiting,
    error: draft?.error ?? null,
    put: (value) => take(sheet, edit(value)),
    leave: () => void save(sheet),
  };
}

/** What the sheet has of a section. */
export function useEntry(section: string): SectionEntry | undefined {
  return useSheet((open) => open.view.sections.find((one) => one.section === section));
}

/** Whether a section takes no more edits: the sheet is signed, or the section was passed in an earlier attempt. */
export function useLocked(section: string): boolean {
  const carried = useEntry(section)?.carried ?? null;
  const state = useSheet((open) => open.view.state);
  return state !== 'draft' || carried !== null;
}
