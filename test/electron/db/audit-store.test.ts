import { describe, expect, it } from 'vitest';
import type { Db } from '../../../electron/db/connection.ts';
import { appendEvent, auditHead, readChain, sha256Text } from '../../../electron/db/stores/audit-store.ts';
import { inTransaction } from '../../../electron/db/transaction.ts';
import type { Json } from '../../../shared/lib/canonical-json.ts';
import type { Instant } from '../../../shared/lib/dates.ts';
import { err } from '../../../shared/lib/result.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { CHAIN_START, checkChain } from '../../../shared/rules/audit-chain.ts';
import { temporaryDatabase } from '../../support/temporary-database.ts';

const append = (db: Db, payload: Json = { mark: 7 }) =>
  appendEvent(db, {
    at: '2026-11-22T09:00:00.000+00:00' as Instant,
    actor: 'person-1' as PersonId,
    kind: 'learner-added',
    payload,
  });

const check = (db: Db) => {
  const { events, payloads } = readChain(db);
  return checkChain(sha256Text, events, payloads);
};

describe('the audit chain as it is kept', () => {
  it('has its start for a head while it is empty', () => {
    expect(auditHead(temporaryDatabase().db)).toEqual({ sequence: 0, hash: CHAIN_START });
  });

  it('grows by links that hold, whatever the payloads', () => {
    const { db } = temporaryDatabase();
    const payloads: Json[] = [null, {}, [], 'text', { z: 1, a: [{ b: null }] }, { name: 'Zoë Ångström 😀', n: 0.1 }];
    for (const [at, payload] of payloads.entries()) {
      const hash = append(db, payload);
      expect(auditHead(db)).toEqual({ sequence: at + 1, hash });
    }
    expect(check(db)).toBeNull();
    expect([...readChain(db).payloads.values()].map((kept) => kept.payload)).toEqual(payloads);
  });

  it('loses a link with the transaction that it was part of, and goes on without a gap', () => {
    const { db } = temporaryDatabase();
    append(db);
    inTransaction<null, string>(db, () => {
      append(db);
      return err('undone');
    });
    expect(auditHead(db).sequence).toBe(1);
    append(db);
    expect(readChain(db).events.map((event) => event.sequence)).toEqual([1, 2]);
    expect(check(db)).toBeNull();
  });

  it('is whole when a payload was erased, and shows one that was altered', () => {
    const { db } = temporaryDatabase();
    for (let act = 0; act < 3; act += 1) append(db, { act });
    const [first, second] = readChain(db).events;
    db.prepare('DELETE FROM audit_payload WHERE event_id = ?').run(first?.id);
    expect(check(db)).toBeNull();
    db.prepare(`UPDATE audit_payload SET payload = '{"act":9}' WHERE event_id = ?`).run(second?.id);
    expect(check(db)).toEqual({ sequence: 2, fault: 'payload-altered' });
  });

  it('shows a link altered by someone who took the triggers away', () => {
    const { db } = temporaryDatabase();
    for (let act = 0; act < 3; act += 1) append(db, { act });
    db.exec(`DROP TRIGGER audit_event_no_update; UPDATE audit_event SET kind = 'sheet-signed' WHERE sequence = 2`);
    expect(check(db)).toEqual({ sequence: 2, fault: 'hash-wrong' });
  });

  it('refuses a payload that has no one text', () => {
    const { db } = temporaryDatabase();
    expect(() => append(db, { name: 'half \ud83d' })).toThrow(TypeError);
    expect(auditHead(db).sequence).toBe(0);
  });
});
