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

export type ChainFault = {
  readonly sequence: number;
  readonly fault: 'out-of-order' | 'link-broken' | 'hash-wrong' | 'payload-altered';
};

/** Re-derives a chain from its start; payloads that were erased are left out of `payloads` and change nothing. */
export function checkChain(
  hash: Hash,
  events: readonly AuditEvent[],
  payloads: ReadonlyMap<string, { readonly salt: string; readonly payload: Json }>,
): ChainFault | null {
  let previous = CHAIN_START;
  let sequence = 1;
  for (const event of events) {
    if (event.sequence !== sequence) return { sequence, fault: 'out-of-order' };
    if (event.previous !== previous) return { sequence, fault: 'link-broken' };
    if (eventHash(hash, event) !== event.hash) return { sequence, fault: 'hash-wrong' };
    const kept = payloads.get(event.id);
    if (kept && commit(hash, kept.salt, kept.payload) !== event.commitment) {
      return { sequence, fault: 'payload-altered' };
    }
    previous = event.hash;
    sequence += 1;
  }
  return null;
}
