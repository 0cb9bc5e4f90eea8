import { createIdentity, type Identity } from '../../../electron/signing/identity.ts';
import type { Instant } from '../../../shared/lib/dates.ts';

/** A key for the benches to sign with; nobody's. */
export function benchIdentity(): Promise<Identity> {
  return createIdentity({
    name: 'Morgan Vale',
    roles: ['assessor'],
    centre: 'Fernhollow Training Centre',
    validFrom: '2026-01-01T00:00:00.000+00:00' as Instant,
    validUntil: '2036-01-01T00:00:00.000+00:00' as Instant,
  });
}
