import type { Digest, PersonId } from '../../../shared/model/ids.ts';
import { knownKeysOfPerson, readKnownKey } from '../../db/stores/known-key-store.ts';
import { aliasesOf, holderOfKey, keysOf, withoutAlias } from '../../db/stores/people-store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { registerInForce } from './register-in-force.ts';

/** Somebody as a signature names them; either part may be missing. */
export type SignerClue = { readonly person: PersonId | null; readonly fingerprint: Digest | null };

/**
 * Whether two are one person: over ids, aliases, the keys' own person ids and what the register says belongs together.
 * Names decide nothing. Who claims another's id in a certificate of their own becomes that person here, which can only
 * bar them from checking.
 */
export function isSamePerson(workspace: Workspace, one: SignerClue, other: SignerClue): boolean {
  const known = everythingOf(workspace, one);
  return [...everythingOf(workspace, other)].some((clue) => known.has(clue));
}

/** Every id and fingerprint that belongs to somebody, as far as this workspace knows. */
export function everythingOf(workspace: Workspace, clue: SignerClue): ReadonlySet<string> {
  const { db } = workspace;
  const register = registerInForce(workspace);
  const found = new Set<string>();
  const people: PersonId[] = clue.person ? [clue.person] : [];
  const keys: Digest[] = clue.fingerprint ? [clue.fingerprint] : [];
  while (people.length > 0 || keys.length > 0) {
    const person = people.pop();
    if (person && !found.has(person)) {
      found.add(person);
      const listed = register?.register.people.find((entry) => entry.person === person);
      people.push(withoutAlias(db, person), ...aliasesOf(db, person));
      keys.push(
        ...keysOf(db, person),
        ...knownKeysOfPerson(db, person).map((key) => key.fingerprint),
        ...(listed?.keys ?? []).map((key) => key.fingerprint),
      );
    }
    const key = keys.pop();
    if (key && !found.has(key)) {
      found.add(key);
      const holders = [holderOfKey(db, key), readKnownKey(db, key)?.person, register?.listed.get(key)?.person.person];
      people.push(...holders.filter((holder) => holder !== null && holder !== undefined));
    }
  }
  return found;
}
