import type { Digest } from '../../../shared/model/ids.ts';
import { referencedFiles } from '../../db/stores/attempt-store.ts';
import { removeFile } from '../../vault/vault.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Removes a file that came in and has no use; one that something else names, or that waits for another call, stays. */
export function forgetFile({ db, vault, incoming }: Workspace, sha256: Digest): void {
  if (!db.open || incoming.holds(sha256) || referencedFiles(db).has(sha256)) return;
  removeFile(vault, sha256);
}
