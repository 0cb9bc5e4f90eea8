import type { Comparison } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Digest, SheetId } from '../../../shared/model/ids.ts';
import { type Comparable, revisionChanges } from '../../../shared/rules/revision-changes.ts';
import { readSheet } from '../../db/stores/sheet-store.ts';
import { revisionsOf } from '../../db/stores/signing-store.ts';
import { gatherSheet } from '../sign-off/sheet-content.ts';
import { parseSignedSheet } from '../sign-off/signed-content.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Two revisions of a sheet field by field; the draft as it stands now counts as the revision that it will be. */
export function compareRevisions(
  workspace: Workspace,
  { sheet, from, to }: ParsedInput<'sheets.compare'>,
): Result<Comparison, AppError> {
  if (!readSheet(workspace.db, sheet)) return err({ code: 'sheet-unknown' });
  const before = revisionOf(workspace, sheet, from);
  if (!before.ok) return before;
  const after = revisionOf(workspace, sheet, to);
  if (!after.ok) return after;
  return ok({
    sheet,
    from: { revision: from, digest: before.value.digest },
    to: { revision: to, digest: after.value.digest },
    changes: revisionChanges(before.value.content, after.value.content),
  });
}

type Found = { readonly content: Comparable; readonly digest: Digest | null };

function revisionOf(workspace: Workspace, sheet: SheetId, revision: number): Result<Found, AppError> {
  const signed = revisionsOf(workspace.db, sheet).find((one) => one.revision === revision);
  if (signed) return ok({ content: parseSignedSheet(signed.content), digest: signed.digest });
  if (readSheet(workspace.db, sheet)?.revision !== revision) return err({ code: 'revision-unknown', revision });
  const gathered = gatherSheet(workspace, sheet, workspace.clock.now());
  return gathered.ok ? ok({ content: gathered.value.draft, digest: null }) : gathered;
}
