import { createHash } from 'node:crypto';
import { type Digest, isDigest } from '../../shared/model/ids.ts';

/** The parts of a certificate's subject: `serialNumber` is the person's id, not the certificate's number. */
export const NAME_PART = {
  commonName: '2.5.4.3',
  serialNumber: '2.5.4.5',
  organisation: '2.5.4.10',
  organisationalUnit: '2.5.4.11',
} as const;

/** The digest by which the register and the forms name a certificate. */
export function fingerprintOf(certificate: Uint8Array): Digest {
  const digest = createHash('sha256').update(certificate).digest('hex');
  if (!isDigest(digest)) throw new Error('SHA-256 gave something else than 64 hexadecimal digits');
  return digest;
}
