import type { Instant } from '../../../shared/lib/dates.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import type { Db, Readable } from '../connection.ts';

/** An edition of the register as it was signed or taken in here. */
export type StoredEdition = {
  readonly edition: number;
  /** Canonical JSON of a `Register`. */
  readonly content: string;
  /** Detached CMS, DER. */
  readonly signature: Buffer;
  /** The lead IQA's key that signed it. */
  readonly fingerprint: Digest;
  readonly takenAt: Instant;
};

const COLUMNS = 'edition, content, signature, fingerprint, taken_at AS takenAt';

export function insertEdition(db: Db, edition: StoredEdition): void {
  db.prepare(
    `INSERT INTO register_edition (edition, content, signature, fingerprint, taken_at)
     VALUES (@edition, @content, @signature, @fingerprint, @takenAt)`,
  ).run(edition);
}

/** The edition in force. */
export function latestEdition(db: Readable): StoredEdition | null {
  return (
    db.prepare<[], StoredEdition>(`SELECT ${COLUMNS} FROM register_edition ORDER BY edition DESC LIMIT 1`).get() ?? null
  );
}

/** The newest edition before that one which another key signed. */
export function editionByAnotherKey(db: Readable, before: number, fingerprint: Digest): StoredEdition | null {
  return (
    db
      .prepare<[number, string], StoredEdition>(
        `SELECT ${COLUMNS} FROM register_edition WHERE edition < ? AND fingerprint <> ? ORDER BY edition DESC LIMIT 1`,
      )
      .get(before, fingerprint) ?? null
  );
}
