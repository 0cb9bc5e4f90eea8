import type { Register, RegisteredPerson, SignedRegister } from '../../../shared/model/evidence.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import type { Db } from '../../db/connection.ts';
import { latestEdition, type StoredEdition } from '../../db/stores/register-store.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** An edition with its content read; `listed` finds whose a key is. */
export type ReadEdition = {
  readonly stored: StoredEdition;
  readonly register: Register;
  readonly listed: ReadonlyMap<
    Digest,
    { readonly person: RegisteredPerson; readonly key: RegisteredPerson['keys'][number] }
  >;
};

const read = new WeakMap<Db, ReadEdition>();

/** The edition in force, which trust is asked of for every signature; null while there is none. */
export function registerInForce({ db }: Workspace): ReadEdition | null {
  const stored = latestEdition(db);
  if (!stored) return null;
  const known = read.get(db);
  if (known?.stored.content === stored.content) return known;
  const edition = readEdition(stored);
  read.set(db, edition);
  return edition;
}

/** Reads what this app put into its own encrypted store. */
export function readEdition(stored: StoredEdition): ReadEdition {
  const register = JSON.parse(stored.content) as Register;
  const listed = new Map(
    register.people.flatMap((person) => person.keys.map((key) => [key.fingerprint, { person, key }] as const)),
  );
  return { stored, register, listed };
}

/** The register as exports and signed files carry it; null while there is none. */
export function currentSignedRegister({ db }: Workspace): SignedRegister | null {
  const stored = latestEdition(db);
  if (!stored) return null;
  return {
    format: 'countersign-signed-register/1',
    text: stored.content,
    signature: stored.signature.toString('base64'),
  };
}
