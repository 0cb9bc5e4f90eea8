import { createIdentity, type Identity } from '../../../electron/signing/identity.ts';
import type { SignatureRequest } from '../../../electron/signing/pades/signature-request.ts';
import type { Role } from '../../../shared/model/person.ts';
import { instant } from '../exports/pdf/sample-form.ts';

export const AT = instant('2026-11-22T14:02:03.120+05:30');

export function identityOf(name: string, ...roles: readonly Role[]): Promise<Identity> {
  return createIdentity({
    name,
    roles,
    centre: 'Northgate Management Centre',
    validFrom: instant('2026-01-01T00:00:00.000+00:00'),
    validUntil: instant('2056-01-01T00:00:00.000+00:00'),
  });
}

/** Three people of a sheet, each with a name of another script. */
export const assessor = await identityOf('Zoë Ångström-Nguyễn', 'assessor');
export const iqa = await identityOf('Ελένη Παπαδοπούλου', 'iqa', 'lead-iqa');
export const ev = await identityOf('שרה כהן', 'ev');

export function request(
  fieldId: string,
  who: Identity,
  signerName: string,
  more: Partial<SignatureRequest> = {},
): SignatureRequest {
  return {
    fieldId,
    privateKey: who.privateKey,
    certificate: who.certificate,
    signedAt: AT,
    signerName,
    reason: 'Assessor’s decision (revision 1), [0 0 0 0] <00>',
    location: 'Northgate',
    certify: false,
    appearance: [`Signed electronically by ${signerName}`, '22 Nov 2026, 14:02 +05:30', 'Certificate 493871bd5b4d'],
    ...more,
  };
}
