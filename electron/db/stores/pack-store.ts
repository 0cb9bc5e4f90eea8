import type { Instant } from '../../../shared/lib/dates.ts';
import type { Digest } from '../../../shared/model/ids.ts';
import type { Db, Readable } from '../connection.ts';

/** A pack as it is kept: canonical JSON under its digest. Packs are never changed or removed. */
export type StoredPack = {
  readonly digest: Digest;
  readonly code: string;
  readonly version: string;
  readonly content: string;
  readonly builtIn: boolean;
};

export function insertPack(db: Db, pack: StoredPack, at: Instant): void {
  db.prepare('INSERT INTO pack (digest, code, version, content, built_in, added_at) VALUES (?, ?, ?, ?, ?, ?)').run(
    pack.digest,
    pack.code,
    pack.version,
    pack.content,
    pack.builtIn ? 1 : 0,
    at,
  );
}

export function readPack(db: Readable, digest: Digest): StoredPack | null {
  const row = db
    .prepare<[string], Row>('SELECT digest, code, version, content, built_in FROM pack WHERE digest = ?')
    .get(digest);
  return row ? fromRow(row) : null;
}

/** The digest kept under a code and version, where there is one. */
export function packDigestOf(db: Readable, code: string, version: string): Digest | null {
  const row = db
    .prepare<[string, string], { digest: Digest }>('SELECT digest FROM pack WHERE code = ? AND version = ?')
    .get(code, version);
  return row?.digest ?? null;
}

export function readPacks(db: Readable): readonly StoredPack[] {
  return db
    .prepare<[], Row>('SELECT digest, code, version, content, built_in FROM pack ORDER BY code, added_at')
    .all()
    .map(fromRow);
}

type Row = { digest: Digest; code: string; version: string; content: string; built_in: number };

function fromRow(row: Row): StoredPack {
  return {
    digest: row.digest,
    code: row.code,
    version: row.version,
    content: row.content,
    builtIn: row.built_in === 1,
  };
}
