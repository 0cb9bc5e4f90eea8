import type { SheetView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { readAttempt } from '../../db/stores/attempt-store.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import { beginRevision, readSheet } from '../../db/stores/sheet-store.ts';
import { revisionsOf } from '../../db/stores/signing-store.ts';
import { dropAllSteps } from '../../db/stores/undo-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { undoFailedSignings } from '../sign-off/settle-signings.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import { viewSheet } from './sheet-view.ts';

/**
 * Opens a signed sheet again as its next revision, with everything on it, for a reason that the next signature prints.
 * The revision before stays as it was signed, with its files; attempts that carried sections of it are flagged.
 */
export function reopenSheet(
  workspace: Workspace,
  { sheet: id, revision, reason }: ParsedInput<'sheets.reopen'>,
): Result<SheetView, AppError> {
  undoFailedSignings(workspace);
  const reopened = inTransaction<null, AppError>(workspace.db, () => {
    const sheet = readSheet(workspace.db, id);
    if (!sheet) return err({ code: 'sheet-unknown' });
    if (sheet.revision !== revision) return err({ code: 'sheet-moved-on', revision: sheet.revision });
    if (sheet.state !== 'signed') return err({ code: 'sheet-not-signed' });
    if (readAttempt(workspace.db, sheet.attempt)?.returned) return err({ code: 'attempt-returned' });
    const signed = revisionsOf(workspace.db, id).at(-1);
    if (!signed) throw new Error('A signed sheet has no signed revision');
    beginRevision(workspace.db, id, revision + 1, reason);
    dropAllSteps(workspace.db, id);
    appendEvent(workspace.db, {
      at: workspace.clock.now(),
      actor: ownerOf(workspace).id,
      kind: 'sheet-reopened',
      payload: { sheet: id, revision: revision + 1, supersedes: { revision, digest: signed.digest }, reason },
    });
    return ok(null);
  });
  return reopened.ok ? viewSheet(workspace, id) : reopened;
}
