import { appendEvent } from '../../db/stores/audit-store.ts';
import { readSetting, writeSetting } from '../../db/stores/setting-store.ts';
import { atOnce } from '../../db/transaction.ts';
import { slotsDigest } from './slots-file.ts';
import { ownerOf, type Workspace } from './workspace.ts';

/**
 * At opening: slots other than those that were in force before are an act that no event tells of yet. The change of a
 * passphrase was cut before it was recorded, or somebody put another file there.
 */
export function noticeSlots(workspace: Workspace): void {
  const { db, folder } = workspace;
  const [known, found] = [readSetting(db, 'slots'), slotsDigest(folder)];
  if (known === found) return;
  atOnce(db, () => {
    writeSetting(db, 'slots', found);
    if (known === null) return;
    appendEvent(db, {
      at: workspace.clock.now(),
      actor: ownerOf(workspace).id,
      kind: 'passphrase-changed',
      payload: { slots: found, noticed: 'at opening' },
    });
  });
}
