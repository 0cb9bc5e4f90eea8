import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../shared/lib/canonical-json.ts';
import type { Instant } from '../../../shared/lib/dates.ts';
import type { AuditEvent } from '../../../shared/model/audit.ts';
import type { Digest, EventId, PersonId } from '../../../shared/model/ids.ts';
import { CHAIN_START, checkChain, commit, eventHash, type Hash } from '../../../shared/rules/audit-chain.ts';
import { digestOf } from '../documents/sheets.ts';

const sha256: Hash = (text) => createHash('sha256').update(text, 'utf8').digest('hex') as Digest;

type Payloads = Map<string, { readonly salt: string; readonly payload: Json }>;

/** A chain of so many acts, each link made of the one before. */
function chainOf(length: number): { events: AuditEvent[]; payloads: Payloads } {
  const events: AuditEvent[] = [];
  const payloads: Payloads = new Map();
  let previous = CHAIN_START;
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const id = `event-${sequence}` as EventId;
    const kept = { salt: `salt ${sequence}`, payload: { learner: `Learner ${sequence}`, mark: sequence } };
    const unhashed: Omit<AuditEvent, 'hash'> = {
      sequence,
      id,
      at: `2026-11-22T14:0${sequence % 10}:03.120+00:00` as Instant,
      actor: 'person-1' as PersonId,
      kind: 'script-taken-in',
      commitment: commit(sha256, kept.salt, kept.payload),
      previous,
    };
    const hash = eventHash(sha256, unhashed);
    events.push({ ...unhashed, hash });
    payloads.set(id, kept);
    previous = hash;
  }
  return { events, payloads };
}

const alter = (events: readonly AuditEvent[], at: number, change: Partial<AuditEvent>) =>
  events.map((event, index) => (index === at ? { ...event, ...change } : event));

describe('the audit chain', () => {
  const { events, payloads } = chainOf(5);

  it('is whole as it was written', () => expect(checkChain(sha256, events, payloads)).toBeNull());

  it('is whole while nothing has happened', () => expect(checkChain(sha256, [], new Map())).toBeNull());

  it.each<{ field: keyof AuditEvent; change: Partial<AuditEvent>; fault: string }>([
    { field: 'sequence', change: { sequence: 7 }, fault: 'out-of-order' },
    { field: 'id', change: { id: 'event-9' as EventId }, fault: 'hash-wrong' },
    { field: 'at', change: { at: '2026-11-21T14:03:03.120+00:00' as Instant }, fault: 'hash-wrong' },
    { field: 'actor', change: { actor: 'person-2' as PersonId }, fault: 'hash-wrong' },
    { field: 'kind', change: { kind: 'sheet-signed' }, fault: 'hash-wrong' },
    { field: 'commitment', change: { commitment: digestOf('a') }, fault: 'hash-wrong' },
    { field: 'previous', change: { previous: digestOf('a') }, fault: 'link-broken' },
    { field: 'hash', change: { hash: digestOf('a') }, fault: 'hash-wrong' },
  ])('shows an altered $field, in the first, a middle and the last event', ({ change, fault }) => {
    for (const at of [0, 2, 4]) {
      expect(checkChain(sha256, alter(events, at, change), payloads)).toEqual({ sequence: at + 1, fault });
    }
  });

  it('shows an event that was altered and hashed again, by the link of the next', () => {
    const [first, second] = events;
    if (!first || !second) throw new Error('A chain of five has two events');
    const forged = { ...second, kind: 'sheet-signed' as const };
    const rehashed = { ...forged, hash: eventHash(sha256, forged) };
    expect(checkChain(sha256, [first, rehashed, ...events.slice(2)], payloads)).toEqual({
      sequence: 3,
      fault: 'link-broken',
    });
  });

  it('shows any two events that changed places', () => {
    const pair = fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(pair, ([a = 0, b = 0]) => {
        const swapped = events.map((event, at) => events[at === a ? b : at === b ? a : at] ?? event);
        expect(checkChain(sha256, swapped, payloads)).toEqual({ sequence: Math.min(a, b) + 1, fault: 'out-of-order' });
      }),
    );
  });

  it.each([0, 1, 2, 3])('shows event %i cut out of the beginning or the middle', (at) => {
    expect(checkChain(sha256, events.toSpliced(at, 1), payloads)).toEqual({ sequence: at + 1, fault: 'out-of-order' });
  });

  it('shows events cut out and the rest numbered anew', () => {
    const renumbered = events.toSpliced(1, 1).map((event, at) => ({ ...event, sequence: at + 1 }));
    expect(checkChain(sha256, renumbered, payloads)).toEqual({ sequence: 2, fault: 'link-broken' });
  });

  it('shows an event that stands twice', () => {
    const [first] = events;
    expect(checkChain(sha256, [...(first ? [first] : []), ...events], payloads)).toMatchObject({ sequence: 2 });
  });

  it('cannot by itself show that its end was cut off: for that its head stands in every export', () => {
    expect(checkChain(sha256, events.slice(0, 3), payloads)).toBeNull();
    expect(events.at(-1)?.hash).not.toBe(events[2]?.hash);
  });

  it('shows an altered payload and an altered salt', () => {
    const kept = payloads.get('event-2');
    if (!kept) throw new Error('The second event has a payload');
    const other = new Map(payloads).set('event-2', { ...kept, payload: { learner: 'Somebody else', mark: 2 } });
    const salted = new Map(payloads).set('event-2', { ...kept, salt: 'another' });
    expect(checkChain(sha256, events, other)).toEqual({ sequence: 2, fault: 'payload-altered' });
    expect(checkChain(sha256, events, salted)).toEqual({ sequence: 2, fault: 'payload-altered' });
  });

  it('shows two payloads that changed places', () => {
    const [one, two] = [payloads.get('event-1'), payloads.get('event-2')];
    if (!one || !two) throw new Error('Both events have payloads');
    const swapped = new Map(payloads).set('event-1', two).set('event-2', one);
    expect(checkChain(sha256, events, swapped)).toEqual({ sequence: 1, fault: 'payload-altered' });
  });

  it('stays whole when payloads are erased, any of them', () => {
    fc.assert(
      fc.property(fc.subarray([...payloads.keys()]), (erased) => {
        const left = new Map([...payloads].filter(([id]) => !erased.includes(id)));
        expect(checkChain(sha256, events, left)).toBeNull();
      }),
    );
  });

  it('hides a payload behind its salt: the same payload twice has two commitments', () => {
    expect(commit(sha256, 'a', { mark: 7 })).not.toBe(commit(sha256, 'b', { mark: 7 }));
  });
});
