import type { KnownPerson, RegisterView } from '../../../shared/api/contract.ts';
import { fingerprintWords } from '../../../shared/lib/fingerprint-words.ts';
import type { Trust } from '../../../shared/model/evidence.ts';
import type { Digest, PersonId } from '../../../shared/model/ids.ts';
import { type KnownKey, knownKeys } from '../../db/stores/known-key-store.ts';
import { holderOfKey, withoutAlias } from '../../db/stores/people-store.ts';
import { editionByAnotherKey } from '../../db/stores/register-store.ts';
import { keyView } from '../identity/identity-view.ts';
import { centreOf, ownerOf, type Workspace } from '../workspace/workspace.ts';
import { type ReadEdition, readEdition, registerInForce } from './register-in-force.ts';
import { trustByRegister, trustBySight, trustOf } from './trust.ts';

type ViewedKey = KnownPerson['keys'][number];
type Collected = Omit<KnownPerson, 'keys'> & { readonly keys: ViewedKey[] };

/** The register in force, and everybody whom the workspace knows with each of their keys. */
export function viewRegister(workspace: Workspace): RegisterView {
  const edition = registerInForce(workspace);
  return { register: edition && viewEdition(workspace, edition), people: knownPeople(workspace, edition) };
}

function viewEdition(workspace: Workspace, edition: ReadEdition): NonNullable<RegisterView['register']> {
  const { edition: number, signedAt, leadIqa } = edition.register;
  const { name, fingerprint } = leadIqa;
  return {
    edition: number,
    signedAt,
    leadIqa: { name, fingerprint, words: fingerprintWords(fingerprint) },
    trust: trustOfLead(workspace, edition),
  };
}

/**
 * What is known of the lead IQA's key by other means than the editions that it signed: a register cannot vouch for its
 * own signer. Where another key signed before, that edition had to name this one as lead IQA's, or it is a new key.
 */
function trustOfLead(workspace: Workspace, { register }: ReadEdition): Trust {
  const { person, name, fingerprint } = register.leadIqa;
  if (holderOfKey(workspace.db, fingerprint)) return { kind: 'own' };
  const stored = editionByAnotherKey(workspace.db, register.edition, fingerprint);
  if (!stored) return trustBySight(workspace, { person, name, fingerprint }, null);
  const listed = trustByRegister(readEdition(stored), fingerprint);
  if (listed?.kind === 'register' && listed.roles.includes('lead-iqa') && listed.until === null) return listed;
  return { kind: 'name-with-new-key', name, known: stored.fingerprint };
}

function knownPeople(workspace: Workspace, edition: ReadEdition | null): readonly KnownPerson[] {
  const met = new Map(knownKeys(workspace.db).map((key) => [key.fingerprint, key]));
  const people: Collected[] = edition ? registered(workspace, edition, met) : [];
  addOwner(workspace, people);
  const shown = new Set(people.flatMap((one) => one.keys.map((key) => key.fingerprint)));
  for (const key of met.values()) {
    if (!shown.has(key.fingerprint) && !holderOfKey(workspace.db, key.fingerprint)) addMet(workspace, people, key);
  }
  return people;
}

function registered(
  workspace: Workspace,
  { register, stored }: ReadEdition,
  met: ReadonlyMap<Digest, KnownKey>,
): Collected[] {
  return register.people.map(({ person, name, roles, keys }) => ({
    person,
    name,
    roles,
    centre: register.centre.name,
    keys: keys.map((key) => {
      const known = met.get(key.fingerprint);
      return {
        ...keyView({ ...key, until: key.until ?? known?.until ?? null }),
        trust: trustOf(workspace, { fingerprint: key.fingerprint, name, person }),
        firstSeen: known?.firstSeen ?? stored.takenAt,
      };
    }),
  }));
}

/** The owner's own keys, under the register's entry where it has one. */
function addOwner(workspace: Workspace, people: Collected[]): void {
  const owner = ownerOf(workspace);
  const listed = people.find(
    (one) => isOwner(workspace, one.person) || one.keys.some((key) => key.trust.kind === 'own'),
  );
  const entry = listed ?? added(people, owner.id, owner.name, owner.roles, centreOf(workspace).name);
  for (const key of owner.keys) {
    if (entry.keys.some((one) => one.fingerprint === key.fingerprint)) continue;
    entry.keys.push({ ...keyView(key), trust: { kind: 'own' }, firstSeen: key.from });
  }
}

function isOwner(workspace: Workspace, person: PersonId | null): boolean {
  return person !== null && withoutAlias(workspace.db, person) === ownerOf(workspace).id;
}

/** A key that no register lists, beside others of the person whom its certificate names. */
function addMet(workspace: Workspace, people: Collected[], key: KnownKey): void {
  const { person, name, roles, centre, fingerprint, firstSeen } = key;
  const entry = (person && people.find((one) => one.person === person)) ?? added(people, person, name, roles, centre);
  entry.keys.push({
    ...keyView({ fingerprint, from: key.from ?? firstSeen, until: key.until }),
    trust: trustOf(workspace, key),
    firstSeen,
  });
}

function added(
  people: Collected[],
  person: PersonId | null,
  name: string,
  roles: KnownPerson['roles'],
  centre: string,
): Collected {
  const entry: Collected = { person, name, roles, centre, keys: [] };
  people.push(entry);
  return entry;
}
