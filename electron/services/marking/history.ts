import type { EditSaved, FieldHistory } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { fieldName } from '../../../shared/api/field-name.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { readPersonName } from '../../db/stores/people-store.ts';
import { fieldVersions, readFieldVersion, readSections, readSheet } from '../../db/stores/sheet-store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { editSheet } from './edit-sheet.ts';
import { editOf, valueIn } from './field-value.ts';

/** Versions in one answer. */
const AT_A_TIME = 100;

/** What a field held, the newest first, over all revisions; it can be read whatever became of the sheet. */
export function fieldHistory(
  { db }: Workspace,
  { sheet: id, field, before }: ParsedInput<'sheets.history'>,
): Result<FieldHistory, AppError> {
  const sheet = readSheet(db, id);
  if (!sheet) return err({ code: 'sheet-unknown' });
  const fields = { sections: readSections(db, id), redo: sheet.redo };
  if (field.kind !== 'redo' && !fields.sections.some((one) => one.section === field.section)) {
    return err({ code: 'section-unknown', section: field.section });
  }
  const found = fieldVersions(db, { sheet: id, field: fieldName(field), before }, AT_A_TIME + 1);
  return ok({
    versions: found.slice(0, AT_A_TIME).map((one) => ({ ...one, value: editOf(field, one.value) })),
    now: editOf(field, valueIn(fields, field)),
    more: found.length > AT_A_TIME,
    assessor: readPersonName(db, sheet.assessor) ?? '',
  });
}

/** Makes a field hold a version of it again: an edit like any other, refused as one and undone as one. */
export function restoreVersion(
  workspace: Workspace,
  { sheet, revision, field, version }: ParsedInput<'sheets.restore'>,
): Result<EditSaved, AppError> {
  if (!readSheet(workspace.db, sheet)) return err({ code: 'sheet-unknown' });
  const found = readFieldVersion(workspace.db, sheet, fieldName(field), version);
  if (!found) return err({ code: 'field-version-unknown' });
  return editSheet(workspace, { sheet, revision, field: editOf(field, found.value) }, true);
}
