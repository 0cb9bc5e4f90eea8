import { randomUUID } from 'node:crypto';
import type { RegisterView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import type { Instant } from '../../../shared/lib/dates.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Register, RegisteredPerson } from '../../../shared/model/evidence.ts';
import type { Digest, PersonId } from '../../../shared/model/ids.ts';
import { appendEvent, sha256Text } from '../../db/stores/audit-store.ts';
import { readKnownKey } from '../../db/stores/known-key-store.ts';
import { insertEdition, latestEdition } from '../../db/stores/register-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { certificateFacts } from '../../signing/certificate-facts.ts';
import { signText } from '../../signing/detached-text.ts';
import { type OpenKey, signingKey, withOpenKey } from '../identity/signing-key.ts';
import { centreOf, ownerOf, type Workspace } from '../workspace/workspace.ts';
import { viewRegister } from './register-view.ts';

type ListedPerson = ParsedInput<'register.sign'>['people'][number];

/** Signs a new edition of the register. Only the lead IQA's own workspace can, with the lead IQA in the list. */
export async function signRegister(
  workspace: Workspace,
  input: ParsedInput<'register.sign'>,
): Promise<Result<RegisterView, AppError>> {
  const key = signingKey(workspace);
  if (!key.ok) return key;
  if (!certificateFacts(key.value.certificate)?.roles.includes('lead-iqa')) {
    return err({ code: 'not-your-role', role: 'lead-iqa' });
  }
  return withOpenKey(workspace, input.passphrase, signingKey, async (open) =>
    inTransaction<RegisterView, AppError>(workspace.db, () => {
      const register = registerOf(workspace, input.people, open);
      if (!register.ok) return register;
      keepEdition(workspace, register.value, open);
      return ok(viewRegister(workspace));
    }),
  );
}

function registerOf(workspace: Workspace, people: readonly ListedPerson[], key: OpenKey): Result<Register, AppError> {
  const listed: RegisteredPerson[] = [];
  const keys = new Set<Digest>();
  const ids = new Set<PersonId>();
  for (const person of people) {
    const one = registered(workspace, person);
    if (!one.ok) return one;
    if (ids.has(one.value.person))
      return err({ code: 'invalid-input', place: 'people', reason: 'lists a person twice' });
    ids.add(one.value.person);
    for (const { fingerprint } of one.value.keys) {
      if (keys.has(fingerprint)) return err({ code: 'register-refused', reason: 'key-twice' });
      keys.add(fingerprint);
    }
    listed.push(one.value);
  }
  const lead = listed.find(
    (one) =>
      one.roles.includes('lead-iqa') &&
      one.keys.some(({ fingerprint, until }) => fingerprint === key.fingerprint && until === null),
  );
  if (!lead) return err({ code: 'register-refused', reason: 'no-lead-iqa' });
  return ok({
    format: 'countersign-register/1',
    centre: centreOf(workspace),
    edition: (latestEdition(workspace.db)?.edition ?? 0) + 1,
    signedAt: workspace.clock.now(),
    leadIqa: { person: lead.person, name: lead.name, key: key.id, fingerprint: key.fingerprint },
    people: listed,
  });
}

/** A person with what is known of each key; the id is the one given, else the one that a certificate names, else new. */
function registered(workspace: Workspace, person: ListedPerson): Result<RegisteredPerson, AppError> {
  const keys: RegisteredPerson['keys'][number][] = [];
  let named: PersonId | null = null;
  for (const { fingerprint, until } of person.keys) {
    const known = keyHere(workspace, fingerprint);
    if (!known) return err({ code: 'register-refused', reason: 'unknown-key' });
    named ??= known.person;
    keys.push({ fingerprint, from: known.from, until: until === null ? known.ended : inOneForm(until) });
  }
  return ok({
    person: person.person ?? named ?? (randomUUID() as PersonId),
    name: person.name,
    roles: person.roles,
    keys,
  });
}

type KeyHere = { readonly person: PersonId | null; readonly from: Instant; readonly ended: Instant | null };

/** A key of the owner or one that was met; `ended` where the owner renewed it. */
function keyHere(workspace: Workspace, fingerprint: Digest): KeyHere | null {
  const owner = ownerOf(workspace);
  const own = owner.keys.find((one) => one.fingerprint === fingerprint);
  if (own) return { person: owner.id, from: own.from, ended: isPresent(workspace, own.fingerprint) ? null : own.until };
  const met = readKnownKey(workspace.db, fingerprint);
  return met && { person: met.person, from: met.from ?? met.firstSeen, ended: null };
}

function isPresent(workspace: Workspace, fingerprint: Digest): boolean {
  const key = signingKey(workspace);
  return key.ok && key.value.fingerprint === fingerprint;
}

function inOneForm(instant: Instant): Instant {
  return new Date(instant).toISOString().replace('Z', '+00:00') as Instant;
}

function keepEdition(workspace: Workspace, register: Register, key: OpenKey): void {
  const content = canonicalJson(register);
  const { edition, signedAt } = register;
  const { signature } = signText(content, { ...key, signedAt });
  insertEdition(workspace.db, {
    edition,
    content,
    signature: Buffer.from(signature, 'base64'),
    fingerprint: key.fingerprint,
    takenAt: signedAt,
  });
  appendEvent(workspace.db, {
    at: signedAt,
    actor: ownerOf(workspace).id,
    kind: 'register-signed',
    payload: { edition, digest: sha256Text(content), people: register.people.length },
  });
}
