import type { AppError } from '../../../shared/api/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { type StoredKey, signingKeyOf } from '../../db/stores/people-store.ts';
import { unseal } from '../../vault/key-slots.ts';
import { unlock } from '../workspace/open-workspace.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';

/** The owner's key with its private half, for as long as one signature takes. */
export type OpenKey = StoredKey & {
  /** PKCS#8. */
  readonly privateKey: Uint8Array;
};

/** The key that the owner signs with now; refused where there is none, or its certificate ended. */
export function signingKey(workspace: Workspace): Result<StoredKey, AppError> {
  const key = signingKeyOf(workspace.db, ownerOf(workspace).id);
  if (!key) return err({ code: 'key-missing' });
  if (key.until !== null && hasEnded(workspace, key.until))
    return err({ code: 'certificate-expired', until: key.until });
  return ok(key);
}

/** Whether a moment has passed, by the laptop's clock. */
export function hasEnded(workspace: Workspace, until: string): boolean {
  return Date.parse(until) <= Date.parse(workspace.clock.now());
}

/**
 * Opens a key of the owner with the passphrase, hands it to `work`, and wipes its private half afterwards. Which key is
 * asked only once the passphrase fits.
 */
export async function withOpenKey<T>(
  workspace: Workspace,
  passphrase: string,
  choose: (workspace: Workspace) => Result<StoredKey, AppError>,
  work: (key: OpenKey) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  const secrets = await unlock(workspace.folder, passphrase);
  if (!secrets.ok) return secrets;
  const key = choose(workspace);
  if (!key.ok) return key;
  const privateKey = key.value.sealedPrivateKey && unseal(secrets.value.seal, key.value.sealedPrivateKey);
  if (!privateKey) return err({ code: 'key-missing' });
  try {
    return await work({ ...key.value, privateKey });
  } finally {
    privateKey.fill(0);
  }
}
