import { canonicalJson, type Json } from '../lib/canonical-json.ts';
import type { AuditEvent, EventBody } from '../model/audit.ts';
import type { Digest } from '../model/ids.ts';

/** SHA-256 of a text's UTF-8 bytes as lower-case hexadecimal, handed in. */
export type Hash = (text: string) => Digest;

/** The `previous` of the first event. */
export const CHAIN_START = '0'.repeat(64) as Digest;

/** Commitment to a payload: the salt keeps a short payload from being guessed from its hash. */
export function commit(hash: Hash, salt: string, payload: Json): Digest {
  return hash(canonicalJson({ payload, salt }));
}

/** Hash of what a link says; its random id keeps it from being guessed. */
export function bodyHash(hash: Hash, { id, at, actor, kind, commitment }: EventBody): Digest {
  return hash(canonicalJson({ actor, at, commitment, id, kind }));
}

/** Hash of a link at its place, covering the one before it. */
export function linkHash(hash: Hash, sequence: number, previous: Digest, body: Digest): Digest {
  return hash(canonicalJson({ body, previous, sequence }));
}

/** Hash of one event, covering the one before it. */
export function eventHash(hash: Hash, event: Omit<AuditEvent, 'hash'>): Digest {
  return linkHash(hash, event.sequence, event.previous, bodyHash(hash, event));
}

/**
 * `end-missing`: the links hold as far as they go, but an end that was there once is not. `unreadable`: the store does not
 * give the link.
 */
export type ChainFault = {
  readonly sequence: number;
  readonly fault: 'out-of-order' | 'link-broken' | 'hash-wrong' | 'payload-altered' | 'end-missing' | 'unreadable';
};

/** How far a walk along the chain has come. */
export type ChainPlace = { readonly sequence: number; readonly hash: Digest };
export const BEFORE_FIRST: ChainPlace = { sequence: 0, hash: CHAIN_START };

/** What a commitment covers. */
export type KeptPayload = { readonly salt: string; readonly payload: Json };

/** Re-derives one link from the one before it; a payload that was erased is left out and changes nothing. */
export function checkLink(
  hash: Hash,
  before: ChainPlace,
  event: AuditEvent,
  kept: KeptPayload | undefined,
): ChainFault | null {
  const sequence = before.sequence + 1;
  if (event.sequence !== sequence) return { sequence, fault: 'out-of-order' };
  if (event.previous !== before.hash) return { sequence, fault: 'link-broken' };
  if (eventHash(hash, event) !== event.hash) return { sequence, fault: 'hash-wrong' };
  if (kept && commit(hash, kept.salt, kept.payload) !== event.commitment) return { sequence, fault: 'payload-altered' };
  return null;
}

/** Re-derives a whole chain from its start. */
export function checkChain(
  hash: Hash,
  events: readonly AuditEvent[],
  payloads: ReadonlyMap<string, KeptPayload>,
): ChainFault | null {
  let before = BEFORE_FIRST;
  for (const event of events) {
    const fault = checkLink(hash, before, event, payloads.get(event.id));
    if (fault) return fault;
    before = event;
  }
  return null;
}
