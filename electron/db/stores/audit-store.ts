import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { canonicalJson, type Json } from '../../../shared/lib/canonical-json.ts';
import type { Instant } from '../../../shared/lib/dates.ts';
import type { AuditEvent, EventKind } from '../../../shared/model/audit.ts';
import type { Digest, EventId, PersonId } from '../../../shared/model/ids.ts';
import { CHAIN_START, commit, eventHash } from '../../../shared/rules/audit-chain.ts';
import type { Db, Readable } from '../connection.ts';

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
    return hash;
  })();
}

/** The newest link; sequence 0 and 64 zeros while there is none. */
export function auditHead(db: Readable): { readonly sequence: number; readonly hash: Digest } {
  const row = db
    .prepare<[], { sequence: number; hash: Digest }>(
      'SELECT sequence, hash FROM audit_event ORDER BY sequence DESC LIMIT 1',
    )
    .get();
  return row ?? { sequence: 0, hash: CHAIN_START };
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
