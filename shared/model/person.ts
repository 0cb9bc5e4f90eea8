import type { Instant } from '../lib/dates.ts';
import type { CentreId, Digest, KeyId, PersonId } from './ids.ts';

/** An assessor in training signs too, and another assessor countersigns. */
export const ROLES = ['assessor', 'assessor-in-training', 'countersigning-assessor', 'iqa', 'lead-iqa', 'ev'] as const;
export type Role = (typeof ROLES)[number];

export type Centre = { readonly id: CentreId; readonly number: string; readonly name: string };

/** A person of the centre's register: one person, keys over time. "Own work" compares persons, never keys. */
export type Person = {
  readonly id: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly keys: readonly PersonKey[];
};

export type PersonKey = {
  readonly id: KeyId;
  /** SHA-256 of the certificate's DER. */
  readonly fingerprint: Digest;
  readonly from: Instant;
  readonly until: Instant | null;
};
