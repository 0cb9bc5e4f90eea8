import { randomUUID } from 'node:crypto';
import type { IdentityView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { KeyId } from '../../../shared/model/ids.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import { endKey, insertKey, signingKeyOf, updatePerson } from '../../db/stores/people-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { seal } from '../../vault/key-slots.ts';
import { unlock } from '../workspace/open-workspace.ts';
import { centreOf, ownerOf, type Workspace } from '../workspace/workspace.ts';
import { viewIdentity } from './identity-view.ts';
import { newIdentity } from './new-identity.ts';

/** A new key with a certificate in these roles. The old one ends: what it signed stands, and it signs nothing more. */
export async function renewIdentity(
  workspace: Workspace,
  input: ParsedInput<'identity.renew'>,
): Promise<Result<IdentityView, AppError>> {
  const secrets = await unlock(workspace.folder, input.passphrase);
  if (!secrets.ok) return secrets;
  const { db } = workspace;
  const at = workspace.clock.now();
  const owner = { ...ownerOf(workspace), roles: input.roles };
  const identity = await newIdentity(owner, centreOf(workspace).name, at);
  try {
    return inTransaction<IdentityView, AppError>(db, () => {
      const before = signingKeyOf(db, owner.id);
      if (before) endKey(db, before.id, earlier(before.until, at));
      updatePerson(db, owner);
      insertKey(db, {
        id: randomUUID() as KeyId,
        person: owner.id,
        certificate: Buffer.from(identity.certificate),
        fingerprint: identity.fingerprint,
        sealedPrivateKey: seal(secrets.value.seal, identity.privateKey),
        from: at,
        until: identity.until,
      });
      appendEvent(db, {
        at,
        actor: owner.id,
        kind: 'identity-renewed',
        payload: {
          person: owner.id,
          name: owner.name,
          roles: [...owner.roles],
          fingerprint: identity.fingerprint,
          ended: before?.fingerprint ?? null,
        },
      });
      return ok(viewIdentity(workspace));
    });
  } finally {
    identity.privateKey.fill(0);
  }
}

/** An expired certificate ended when it said, not when it was renewed. */
function earlier<T extends string>(until: T | null, at: T): T {
  return until !== null && Date.parse(until) < Date.parse(at) ? until : at;
}
