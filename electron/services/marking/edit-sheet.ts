import type { EditSaved } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { fieldName } from '../../../shared/api/field-name.ts';
import type { FieldEdit, ParsedInput } from '../../../shared/api/inputs.ts';
import type { Instant } from '../../../shared/lib/dates.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { textChange } from '../../../shared/lib/text-change.ts';
import type { Db } from '../../db/connection.ts';
import { keepFieldVersion } from '../../db/stores/sheet-store.ts';
import { revisionsOf } from '../../db/stores/signing-store.ts';
import { type StepsOf, stepsLeft } from '../../db/stores/undo-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { heldEvidence } from '../portfolio/held-evidence.ts';
import { undoFailedSignings } from '../sign-off/settle-signings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { draftToEdit, storeEdit } from './draft-to-edit.ts';
import { editSection } from './edit-section.ts';
import { type Fields, heldIn, valueIn } from './field-value.ts';
import { type Judging, judgeCriterion } from './judge-criterion.ts';
import { noteStep } from './undo-steps.ts';

/** A burst of typing in one field is one version of it. */
const COALESCE_MS = 30_000;

/**
 * Saves one field of one revision. What answers is what is stored; where the sheet is frozen or at another revision,
 * nothing is stored, so that a late edit can never land on another sheet. `apart`: undone by itself, whatever was typed
 * just before.
 */
export function editSheet(
  workspace: Workspace,
  { sheet: id, revision, field }: ParsedInput<'sheets.edit'>,
  apart = false,
): Result<EditSaved, AppError> {
  undoFailedSignings(workspace);
  return inTransaction<EditSaved, AppError>(workspace.db, () => {
    const draft = draftToEdit(workspace, id, revision);
    if (!draft.ok) return draft;
    const { sheet, attempt, found, fields } = draft.value;
    const at = workspace.clock.now();
    const judging: Judging = {
      assessment: found.assessment,
      attempt: attempt.number,
      at,
      signedAt: sheet.revision > 1 ? (revisionsOf(workspace.db, id).at(-1)?.signedAt ?? null) : null,
      held: () => heldEvidence(workspace, attempt.learner, found),
    };
    const edited = applyEdit(judging, fields, field);
    if (!edited.ok) return edited;
    const stored = storeEdit(workspace, draft.value, edited.value, field.kind === 'redo' ? null : field.section, at);
    const of = { sheet: id, revision };
    keepEdit(workspace.db, of, { field, before: fields, after: edited.value, at, apart });
    return ok({ ...stored, steps: stepsLeft(workspace.db, of) });
  });
}

type Kept = {
  readonly field: FieldEdit;
  readonly before: Fields;
  readonly after: Fields;
  readonly at: Instant;
  readonly apart: boolean;
};

/** The edit as a step that can be undone, and as a version of its field. An edit that changes nothing is neither. */
function keepEdit(db: Db, of: StepsOf, { field, at, apart, ...fields }: Kept): void {
  const [before, after] = [heldIn(fields.before, field), heldIn(fields.after, field)];
  if (before === after) return;
  const [was, value] = [valueIn(fields.before, field), valueIn(fields.after, field)];
  const anew = noteStep(db, of, { field, before, after, change: textChange(was, value), at, apart });
  const version = { ...of, field: fieldName(field), before: was, value, at };
  keepFieldVersion(db, version, anew ? 0 : COALESCE_MS);
}

function applyEdit(judging: Judging, fields: Fields, field: FieldEdit): Result<Fields, AppError> {
  const { scheme } = judging.assessment;
  const { sections } = fields;
  if (field.kind === 'redo') {
    const unknown = field.sections.find((one) => !scheme.sections.some((section) => section.id === one));
    if (unknown !== undefined) return err({ code: 'section-unknown', section: unknown });
    return ok({ sections, redo: [...new Set(field.sections)] });
  }
  const entry = sections.find((one) => one.section === field.section);
  const section = scheme.sections.find((one) => one.id === field.section);
  if (!entry || !section) return err({ code: 'section-unknown', section: field.section });
  if (entry.carried) return err({ code: 'section-carried', section: field.section });
  const changed = editSection(scheme.rule, section, entry, field);
  if (!changed.ok) return changed;
  const after = judgeCriterion(judging, entry, changed.value, field);
  if (!after.ok) return after;
  return ok({ ...fields, sections: sections.map((one) => (one.section === field.section ? after.value : one)) });
}
