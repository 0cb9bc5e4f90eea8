import type { Instant } from '../../../shared/lib/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Role } from '../../../shared/model/person.ts';
import type { Identity } from '../../signing/identity.ts';

/** A certificate lives long enough for a retention period. */
const CERTIFICATE_YEARS = 10;

/** A new key with its certificate, good from a moment on. */
export async function newIdentity(
  person: { readonly id: PersonId; readonly name: string; readonly roles: readonly Role[] },
  centre: string,
  at: Instant,
): Promise<Identity & { readonly from: Instant; readonly until: Instant }> {
  const until = yearsAfter(at, CERTIFICATE_YEARS);
  // Takes megabytes, and starting needs none of it.
  const { createIdentity } = await import('../../signing/identity.ts');
  const { id, name, roles } = person;
  const identity = await createIdentity({ name, person: id, roles, centre, validFrom: at, validUntil: until });
  return { ...identity, from: at, until };
}

function yearsAfter(at: Instant, years: number): Instant {
  return `${Number(at.slice(0, 4)) + years}${at.slice(4)}`.replace('-02-29T', '-02-28T') as Instant;
}
