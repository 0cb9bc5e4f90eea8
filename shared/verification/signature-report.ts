import type { Instant } from '../lib/dates.ts';
import type { Finding } from './finding.ts';

/** What checking one signature by itself came to. */
export type SignatureReport = {
  /** As the certificate calls its owner; null where no certificate could be read. */
  readonly signer: string | null;
  /** SHA-256 of the certificate in hexadecimal; null as above. */
  readonly fingerprint: string | null;
  readonly claimedTime: Instant | null;
  readonly findings: readonly Finding[];
};

/** A report of a signature that could not be checked far enough to say more than why. */
export function reportOf(finding: Finding, signer: string | null = null): SignatureReport {
  return { signer, fingerprint: null, claimedTime: null, findings: [finding] };
}

/** True where nothing that was found stands against the signature. */
export function holds(findings: readonly Finding[]): boolean {
  return !findings.some((one) => one.severity === 'altered' || one.severity === 'not-checkable');
}
