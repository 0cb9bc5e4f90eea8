import type { Instant } from '../../../shared/lib/dates.ts';
import type { CentreId, Digest, KeyId, PersonId } from '../../../shared/model/ids.ts';
import type { Centre, Person, PersonKey, Role } from '../../../shared/model/person.ts';
import type { Db, Readable } from '../connection.ts';

/** A person's key as it is kept: the private half sealed, null for other people's. */
export type StoredKey = {
  readonly id: KeyId;
  readonly person: PersonId;
  readonly certificate: Buffer;
  readonly fingerprint: Digest;
  readonly sealedPrivateKey: Buffer | null;
  readonly from: Instant;
  readonly until: Instant | null;
};

export function insertCentre(db: Db, centre: Centre): void {
  db.prepare('INSERT INTO centre (id, number, name) VALUES (@id, @number, @name)').run(centre);
}

export function updateCentre(db: Db, centre: Centre): void {
  db.prepare('UPDATE centre SET number = @number, name = @name WHERE id = @id').run(centre);
}

/** The workspace's centre. */
export function readCentre(db: Readable): Centre | null {
  return db.prepare<[], Centre>('SELECT id, number, name FROM centre LIMIT 1').get() ?? null;
}

export function insertPerson(
  db: Db,
  person: { readonly id: PersonId; readonly name: string; readonly roles: readonly Role[] },
  centre: CentreId,
  owner: boolean,
): void {
  db.prepare('INSERT INTO person (id, centre_id, name, roles, is_owner) VALUES (?, ?, ?, ?, ?)').run(
    person.id,
    centre,
    person.name,
    JSON.stringify(person.roles),
    owner ? 1 : 0,
  );
}

export function insertKey(db: Db, key: StoredKey): void {
  db.prepare(
    `INSERT INTO person_key (id, person_id, certificate, fingerprint, sealed_private_key, valid_from, valid_until)
     VALUES (@id, @person, @certificate, @fingerprint, @sealedPrivateKey, @from, @until)`,
  ).run(key);
}

/** Name and roles as the person's newest certificate has them. */
export function updatePerson(
  db: Db,
  person: { readonly id: PersonId; readonly name: string; readonly roles: readonly Role[] },
): void {
  db.prepare('UPDATE person SET name = ?, roles = ? WHERE id = ?').run(
    person.name,
    JSON.stringify(person.roles),
    person.id,
  );
}

/** Ends a key: it signs nothing from now on, whatever a clock says, because its private half goes. */
export function endKey(db: Db, key: KeyId, until: Instant): void {
  db.prepare('UPDATE person_key SET valid_until = ?, sealed_private_key = NULL WHERE id = ?').run(until, key);
}

/** Another id under which a person is known. */
export function insertAlias(db: Db, alias: PersonId, person: PersonId): void {
  db.prepare('INSERT OR IGNORE INTO person_alias (alias, person_id) VALUES (?, ?)').run(alias, person);
}

/** The id that a person has here; the same where it is no alias. */
export function withoutAlias(db: Readable, id: PersonId): PersonId {
  const row = db
    .prepare<[string], { person: PersonId }>('SELECT person_id AS person FROM person_alias WHERE alias = ?')
    .get(id);
  return row?.person ?? id;
}

/** The other ids under which a person is known. */
export function aliasesOf(db: Readable, person: PersonId): readonly PersonId[] {
  return db
    .prepare<[string], { alias: PersonId }>('SELECT alias FROM person_alias WHERE person_id = ?')
    .all(person)
    .map((row) => row.alias);
}

/** The fingerprints of a person's own keys here, ended ones too. */
export function keysOf(db: Readable, person: PersonId): readonly Digest[] {
  return db
    .prepare<[string], { fingerprint: Digest }>('SELECT fingerprint FROM person_key WHERE person_id = ?')
    .all(person)
    .map((row) => row.fingerprint);
}

export function readPersonName(db: Readable, id: PersonId): string | null {
  const row = db.prepare<[string], { name: string }>('SELECT name FROM person WHERE id = ?').get(id);
  return row?.name ?? null;
}

/** The person whose workspace this is, with keys, oldest first. */
export function readOwner(db: Readable): Person | null {
  const row = db
    .prepare<[], { id: PersonId; name: string; roles: string }>('SELECT id, name, roles FROM person WHERE is_owner = 1')
    .get();
  if (!row) return null;
  const keys = db
    .prepare<[string], PersonKey>(
      `SELECT id, fingerprint, valid_from AS "from", valid_until AS "until"
       FROM person_key WHERE person_id = ? ORDER BY julianday(valid_from), rowid`,
    )
    .all(row.id);
  return { id: row.id, name: row.name, roles: JSON.parse(row.roles), keys };
}

/** The key that a person signs with now: the newest that has a private half here. */
export function signingKeyOf(db: Readable, person: PersonId): StoredKey | null {
  const row = db
    .prepare<[string], StoredKey>(
      `SELECT id, person_id AS person, certificate, fingerprint, sealed_private_key AS sealedPrivateKey,
              valid_from AS "from", valid_until AS "until"
       FROM person_key
       WHERE person_id = ? AND sealed_private_key IS NOT NULL
       ORDER BY julianday(valid_from) DESC, rowid DESC LIMIT 1`,
    )
    .get(person);
  return row ?? null;
}

/** Whose key it is, where it is one of the workspace's own. */
export function holderOfKey(db: Readable, fingerprint: Digest): PersonId | null {
  const row = db
    .prepare<[string], { person: PersonId }>('SELECT person_id AS person FROM person_key WHERE fingerprint = ?')
    .get(fingerprint);
  return row?.person ?? null;
}
