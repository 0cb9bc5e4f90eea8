import { randomUUID } from 'node:crypto';
import type { IdentityView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import type { Instant } from '../../../shared/lib/dates.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { KeyId, PersonId } from '../../../shared/model/ids.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import {
  holderOfKey,
  insertAlias,
  insertKey,
  type StoredKey,
  signingKeyOf,
  updatePerson,
  withoutAlias,
} from '../../db/stores/people-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { missingCharacters } from '../../exports/fonts/missing-characters.ts';
import { type CertificateFacts, certificateFacts } from '../../signing/certificate-facts.ts';
import { type KeyPair, openIdentityFile } from '../../signing/identity-file.ts';
import { seal } from '../../vault/key-slots.ts';
import { withSmallFile } from '../submissions/small-file.ts';
import { unlock } from '../workspace/open-workspace.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import { viewIdentity } from './identity-view.ts';

/** Bytes; a key with its certificate has some two thousand. */
const LARGEST = 65_536;

/**
 * Brings in the owner's identity from another installation. Another person id in it becomes an alias of the owner's, and
 * the newest key signs from then on, in the name and the roles that its certificate has.
 */
export async function importIdentity(
  workspace: Workspace,
  input: ParsedInput<'identity.import'>,
): Promise<Result<IdentityView, AppError>> {
  const secrets = await unlock(workspace.folder, input.passphrase);
  if (!secrets.ok) return secrets;
  return withSmallFile(workspace, input.file, LARGEST, async (bytes, file) => {
    const opened = await openIdentityFile(bytes, input.protection);
    if (!opened.ok) {
      // Typed wrong, the next try is with the same file.
      if (opened.error === 'wrong-protection') workspace.incoming.putBack(input.file, file);
      return err({ code: 'identity-refused', reason: opened.error });
    }
    const pair = opened.value;
    try {
      const ours = ourIdentity(pair);
      if (!ours) return err({ code: 'identity-refused', reason: 'not-ours' });
      return inTransaction(workspace.db, () => adopt(workspace, ours, seal(secrets.value.seal, pair.privateKey)));
    } finally {
      pair.privateKey.fill(0);
    }
  });
}

type OurIdentity = CertificateFacts & { readonly person: PersonId; readonly from: Instant; readonly until: Instant };

/** A certificate that this app made for a person, whose name it can print. */
function ourIdentity({ certificate }: KeyPair): OurIdentity | null {
  const facts = certificateFacts(certificate);
  if (!facts || facts.roles.length === 0 || missingCharacters(facts.name).length > 0) return null;
  const { person, from, until } = facts;
  return person && from && until ? { ...facts, person, from, until } : null;
}

function adopt(workspace: Workspace, facts: OurIdentity, sealedPrivateKey: Buffer): Result<IdentityView, AppError> {
  const { db } = workspace;
  const owner = ownerOf(workspace);
  if (holderOfKey(db, facts.fingerprint)) return err({ code: 'identity-refused', reason: 'known-key' });
  const key: StoredKey = {
    id: randomUUID() as KeyId,
    person: owner.id,
    certificate: Buffer.from(facts.certificate),
    fingerprint: facts.fingerprint,
    sealedPrivateKey,
    from: facts.from,
    until: facts.until,
  };
  insertKey(db, key);
  if (withoutAlias(db, facts.person) !== owner.id) insertAlias(db, facts.person, owner.id);
  const signs = signingKeyOf(db, owner.id)?.id === key.id;
  if (signs) updatePerson(db, { id: owner.id, name: facts.name, roles: facts.roles });
  appendEvent(db, {
    at: workspace.clock.now(),
    actor: owner.id,
    kind: 'identity-imported',
    payload: {
      person: owner.id,
      alias: facts.person === owner.id ? null : facts.person,
      name: facts.name,
      roles: [...facts.roles],
      fingerprint: facts.fingerprint,
      signs,
    },
  });
  return ok(viewIdentity(workspace));
}
