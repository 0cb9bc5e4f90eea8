import type { AppError } from '../../../shared/api/errors.ts';
import { PASSPHRASE_LEAST } from '../../../shared/api/limits.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import { writeSetting } from '../../db/stores/setting-store.ts';
import { atOnce } from '../../db/transaction.ts';
import { makePassphraseSlot, openPassphraseSlot, type ScryptCost } from '../../vault/key-slots.ts';
import { strongEnough } from './create-workspace.ts';
import { readSlotsFile, replaceSlotsFile, slotsDigest } from './slots-file.ts';
import { ownerOf, type Workspace } from './workspace.ts';

/** Wraps the same two secrets under a new passphrase; one file is replaced, nothing is encrypted again. */
export async function changePassphrase(
  workspace: Workspace,
  current: string,
  next: string,
  cost: ScryptCost,
): Promise<Result<null, AppError>> {
  if (!strongEnough(next)) return err({ code: 'weak-passphrase', least: PASSPHRASE_LEAST });
  const file = readSlotsFile(workspace.folder);
  if (!file) return err({ code: 'workspace-damaged', what: 'key slots' });
  for (const slot of file.slots) {
    const secrets = await openPassphraseSlot(slot, current);
    if (!secrets) continue;
    const renewed = await makePassphraseSlot(slot.id, next, secrets, cost);
    const changed = { ...file, slots: file.slots.map((one) => (one.id === slot.id ? renewed : one)) };
    replaceSlotsFile(workspace.folder, changed, (replace) =>
      atOnce(workspace.db, () => {
        appendEvent(workspace.db, {
          at: workspace.clock.now(),
          actor: ownerOf(workspace).id,
          kind: 'passphrase-changed',
          payload: { slot: slot.id },
        });
        writeSetting(workspace.db, 'slots', slotsDigest(workspace.folder, changed));
        // Last: where the act cannot be recorded, the old passphrase stays.
        replace();
      }),
    );
    return ok(null);
  }
  return err({ code: 'wrong-passphrase' });
}
