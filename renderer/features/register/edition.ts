import type { IdentityView, KnownPerson, RegisterView } from '../../../shared/api/contract.ts';
import type { Input } from '../../../shared/api/inputs.ts';
import type { Instant } from '../../../shared/lib/dates.ts';
import type { Digest, PersonId } from '../../../shared/model/ids.ts';
import type { Role } from '../../../shared/model/person.ts';

/** A person as the next edition would list them. */
export type ListedPerson = {
  readonly id: string;
  readonly person: PersonId | null;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly listed: boolean;
  readonly keys: readonly ListedKey[];
};

export type ListedKey = {
  readonly fingerprint: Digest;
  readonly words: readonly string[];
  readonly listed: boolean;
  /** Where the register in force ended the key. */
  readonly until: Instant | null;
  /** The next edition ends it. */
  readonly end: boolean;
};

/** What the next edition begins with: those who are in the register, and oneself. Whoever else is known waits. */
export function nextEdition({ people }: RegisterView, { person, key }: IdentityView): readonly ListedPerson[] {
  return people.map((one): ListedPerson => {
    const own = one.person === person || one.keys.some(({ fingerprint }) => fingerprint === key?.fingerprint);
    const inForce = one.keys.some(({ trust }) => trust.kind === 'register');
    return {
      id: one.person ?? one.keys[0]?.fingerprint ?? one.name,
      person: one.person,
      name: one.name,
      roles: one.roles,
      listed: own || inForce,
      keys: one.keys.map((held) => listedKey(held, own || !inForce)),
    };
  });
}

function listedKey({ fingerprint, words, trust }: KnownPerson['keys'][number], listed: boolean): ListedKey {
  const until = trust.kind === 'register' ? trust.until : null;
  return { fingerprint, words, listed: listed || trust.kind === 'register', until, end: false };
}

/** Why an edition cannot be signed as it stands; null where it can. */
export function editionFault(people: readonly ListedPerson[]): string | null {
  const listed = people.filter((one) => one.listed);
  const without = listed.find((one) => !one.keys.some((key) => key.listed));
  if (without) return `Choose a key of ${without.name}, or leave them out.`;
  const roleless = listed.find((one) => one.roles.length === 0);
  if (roleless) return `Choose a role of ${roleless.name}, or leave them out.`;
  return listed.length === 0 ? 'Choose one person at least.' : null;
}

/** What is handed over to be signed. A key that is ended is ended as of `now`. */
export function peopleOf(people: readonly ListedPerson[], now: Instant): Input<'register.sign'>['people'] {
  return people
    .filter((one) => one.listed)
    .map(({ person, name, roles, keys }) => ({
      person,
      name,
      roles: [...roles],
      keys: keys
        .filter((key) => key.listed)
        .map(({ fingerprint, until, end }) => ({ fingerprint, until: end ? now : until })),
    }));
}
