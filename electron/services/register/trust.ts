import type { Trust } from '../../../shared/model/evidence.ts';
import type { Digest, PersonId } from '../../../shared/model/ids.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import {
  insertKnownKey,
  type KnownKey,
  knownKeysOfName,
  knownKeysOfPerson,
  nameKey,
  readKnownKey,
} from '../../db/stores/known-key-store.ts';
import { holderOfKey, signingKeyOf, withoutAlias } from '../../db/stores/people-store.ts';
import { atOnce } from '../../db/transaction.ts';
import { certificateFacts } from '../../signing/certificate-facts.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import { type ReadEdition, registerInForce } from './register-in-force.ts';

/** A key with what its certificate says of its holder. */
export type HeldKey = { readonly fingerprint: Digest; readonly name: string; readonly person: PersonId | null };

/**
 * What is known here of a key: the one place that knows. Ask before `noteKey`, so that a first sight is told as one.
 */
export function trustOf(workspace: Workspace, key: HeldKey): Trust {
  if (holderOfKey(workspace.db, key.fingerprint)) return { kind: 'own' };
  const register = registerInForce(workspace);
  const listed = register && trustByRegister(register, key.fingerprint);
  return listed ?? trustBySight(workspace, key, register);
}

/** As an edition lists the key; null where it does not. */
export function trustByRegister({ register, listed }: ReadEdition, fingerprint: Digest): Trust | null {
  const found = listed.get(fingerprint);
  if (!found) return null;
  const { person, name, roles } = found.person;
  return { kind: 'register', person, name, roles, edition: register.edition, until: found.key.until };
}

/**
 * By what has been seen alone. A name or a person that is known with another key stays suspect however often the new key
 * is seen, until the register lists it; the key that was there first does not.
 */
export function trustBySight(workspace: Workspace, key: HeldKey, register: ReadEdition | null): Trust {
  const { db } = workspace;
  const known =
    ownersKey(workspace, key) ??
    (register && registeredKey(register, key)) ??
    (key.person && firstBefore(knownKeysOfPerson(db, key.person), key.fingerprint)) ??
    firstBefore(knownKeysOfName(db, key.name), key.fingerprint);
  if (known) return { kind: 'name-with-new-key', name: key.name, known };
  const met = readKnownKey(db, key.fingerprint);
  return met ? { kind: 'seen', since: met.firstSeen } : { kind: 'unknown' };
}

/** Takes note of a certificate at its first sight; null where it cannot be read. The owner's own need no note. */
export function noteKey(workspace: Workspace, certificate: Uint8Array): HeldKey | null {
  const facts = certificateFacts(certificate);
  if (!facts) return null;
  const { db } = workspace;
  const { fingerprint, person, name, roles, centre, from, until } = facts;
  if (holderOfKey(db, fingerprint) || readKnownKey(db, fingerprint)) return facts;
  atOnce(db, () => {
    const firstSeen = workspace.clock.now();
    insertKnownKey(db, { fingerprint, person, name, roles, centre, certificate, from, until, firstSeen });
    appendEvent(db, {
      at: firstSeen,
      actor: ownerOf(workspace).id,
      kind: 'key-met',
      payload: { fingerprint, person, name, roles: [...roles] },
    });
  });
  return facts;
}

/** The owner's present key, where another key claims to be the owner's. */
function ownersKey(workspace: Workspace, { name, person }: HeldKey): Digest | null {
  const { db } = workspace;
  const owner = ownerOf(workspace);
  const claims = nameKey(owner.name) === nameKey(name) || (person && withoutAlias(db, person) === owner.id);
  return claims ? (signingKeyOf(db, owner.id)?.fingerprint ?? null) : null;
}

/** The key that the register lists for that name or person; the newest one that has not ended, if any. */
function registeredKey({ register }: ReadEdition, key: HeldKey): Digest | null {
  const folded = nameKey(key.name);
  const person = register.people.find((one) => one.person === key.person || nameKey(one.name) === folded);
  const last = person?.keys.findLast((one) => one.until === null) ?? person?.keys.at(-1);
  return last?.fingerprint ?? null;
}

/** The first of the keys that were met before this one. */
function firstBefore(met: readonly KnownKey[], fingerprint: Digest): Digest | null {
  const [first] = met;
  return first && first.fingerprint !== fingerprint ? first.fingerprint : null;
}
