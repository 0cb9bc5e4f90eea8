import { randomUUID } from 'node:crypto';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Highlight, HighlightKind } from '../../../shared/model/highlight.ts';
import type { HighlightId, ScriptId, SheetId } from '../../../shared/model/ids.ts';
import { readAttempt } from '../../db/stores/attempt-store.ts';
import {
  highlightsOf,
  insertHighlight,
  nextHighlightNumber,
  readHighlight,
  setHighlightRemoved,
  updateHighlight,
} from '../../db/stores/highlight-store.ts';
import { readSections, readSheet, type StoredSheet } from '../../db/stores/sheet-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The places of the attempt's scripts that the assessor marked on a sheet, by number. */
export function listHighlights(workspace: Workspace, sheet: SheetId): Result<readonly Highlight[], AppError> {
  if (!readSheet(workspace.db, sheet)) return err({ code: 'sheet-unknown' });
  return ok(highlightsOf(workspace.db, sheet));
}

/** Marks a place of one of the attempt's scripts. Drafts as feedback is, so no event tells of it. */
export function addHighlight(
  workspace: Workspace,
  { sheet: id, revision, script, kind, section, anchor, words, note }: ParsedInput<'highlights.add'>,
): Result<Highlight, AppError> {
  return onSheet(workspace, { sheet: id, revision }, (sheet) => {
    const open = mayChange(workspace, sheet, { kind, section });
    if (!open.ok) return open;
    if (!belongs(workspace, sheet, script)) return err({ code: 'script-unknown' });
    const highlight: Highlight = {
      id: randomUUID() as HighlightId,
      number: nextHighlightNumber(workspace.db, id),
      script,
      kind,
      section,
      anchor,
      words,
      note,
      createdAt: workspace.clock.now(),
    };
    insertHighlight(workspace.db, id, highlight);
    return ok(highlight);
  });
}

/** Changes what a highlight is for, and the assessor's words beside it. */
export function editHighlight(
  workspace: Workspace,
  { highlight: id, kind, section, note, ...which }: ParsedInput<'highlights.edit'>,
): Result<Highlight, AppError> {
  return onHighlight(workspace, { ...which, highlight: id }, (sheet, before) => {
    const open = mayChange(workspace, sheet, { kind, section });
    if (!open.ok) return open;
    const highlight: Highlight = { ...before, kind, section, note };
    updateHighlight(workspace.db, highlight);
    return ok(highlight);
  });
}

/** Takes a highlight off the sheet; its number is not given again. */
export function removeHighlight(workspace: Workspace, which: ParsedInput<'highlights.remove'>): Result<null, AppError> {
  return onHighlight(workspace, which, (_sheet, { id }) => {
    setHighlightRemoved(workspace.db, id, true);
    return ok(null);
  });
}

/** Brings back a highlight that was removed. */
export function restoreHighlight(
  workspace: Workspace,
  which: ParsedInput<'highlights.restore'>,
): Result<Highlight, AppError> {
  return onHighlight(
    workspace,
    which,
    (_sheet, highlight) => {
      setHighlightRemoved(workspace.db, highlight.id, false);
      return ok(highlight);
    },
    true,
  );
}

type OfSheet = { readonly sheet: SheetId; readonly revision: number };
type Purpose = { readonly kind: HighlightKind; readonly section: string | null };

function onSheet<T>(
  workspace: Workspace,
  { sheet: id, revision }: OfSheet,
  change: (sheet: StoredSheet) => Result<T, AppError>,
): Result<T, AppError> {
  return inTransaction<T, AppError>(workspace.db, () => {
    const sheet = readSheet(workspace.db, id);
    if (!sheet) return err({ code: 'sheet-unknown' });
    if (sheet.revision !== revision) return err({ code: 'sheet-moved-on', revision: sheet.revision });
    return change(sheet);
  });
}

/** As it stands now; one that was removed is there only for whoever asks for it. */
function onHighlight<T>(
  workspace: Workspace,
  { highlight: id, ...which }: OfSheet & { readonly highlight: HighlightId },
  change: (sheet: StoredSheet, highlight: Highlight) => Result<T, AppError>,
  removed = false,
): Result<T, AppError> {
  return onSheet(workspace, which, (sheet) => {
    const found = readHighlight(workspace.db, which.sheet, id);
    if (!found || found.removed !== removed) return err({ code: 'highlight-unknown' });
    const open = mayChange(workspace, sheet, found.highlight);
    return open.ok ? change(sheet, found.highlight) : open;
  });
}

/** A note is the assessor's own at any time. What backs feedback is frozen with it. */
function mayChange({ db }: Workspace, sheet: StoredSheet, { kind, section }: Purpose): Result<null, AppError> {
  const entry = section === null ? undefined : readSections(db, sheet.id).find((one) => one.section === section);
  if (section !== null && !entry) return err({ code: 'section-unknown', section });
  if (kind === 'note') return ok(null);
  if (!entry) return err({ code: 'section-unknown', section: '' });
  if (sheet.state !== 'draft') return err({ code: 'sheet-frozen' });
  if (entry.carried) return err({ code: 'section-carried', section: entry.section });
  return ok(null);
}

function belongs({ db }: Workspace, sheet: StoredSheet, script: ScriptId): boolean {
  return readAttempt(db, sheet.attempt)?.scripts.some((one) => one.id === script) ?? false;
}
