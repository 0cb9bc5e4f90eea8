import type { Instant } from '../../../shared/lib/dates.ts';
import { foldForSearch } from '../../../shared/lib/fold-for-search.ts';
import type { Digest, PersonId } from '../../../shared/model/ids.ts';
import type { Role } from '../../../shared/model/person.ts';
import type { Db, Readable } from '../connection.ts';

/** Another person's key as it was first seen, with what its certificate says. */
export type KnownKey = {
  readonly fingerprint: Digest;
  /** Null where the certificate names no person by id. */
  readonly person: PersonId | null;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly centre: string;
  readonly certificate: Uint8Array;
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly firstSeen: Instant;
};

type Row = Omit<KnownKey, 'roles'> & { readonly roles: string };

const COLUMNS = `fingerprint, person_id AS person, name, roles, centre, certificate, valid_from AS "from",
  valid_until AS "until", first_seen_at AS firstSeen`;

/** How names of people are compared: no case, no accents, no double spaces, nothing that cannot be seen. */
export function nameKey(name: string): string {
  return foldForSearch(name.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, ''))
    .replace(/\s+/gu, ' ')
    .trim();
}

export function insertKnownKey(db: Db, key: KnownKey): void {
  db.prepare(
    `INSERT INTO known_key (fingerprint, person_id, name, name_key, roles, centre, certificate, valid_from, valid_until,
       first_seen_at)
     VALUES (@fingerprint, @person, @name, @nameKey, @roles, @centre, @certificate, @from, @until, @firstSeen)`,
  ).run({
    ...key,
    certificate: Buffer.from(key.certificate),
    nameKey: nameKey(key.name),
    roles: JSON.stringify(key.roles),
  });
}

export function readKnownKey(db: Readable, fingerprint: Digest): KnownKey | null {
  const row = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM known_key WHERE fingerprint = ?`).get(fingerprint);
  return row ? fromRow(row) : null;
}

/** Every key of others, in the order in which they were met. */
export function knownKeys(db: Readable): readonly KnownKey[] {
  return db.prepare<[], Row>(`SELECT ${COLUMNS} FROM known_key ORDER BY rowid`).all().map(fromRow);
}

/** The keys whose certificates name a person by this id, in the order in which they were met. */
export function knownKeysOfPerson(db: Readable, person: PersonId): readonly KnownKey[] {
  return db
    .prepare<[string], Row>(`SELECT ${COLUMNS} FROM known_key WHERE person_id = ? ORDER BY rowid`)
    .all(person)
    .map(fromRow);
}

/** The keys whose certificates carry this name, however it is written, in the order in which they were met. */
export function knownKeysOfName(db: Readable, name: string): readonly KnownKey[] {
  return db
    .prepare<[string], Row>(`SELECT ${COLUMNS} FROM known_key WHERE name_key = ? ORDER BY rowid`)
    .all(nameKey(name))
    .map(fromRow);
}

function fromRow(row: Row): KnownKey {
  return { ...row, roles: JSON.parse(row.roles) };
}
