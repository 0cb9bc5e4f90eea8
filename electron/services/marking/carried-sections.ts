import type { SheetView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { EventKind } from '../../../shared/model/audit.ts';
import type { CarriedFrom, SectionEntry } from '../../../shared/model/mark-sheet.ts';
import type { Scheme } from '../../../shared/model/pack.ts';
import { carryForward, openedSection } from '../../../shared/rules/carry-forward.ts';
import { decide } from '../../../shared/rules/decision.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import { readSections, readSheet, touchSheet, updateSection } from '../../db/stores/sheet-store.ts';
import { revisionsOf } from '../../db/stores/signing-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { getAssessment } from '../packs/packs.ts';
import { undoFailedSignings } from '../sign-off/settle-signings.ts';
import { parseSignedSheet } from '../sign-off/signed-content.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import { viewSheet } from './sheet-view.ts';

type Target = Pick<ParsedInput<'sheets.carry-again'>, 'sheet' | 'revision' | 'section'>;
type Carried = SectionEntry & { readonly carried: CarriedFrom };
type Change = { readonly entry: SectionEntry; readonly kind: EventKind; readonly reason: string | null };

/**
 * Opens a carried section of a draft again for a reason: the work was changed, or authorship is in doubt. What was
 * carried stays in it as a start; from here on it is marked in this attempt.
 */
export function openSection(
  workspace: Workspace,
  { reason, ...target }: ParsedInput<'sheets.open-section'>,
): Result<SheetView, AppError> {
  return change(workspace, target, (entry) => ok({ entry: openedSection(entry), kind: 'section-reopened', reason }));
}

/**
 * Takes a carried section anew from the latest signed revision of the sheet that it comes from. Refused while that sheet
 * is open, where nothing newer is signed, and where the newer revision refers the section.
 */
export function carryAgain(
  workspace: Workspace,
  target: ParsedInput<'sheets.carry-again'>,
): Result<SheetView, AppError> {
  return change(workspace, target, ({ section, carried }, scheme) => {
    const stale = err({ code: 'section-not-stale', section } as const);
    const latest = revisionsOf(workspace.db, carried.sheet).at(-1);
    if (!latest || latest.digest === carried.digest || readSheet(workspace.db, carried.sheet)?.state !== 'signed') {
      return stale;
    }
    const signed = parseSignedSheet(latest.content);
    const was = signed.scheme.sections.find((one) => one.id === section);
    const is = scheme.sections.find((one) => one.id === section);
    if (!was || !is || canonicalJson(was) !== canonicalJson(is)) return stale;
    const entry = carryForward(signed, latest.digest)?.find((one) => one.section === section);
    if (!entry?.carried) return stale;
    return ok({ entry, kind: 'section-carried-again', reason: null });
  });
}

function change(
  workspace: Workspace,
  { sheet: id, revision, section }: Target,
  edit: (entry: Carried, scheme: Scheme) => Result<Change, AppError>,
): Result<SheetView, AppError> {
  undoFailedSignings(workspace);
  const changed = inTransaction<null, AppError>(workspace.db, () => {
    const sheet = readSheet(workspace.db, id);
    if (!sheet) return err({ code: 'sheet-unknown' });
    if (sheet.revision !== revision) return err({ code: 'sheet-moved-on', revision: sheet.revision });
    if (sheet.state !== 'draft') return err({ code: 'sheet-frozen' });
    const found = getAssessment(workspace, sheet.pack, sheet.assessment);
    if (!found.ok) return found;
    const { scheme } = found.value.assessment;
    const before = readSections(workspace.db, id);
    const entry = before.find((one) => one.section === section);
    if (!entry) return err({ code: 'section-unknown', section });
    const { carried } = entry;
    if (!carried) return err({ code: 'section-not-carried', section });
    const edited = edit({ ...entry, carried }, scheme);
    if (!edited.ok) return edited;
    const sections = before.map((one) => (one.section === section ? edited.value.entry : one));
    const at = workspace.clock.now();
    const { redo, version } = sheet;
    updateSection(workspace.db, id, edited.value.entry);
    touchSheet(workspace.db, id, {
      version: version + 1,
      redo,
      decision: decide(scheme, sections, redo),
      sections,
      at,
    });
    const { kind, reason } = edited.value;
    const to = edited.value.entry.carried;
    const payload = { sheet: id, revision, section, from: { ...carried }, to: to && { ...to }, reason };
    appendEvent(workspace.db, { at, actor: ownerOf(workspace).id, kind, payload });
    return ok(null);
  });
  return changed.ok ? viewSheet(workspace, id) : changed;
}
