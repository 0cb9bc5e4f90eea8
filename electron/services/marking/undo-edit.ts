import type { StepTaken } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { fieldName, fieldNamed } from '../../../shared/api/field-name.ts';
import type { ParsedInput, SheetField } from '../../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { withChange, withoutChange } from '../../../shared/lib/text-change.ts';
import { evidenceFor } from '../../../shared/rules/criterion-evidence.ts';
import { keepFieldVersion } from '../../db/stores/sheet-store.ts';
import { firstUndone, lastStep, setUndone, stepsLeft, type UndoStep } from '../../db/stores/undo-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { heldEvidence } from '../portfolio/held-evidence.ts';
import { undoFailedSignings } from '../sign-off/settle-signings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Draft, draftToEdit, storeEdit } from './draft-to-edit.ts';
import { heldIn, valueIn, withHeld } from './field-value.ts';
import { numberOf } from './judge-criterion.ts';

/** Takes back the last edit of a draft, whichever field it was in; null where there is none. Refused as an edit is. */
export function undoEdit(workspace: Workspace, of: ParsedInput<'sheets.undo'>): Result<StepTaken | null, AppError> {
  return take(workspace, of, true);
}

/** Does again what was undone last; null where there is nothing, or something was edited since. */
export function redoEdit(workspace: Workspace, of: ParsedInput<'sheets.redo'>): Result<StepTaken | null, AppError> {
  return take(workspace, of, false);
}

function take(
  workspace: Workspace,
  { sheet, revision }: ParsedInput<'sheets.undo'>,
  back: boolean,
): Result<StepTaken | null, AppError> {
  undoFailedSignings(workspace);
  const { db } = workspace;
  const of = { sheet, revision };
  return inTransaction<StepTaken | null, AppError>(db, () => {
    const draft = draftToEdit(workspace, sheet, revision);
    if (!draft.ok) return draft;
    const step = back ? lastStep(db, of) : firstUndone(db, of);
    if (!step) return ok(null);
    const field = fieldNamed(step.field);
    const taken = stepTaken(workspace, draft.value, field, step, back);
    if (!taken.ok) return taken;
    const at = workspace.clock.now();
    const stored = storeEdit(workspace, draft.value, taken.value, field.kind === 'redo' ? null : field.section, at);
    setUndone(db, of, step.sequence, back);
    const [before, value] = [valueIn(draft.value.fields, field), valueIn(taken.value, field)];
    // What the field held a moment ago stays a version of it.
    keepFieldVersion(db, { ...of, field: fieldName(field), before, value, at }, 0);
    return ok({ ...stored, steps: stepsLeft(db, of), field });
  });
}

function stepTaken(
  workspace: Workspace,
  { attempt, found, fields }: Draft,
  field: SheetField,
  { change, sequence }: UndoStep,
  back: boolean,
): Result<Draft['fields'], AppError> {
  if (field.kind !== 'redo' && fields.sections.find((one) => one.section === field.section)?.carried) {
    return err({ code: 'section-carried', section: field.section });
  }
  const held = heldIn(fields, field);
  const to = back ? withoutChange(held, change) : withChange(held, change);
  if (to === null) throw new Error(`Step ${sequence} does not fit what ${field.kind} holds`);
  const { scheme } = found.assessment;
  const after = withHeld(scheme, fields, field, to);
  if (field.kind !== 'criterion-met' || scheme.rule.kind !== 'criteria-met') return ok(after);
  const criterion = scheme.sections.flatMap((one) => one.criteria).find((one) => one.id === field.criterion);
  const entry = after.sections.flatMap((one) => one.criteria).find((one) => one.criterion === field.criterion);
  // Achieved again, where what it was achieved on may have been taken away since.
  if (!criterion || entry?.met !== 'achieved' || entry.carried) return ok(after);
  const proof = evidenceFor(criterion, heldEvidence(workspace, attempt.learner, found));
  if (proof.length > 0) return ok(after);
  return err({ code: 'criterion-without-evidence', criterion: numberOf(found.assessment, criterion) });
}
