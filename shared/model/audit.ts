import type { Instant } from '../lib/dates.ts';
import type { Digest, EventId, PersonId } from './ids.ts';

/** Acts, not drafts: what somebody did that the chain must show. */
export type EventKind =
  | 'workspace-created'
  | 'passphrase-changed'
  | 'centre-edited'
  | 'learner-added'
  | 'learner-edited'
  | 'learner-enrolled'
  | 'enrolment-edited'
  | 'enrolment-withdrawn'
  | 'evidence-added'
  | 'evidence-edited'
  | 'evidence-removed'
  | 'evidence-linked'
  | 'plan-edited'
  | 'due-dates-edited'
  | 'script-taken-in'
  | 'attempt-edited'
  | 'attempt-returned'
  | 'return-withdrawn'
  | 'sheet-opened'
  | 'signing-begun'
  | 'signing-undone'
  | 'sheet-signed'
  | 'sheet-reopened'
  | 'section-reopened'
  | 'sheet-exported'
  | 'pack-added'
  | 'section-carried-again'
  | 'identity-renewed'
  | 'identity-exported'
  | 'identity-imported'
  | 'key-met'
  | 'register-signed'
  | 'register-adopted'
  | 'register-exported'
  | 'sheet-received'
  | 'place-signing-begun'
  | 'place-signing-undone'
  | 'place-signed'
  | 'check-exported'
  | 'extract-made';

/** What a link says, apart from its place. */
export type EventBody = Pick<AuditEvent, 'id' | 'at' | 'actor' | 'kind' | 'commitment'>;

/**
 * One link of the chain. The payload is kept apart, under a salted commitment, so that an extract shows one learner
 * and no other, and erasing a payload leaves the chain whole.
 */
export type AuditEvent = {
  readonly sequence: number;
  readonly id: EventId;
  readonly at: Instant;
  readonly actor: PersonId;
  readonly kind: EventKind;
  /** SHA-256 over salt and canonical payload. */
  readonly commitment: Digest;
  /** Hash of the event before; 64 zeros for the first. */
  readonly previous: Digest;
  /** Covers `previous`, the place and the body's hash, so that an extract can prove a place without showing the body. */
  readonly hash: Digest;
};
