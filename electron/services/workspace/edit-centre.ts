import type { Session } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import { updateCentre } from '../../db/stores/people-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { centreOf, ownerOf, sessionOf, type Workspace } from './workspace.ts';

/** Changes the centre's name or number; signed sheets keep what they were signed with. */
export function editCentre(workspace: Workspace, input: ParsedInput<'centre.edit'>): Result<Session, AppError> {
  return inTransaction(workspace.db, () => {
    const before = centreOf(workspace);
    const after = { ...before, ...input };
    updateCentre(workspace.db, after);
    appendEvent(workspace.db, {
      at: workspace.clock.now(),
      actor: ownerOf(workspace).id,
      kind: 'centre-edited',
      payload: { before, after },
    });
    return ok(sessionOf(workspace));
  });
}
