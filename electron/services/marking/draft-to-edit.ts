import type { EditSaved } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { Instant } from '../../../shared/lib/dates.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import type { SectionEntry } from '../../../shared/model/mark-sheet.ts';
import type { Assessment, Pack } from '../../../shared/model/pack.ts';
import type { Attempt } from '../../../shared/model/submission.ts';
import { decide } from '../../../shared/rules/decision.ts';
import { readAttempt } from '../../db/stores/attempt-store.ts';
import { readSections, readSheet, type StoredSheet, touchSheet, updateSection } from '../../db/stores/sheet-store.ts';
import { getAssessment } from '../packs/packs.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Fields } from './field-value.ts';

/** A draft at the revision that an edit is for, with all that an edit looks at. */
export type Draft = {
  readonly sheet: StoredSheet;
  readonly attempt: Attempt;
  readonly found: { readonly pack: Pack; readonly assessment: Assessment };
  readonly fields: Fields;
};

/** The sheet as it takes an edit; refused where it is frozen or moved on, so that a late edit never lands on another. */
export function draftToEdit(workspace: Workspace, id: SheetId, revision: number): Result<Draft, AppError> {
  const sheet = readSheet(workspace.db, id);
  if (!sheet) return err({ code: 'sheet-unknown' });
  if (sheet.revision !== revision) return err({ code: 'sheet-moved-on', revision: sheet.revision });
  if (sheet.state !== 'draft') return err({ code: 'sheet-frozen' });
  const attempt = readAttempt(workspace.db, sheet.attempt);
  if (!attempt) return err({ code: 'attempt-unknown' });
  if (attempt.returned) return err({ code: 'attempt-returned' });
  const found = getAssessment(workspace, sheet.pack, sheet.assessment);
  if (!found.ok) return found;
  return ok({
    sheet,
    attempt,
    found: found.value,
    fields: { sections: readSections(workspace.db, id), redo: sheet.redo },
  });
}

/** Stores the fields after an edit of one section, or of the whole sheet where it names none; gives what is stored. */
export function storeEdit(
  workspace: Workspace,
  { sheet, found }: Draft,
  { sections, redo }: Fields,
  edited: string | null,
  at: Instant,
): Omit<EditSaved, 'steps'> {
  const section: SectionEntry | null = sections.find((one) => one.section === edited) ?? null;
  const decision = decide(found.assessment.scheme, sections, redo);
  const version = sheet.version + 1;
  if (section) updateSection(workspace.db, sheet.id, section);
  touchSheet(workspace.db, sheet.id, { version, redo, decision, sections, at });
  return { version, savedAt: at, section, redo, decision };
}
