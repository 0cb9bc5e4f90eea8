import type { EditSaved, SheetView, StepTaken } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/api/errors.ts';
import { fieldOf } from '../../shared/api/field-name.ts';
import type { SheetField } from '../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { type TextChange, textChange } from '../../shared/lib/text-change.ts';
import type { SheetId } from '../../shared/model/ids.ts';
import type { SectionEntry } from '../../shared/model/mark-sheet.ts';
import { call } from '../api/call.ts';
import { criterionEntry, type FieldKey, keyOf } from './marking-field.ts';
import type { Draft } from './marking-queue.ts';
import { losesNothing } from './marking-trouble.ts';

/** The field that an undo or a redo changed, and where its text differs from before; null where it holds no text. */
export type ShownStep = { readonly field: SheetField; readonly change: TextChange | null };
export type TakeStep = (sheet: SheetId, way: 'undo' | 'redo') => Promise<Result<ShownStep | null, AppError>>;

/** A sheet as it is stored, and what was typed and is not. */
type OpenSheet = { readonly view: SheetView; readonly drafts: ReadonlyMap<FieldKey, Draft> };

type Wiring = {
  readonly open: (sheet: SheetId) => OpenSheet | undefined;
  readonly save: (sheet: SheetId) => Promise<boolean>;
  /** Gives up what was typed into a field and refused. */
  readonly drop: (sheet: SheetId, key: FieldKey) => void;
  readonly onSaved: (sheet: SheetId, revision: number, saved: EditSaved) => void;
  /** The sheet is no longer the one that was being edited. */
  readonly onRefused: (sheet: SheetId, error: AppError) => void;
};

/**
 * Undo and redo over the fields of a sheet, one step after another however fast they are asked for. What is typed is
 * stored before a step is taken, so that the step is the last thing typed and nothing is lost. Null: there is none.
 */
export function stepTaking({ open, save, drop, onSaved, onRefused }: Wiring): TakeStep {
  const turns = new Map<SheetId, Promise<unknown>>();

  const take: TakeStep = async (sheet, way) => {
    const saved = await save(sheet);
    const before = open(sheet);
    if (before?.view.state !== 'draft') return ok(null);
    const refused = [...before.drafts].findLast(([, { error }]) => error !== null);
    if (!saved && refused) {
      const [key, { edit, error }] = refused;
      // Words that could not be stored are never given up; a refused mark is what undo is asked to take back.
      if (error && !(way === 'undo' && losesNothing(error))) return err(error);
      drop(sheet, key);
      return ok({ field: fieldOf(edit), change: null });
    }
    const { revision } = before.view;
    const reply = await call(`sheets.${way}`, { sheet, revision });
    if (!reply.ok) {
      onRefused(sheet, reply.error);
      return reply;
    }
    if (reply.value === null) return ok(null);
    onSaved(sheet, revision, reply.value);
    const { field } = reply.value;
    // Somebody who types on is left where they are.
    const typing = open(sheet)?.drafts.has(keyOf(field)) ?? false;
    return ok(typing ? null : { field, change: changeOf(before, reply.value) });
  };

  return (sheet, way) => {
    const turn = (turns.get(sheet) ?? Promise.resolve()).then(() => take(sheet, way));
    turns.set(sheet, turn);
    return turn;
  };
}

function changeOf({ view }: OpenSheet, { field, section }: StepTaken): TextChange | null {
  if (field.kind === 'redo') return null;
  const was = view.sections.find((one) => one.section === field.section);
  const [before, after] = [textOf(was, field), textOf(section ?? undefined, field)];
  return before === null || after === null ? null : textChange(before, after);
}

function textOf(entry: SectionEntry | undefined, field: SheetField): string | null {
  if (field.kind === 'strengths' || field.kind === 'improvements') return entry?.[field.kind] ?? '';
  return field.kind === 'judgement' ? (criterionEntry(entry, field.criterion).judgement ?? '') : null;
}
