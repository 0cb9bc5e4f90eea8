import { describe, expect, it } from 'vitest';
import type { Db } from '../../../../electron/db/connection.ts';
import {
  appendEvent,
  auditHead,
  erasePayloads,
  linksAfter,
  sha256Text,
} from '../../../../electron/db/stores/audit-store.ts';
import { chainCheck } from '../../../../electron/services/audit/chain-check.ts';
import { handlers } from '../../../../electron/services/handlers.ts';
import { ownerOf } from '../../../../electron/services/workspace/workspace.ts';
import type { AuditStatus } from '../../../../shared/api/contract.ts';
import type { Instant } from '../../../../shared/lib/dates.ts';
import type { Digest, PersonId } from '../../../../shared/model/ids.ts';
import { CHAIN_START, eventHash } from '../../../../shared/rules/audit-chain.ts';
import { register, signedSheet } from '../../../support/desk.ts';
import { answer, present } from '../../../support/result.ts';
import { temporaryApplication } from '../../../support/temporary-application.ts';
import { temporaryDatabase } from '../../../support/temporary-database.ts';
import { temporaryWorkspace } from '../../../support/temporary-workspace.ts';
import { PASSPHRASE } from '../../../support/workspace-details.ts';

const OPEN_TO_CHANGE =
  'DROP TRIGGER audit_event_no_update; DROP TRIGGER audit_event_no_delete; PRAGMA foreign_keys = OFF;';

function checked(db: Db): Promise<AuditStatus['check']> {
  return new Promise((done) => chainCheck(db).start(done));
}

/** A workspace with a signed sheet and a dozen events, after what somebody does who has its key, opened again. */
async function checkedAfter(tampering: (db: Db) => unknown): Promise<AuditStatus['check']> {
  const { now, reopen } = await temporaryWorkspace();
  await signedSheet(now(), undefined, register(now(), 'Rhys Jones'));
  for (let more = 0; more < 5; more += 1) register(now());
  const { db } = now();
  db.exec(OPEN_TO_CHANGE);
  tampering(db);
  return checked((await reopen()).db);
}

/** Rewrites a link, and every one behind it, so that all hashes fit again. */
function rehash(db: Db, from: number): void {
  for (const link of linksAfter(db, from - 1, 1000)) {
    const previous = linksAfter(db, link.sequence - 2, 1)[0]?.hash ?? CHAIN_START;
    const hash = eventHash(sha256Text, { ...link, previous: link.sequence === 1 ? CHAIN_START : (previous as Digest) });
    db.prepare('UPDATE audit_event SET previous = ?, hash = ? WHERE sequence = ?').run(
      link.sequence === 1 ? CHAIN_START : previous,
      hash,
      link.sequence,
    );
  }
}

const last = (db: Db) => auditHead(db).sequence;

describe('the check of the chain after opening', () => {
  it('finds a whole chain whole, and counts what was erased', async () => {
    let length = 0;
    const status = await checkedAfter((db) => {
      length = last(db);
      erasePayloads(
        db,
        linksAfter(db, 2, 3).map((link) => link.id),
      );
    });
    expect(status).toEqual({ state: 'whole', checked: length, erased: 3 });
  });

  it.each<[string, (db: Db) => unknown, (length: number) => unknown]>([
    ['its first links', (db) => db.exec('DELETE FROM audit_event WHERE sequence <= 2'), () => [1, 'out-of-order']],
    ['a link in its middle', (db) => db.exec('DELETE FROM audit_event WHERE sequence = 4'), () => [4, 'out-of-order']],
    [
      'its last links',
      (db) => db.prepare('DELETE FROM audit_event WHERE sequence > ?').run(last(db) - 2),
      (length) => [length - 1, 'end-missing'],
    ],
    [
      'its last links, with what tells of them',
      (db) => {
        db.prepare(
          `DELETE FROM audit_event WHERE sequence >= (SELECT sequence FROM audit_event WHERE kind = 'signing-begun') - 1`,
        ).run();
        const head = JSON.stringify(auditHead(db));
        db.prepare(`UPDATE setting SET value = ? WHERE name = 'audit-head'`).run(head);
      },
      // The signed sheet still names the head that it was signed at.
      () => [expect.any(Number), 'end-missing'],
    ],
    ['everything', (db) => db.exec('DELETE FROM audit_event'), () => [1, 'end-missing']],
  ])('finds a chain that lost %s', async (_what, tampering, expected) => {
    let length = 0;
    const status = await checkedAfter((db) => {
      length = last(db);
      tampering(db);
    });
    const [sequence, fault] = expected(length) as [number, string];
    expect(status).toEqual({ state: 'broken', fault: { sequence, fault } });
  });

  it('finds two links that changed places', async () => {
    const status = await checkedAfter((db) =>
      db.exec(`UPDATE audit_event SET sequence = 1000 WHERE sequence = 3;
        UPDATE audit_event SET sequence = 3 WHERE sequence = 4;
        UPDATE audit_event SET sequence = 4 WHERE sequence = 1000;`),
    );
    expect(status).toEqual({ state: 'broken', fault: { sequence: 3, fault: 'link-broken' } });
  });

  it('finds a link of another chain spliced in, and one put before the first', async () => {
    const spliced = await checkedAfter((db) => {
      const other = temporaryDatabase().db;
      const actor = '00000000-0000-4000-8000-000000000001' as PersonId;
      const at = '2026-11-22T09:00:00.000+00:00' as Instant;
      for (let more = 0; more < 6; more += 1) appendEvent(other, { at, actor, kind: 'learner-added', payload: {} });
      const foreign = present(linksAfter(other, 4, 1)[0]);
      db.prepare(
        `UPDATE audit_event SET id = @id, at = @at, actor = @actor, kind = @kind, commitment = @commitment,
           previous = @previous, hash = @hash WHERE sequence = @sequence`,
      ).run(foreign);
    });
    expect(spliced).toEqual({ state: 'broken', fault: { sequence: 5, fault: 'link-broken' } });
    const before = await checkedAfter((db) => {
      const [first] = linksAfter(db, null, 1);
      db.prepare(
        `INSERT INTO audit_event (sequence, id, at, actor, kind, commitment, previous, hash)
         VALUES (-5, 'x', @at, @actor, @kind, @commitment, @previous, '${'e'.repeat(64)}')`,
      ).run(first);
    });
    expect(before).toEqual({ state: 'broken', fault: { sequence: 1, fault: 'out-of-order' } });
  });

  it('finds an event rewritten with every hash behind it made to fit', async () => {
    const status = await checkedAfter((db) => {
      db.exec(`UPDATE audit_event SET at = '2026-11-01T09:00:00.000+00:00' WHERE sequence = 3`);
      rehash(db, 3);
    });
    // The head that was written down, and the one that the signed sheet names, are no longer there.
    expect(status).toMatchObject({ state: 'broken', fault: { fault: 'end-missing' } });
  });

  it.each([
    [
      'a payload',
      `UPDATE audit_payload SET payload = json_set(payload, '$.name', 'x') WHERE rowid = 4`,
      'payload-altered',
    ],
    ['a salt', `UPDATE audit_payload SET salt = '00' WHERE rowid = 4`, 'payload-altered'],
    ['who acted', `UPDATE audit_event SET actor = 'x' WHERE sequence = 4`, 'hash-wrong'],
  ])('finds %s that was altered', async (_what, sql, fault) => {
    expect(await checkedAfter((db) => db.exec(sql))).toEqual({ state: 'broken', fault: { sequence: 4, fault } });
  });

  it('reports, and mends nothing', async () => {
    const { now, reopen } = await temporaryWorkspace();
    for (let more = 0; more < 5; more += 1) register(now());
    now().db.exec(`${OPEN_TO_CHANGE} UPDATE audit_event SET actor = 'x' WHERE sequence = 4`);
    const stored = linksAfter(now().db, null, 1000);
    const again = await reopen();
    expect(await checked(again.db)).toMatchObject({ state: 'broken' });
    expect(linksAfter(again.db, null, 1000)).toEqual(stored);
    register(again);
    expect(linksAfter(again.db, null, 1000)).toHaveLength(stored.length + 1);
  });

  it('lets everything else go on meanwhile, however long the chain', async () => {
    const { db } = temporaryDatabase();
    const actor = '00000000-0000-4000-8000-000000000001' as PersonId;
    const at = '2026-11-22T09:00:00.000+00:00' as Instant;
    const payload = { text: 'An act of some length. '.repeat(20) };
    db.transaction(() => {
      for (let more = 0; more < 6000; more += 1) appendEvent(db, { at, actor, kind: 'learner-added', payload });
    })();
    const turns: number[] = [];
    let before = performance.now();
    const beat = setInterval(() => {
      const now = performance.now();
      turns.push(now - before);
      before = now;
    }, 0);
    expect(await checked(db)).toEqual({ state: 'whole', checked: 6000, erased: 0 });
    clearInterval(beat);
    // On a machine that does other things too the longest turn tells of those; the middle one is the check's own.
    const middle = present(turns.toSorted((one, other) => one - other)[Math.floor(turns.length / 2)]);
    expect(turns.length).toBeGreaterThan(15);
    expect(middle).toBeLessThan(20);
  });
});

describe('the state of the chain', () => {
  it('is told once it is known, and whenever it is asked for', async () => {
    const { app, now, told } = await temporaryApplication();
    const status = async () => answer(await handlers['audit.status'](app, {}));
    expect((await status()).head).toEqual(auditHead(now().db));
    await expect.poll(async () => (await status()).check).toEqual({ state: 'whole', checked: 1, erased: 0 });
    expect(told.filter((event) => event.kind === 'audit-checked')).toEqual([
      { kind: 'audit-checked', status: await status() },
    ]);
    register(now());
    expect(await status()).toMatchObject({ head: { sequence: 2 }, check: { state: 'whole', checked: 1 } });
  });

  it('is not told of a workspace that was locked meanwhile, and is found anew after opening', async () => {
    const { app, now, told } = await temporaryApplication();
    const { db } = now();
    const actor = ownerOf(now()).id;
    const at = '2026-11-22T09:00:00.000+00:00' as Instant;
    for (let more = 0; more < 50; more += 1) appendEvent(db, { at, actor, kind: 'learner-added', payload: {} });
    app.lock();
    await new Promise((done) => setTimeout(done, 60));
    expect(told.filter((event) => event.kind === 'audit-checked')).toEqual([]);
    answer(await handlers['workspace.open'](app, { passphrase: PASSPHRASE }));
    await expect.poll(() => told.map((event) => event.kind)).toContain('audit-checked');
    expect(answer(await handlers['audit.status'](app, {})).check).toMatchObject({ state: 'whole', checked: 51 });
  });
});
