import type { EditSaved } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { FieldEdit, ParsedInput } from '../../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { SectionEntry } from '../../../shared/model/mark-sheet.ts';
import { decide } from '../../../shared/rules/decision.ts';
import { readAttempt } from '../../db/stores/attempt-store.ts';
import { keepFieldVersion, readSections, readSheet, touchSheet, updateSection } from '../../db/stores/sheet-store.ts';
import { revisionsOf } from '../../db/stores/signing-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { getAssessment } from '../packs/packs.ts';
import { heldEvidence } from '../portfolio/held-evidence.ts';
import { undoFailedSignings } from '../sign-off/settle-signings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { editSection, storedText } from './edit-section.ts';
import { type Judging, judgeCriterion } from './judge-criterion.ts';

/** A burst of typing in one field is one version of it. */
const COALESCE_MS = 30_000;

/**
 * Saves one field of one revision. What answers is what is stored; where the sheet is frozen or at another revision,
 * nothing is stored, so that a late edit can never land on another sheet.
 */
export function editSheet(workspace: Workspace, input: ParsedInput<'sheets.edit'>): Result<EditSaved, AppError> {
  const { sheet: id, revision, field } = input;
  undoFailedSignings(workspace);
  return inTransaction<EditSaved, AppError>(workspace.db, () => {
    const sheet = readSheet(workspace.db, id);
    if (!sheet) return err({ code: 'sheet-unknown' });
    if (sheet.revision !== revision) return err({ code: 'sheet-moved-on', revision: sheet.revision });
    if (sheet.state !== 'draft') return err({ code: 'sheet-frozen' });
    const attempt = readAttempt(workspace.db, sheet.attempt);
    if (!attempt) return err({ code: 'attempt-unknown' });
    if (attempt.returned) return err({ code: 'attempt-returned' });
    const found = getAssessment(workspace, sheet.pack, sheet.assessment);
    if (!found.ok) return found;
    const { assessment } = found.value;
    const { scheme } = assessment;
    const at = workspace.clock.now();
    const judging: Judging = {
      assessment,
      attempt: attempt.number,
      at,
      signedAt: sheet.revision > 1 ? (revisionsOf(workspace.db, id).at(-1)?.signedAt ?? null) : null,
      held: () => heldEvidence(workspace, attempt.learner, found.value),
    };
    const before = readSections(workspace.db, id);
    const edited = applyEdit(judging, before, sheet.redo, field);
    if (!edited.ok) return edited;
    const { section, sections, redo } = edited.value;
    const decision = decide(scheme, sections, redo);
    const version = sheet.version + 1;
    if (section) updateSection(workspace.db, id, section);
    touchSheet(workspace.db, id, { version, redo, decision, sections, at });
    const kept = { sheet: id, revision, field: fieldName(field), value: fieldValue(field), at };
    keepFieldVersion(workspace.db, kept, COALESCE_MS);
    return ok({ version, savedAt: at, section, redo, decision });
  });
}

type Edited = {
  readonly section: SectionEntry | null;
  readonly sections: readonly SectionEntry[];
  readonly redo: readonly string[];
};

function applyEdit(
  judging: Judging,
  sections: readonly SectionEntry[],
  redo: readonly string[],
  field: FieldEdit,
): Result<Edited, AppError> {
  const { scheme } = judging.assessment;
  if (field.kind === 'redo') {
    const unknown = field.sections.find((one) => !scheme.sections.some((section) => section.id === one));
    if (unknown !== undefined) return err({ code: 'section-unknown', section: unknown });
    return ok({ section: null, sections, redo: [...new Set(field.sections)] });
  }
  const entry = sections.find((one) => one.section === field.section);
  const section = scheme.sections.find((one) => one.id === field.section);
  if (!entry || !section) return err({ code: 'section-unknown', section: field.section });
  if (entry.carried) return err({ code: 'section-carried', section: field.section });
  const changed = editSection(scheme.rule, section, entry, field);
  if (!changed.ok) return changed;
  const after = judgeCriterion(judging, entry, changed.value, field);
  if (!after.ok) return after;
  return ok({
    section: after.value,
    sections: sections.map((one) => (one.section === field.section ? after.value : one)),
    redo,
  });
}

function fieldName(field: FieldEdit): string {
  if (field.kind === 'redo') return 'redo';
  return 'criterion' in field ? `${field.kind}/${field.section}/${field.criterion}` : `${field.kind}/${field.section}`;
}

function fieldValue(field: FieldEdit): string {
  switch (field.kind) {
    case 'strengths':
    case 'improvements':
    case 'judgement':
      return storedText(field.text);
    case 'mark':
    case 'criterion-mark':
      return field.typed.trim();
    case 'criterion-met':
      return field.met ?? '';
    case 'seen':
      return JSON.stringify(field.seen);
    case 'redo':
      return JSON.stringify(field.sections);
  }
}
