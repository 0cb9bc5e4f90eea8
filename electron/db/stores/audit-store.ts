import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { canonicalJson, type Json } from '../../../shared/lib/canonical-json.ts';
import type { Instant } from '../../../shared/lib/dates.ts';
import type { AuditEvent, EventKind } from '../../../shared/model/audit.ts';
import type { Digest, EventId, PersonId } from '../../../shared/model/ids.ts';
import { BEFORE_FIRST, type ChainPlace, commit, eventHash } from '../../../shared/rules/audit-chain.ts';
import type { Db, Readable } from '../connection.ts';
import { readSetting, writeSetting } from './setting-store.ts';

/** SHA-256 of a text's UTF-8 bytes. */
export function sha256Text(text: string): Digest {
  return createHash('sha256').update(text, 'utf8').digest('hex') as Digest;
}

/** Adds one act to the chain; within the transaction of what it tells, where it tells of a change of state. */
export function appendEvent(
  db: Db,
  act: { readonly at: Instant; readonly actor: PersonId; readonly kind: EventKind; readonly payload: Json },
): Digest {
  return db.transaction(() => {
    const head = auditHead(db);
    const id = randomUUID() as EventId;
    const salt = randomBytes(16).toString('hex');
    const unhashed = {
      sequence: head.sequence + 1,
      id,
      at: act.at,
      actor: act.actor,
      kind: act.kind,
      commitment: commit(sha256Text, salt, act.payload),
      previous: head.hash,
    };
    const hash = eventHash(sha256Text, unhashed);
    db.prepare(
      `INSERT INTO audit_event (sequence, id, at, actor, kind, commitment, previous, hash)
       VALUES (@sequence, @id, @at, @actor, @kind, @commitment, @previous, @hash)`,
    ).run({ ...unhashed, hash });
    db.prepare('INSERT INTO audit_payload (event_id, salt, payload) VALUES (?, ?, ?)').run(
      id,
      salt,
      canonicalJson(act.payload),
    );
    writeSetting(db, 'audit-head', canonicalJson({ sequence: unhashed.sequence, hash }));
    return hash;
  })();
}

/** The newest link; sequence 0 and 64 zeros while there is none. */
export function auditHead(db: Readable): ChainPlace {
  const row = db.prepare<[], ChainPlace>('SELECT sequence, hash FROM audit_event ORDER BY sequence DESC LIMIT 1').get();
  return row ?? BEFORE_FIRST;
}

/** The newest link as it was written down beside the chain; null in a workspace of before it was. */
export function headWrittenDown(db: Readable): ChainPlace | null {
  const written = readSetting(db, 'audit-head');
  return written === null ? null : JSON.parse(written);
}

/** A link with its payload's text as it is stored; null where that was erased. */
export type StoredLink = AuditEvent & { readonly salt: string | null; readonly payload: string | null };

/** The next links in the order of their numbers, from the very first where `after` is null. */
export function linksAfter(db: Readable, after: number | null, most: number): readonly StoredLink[] {
  return db
    .prepare<[number, number], StoredLink>(
      `SELECT sequence, id, at, actor, kind, commitment, previous, hash, salt, payload
       FROM audit_event LEFT JOIN audit_payload ON event_id = id
       WHERE sequence > ? ORDER BY sequence LIMIT ?`,
    )
    .all(after ?? Number.MIN_SAFE_INTEGER, most);
}

/** Forgets what events say. The links stay, and with them the chain: they cover no more than a salted commitment. */
export function erasePayloads(db: Db, events: readonly EventId[]): void {
  const erase = db.prepare('DELETE FROM audit_payload WHERE event_id = ?');
  for (const event of events) erase.run(event);
}

/** Whether what an event says was erased. */
export function wasErased(db: Readable, event: EventId): boolean {
  return db.prepare('SELECT 1 FROM audit_payload WHERE event_id = ?').get(event) === undefined;
}

/** A few signed revisions after a row, with whether the chain has the head that each one names. */
export function headsNamedAfter(
  db: Readable,
  after: number,
  most: number,
): readonly { readonly row: number; readonly known: number }[] {
  return db
    .prepare<[number, number], { row: number; known: number }>(
      `SELECT named.row, EXISTS (SELECT 1 FROM audit_event WHERE hash = named.head) AS known
       FROM (
         SELECT rowid AS row, json_extract(content, '$.chainHead') AS head
         FROM signed_revision WHERE rowid > ? ORDER BY rowid LIMIT ?
       ) AS named`,
    )
    .all(after, most);
}

/** The whole chain with the payloads that are still there, for checking. */
export function readChain(db: Readable): {
  readonly events: readonly AuditEvent[];
  readonly payloads: ReadonlyMap<string, { readonly salt: string; readonly payload: Json }>;
} {
  const events = db
    .prepare<[], AuditEvent>(
      'SELECT sequence, id, at, actor, kind, commitment, previous, hash FROM audit_event ORDER BY sequence',
    )
    .all();
  const rows = db
    .prepare<[], { event_id: string; salt: string; payload: string }>(
      'SELECT event_id, salt, payload FROM audit_payload',
    )
    .all();
  const payloads = new Map(rows.map((row) => [row.event_id, { salt: row.salt, payload: JSON.parse(row.payload) }]));
  return { events, payloads };
}
