import type { Instant } from '../lib/dates.ts';
import { judgeCertificate } from './certificate-checks.ts';
import type { Covers, Finding } from './finding.ts';
import { instantOfTime } from './pdf/pdf-date.ts';
import { readSignature } from './read-signature.ts';
import { sameBytes } from './same-bytes.ts';
import { holds, reportOf, type SignatureReport } from './signature-report.ts';
import type { VerificationCrypto } from './verification-crypto.ts';

/** A detached signature in CMS with what it should cover. */
export type DetachedSignature = {
  readonly signature: number;
  readonly cms: Uint8Array;
  /** What is signed, in parts that follow one another. */
  readonly parts: readonly Uint8Array[];
  readonly covers: Covers;
  /** The signature's format demands that the signer names the certificate. */
  readonly named: boolean;
  /** A time that stands under the signature elsewhere, where its own attributes claim none. */
  readonly otherTime: Instant | null;
};

/** Checks a detached signature against the bytes that it covers. */
export async function checkCms(detached: DetachedSignature, crypto: VerificationCrypto): Promise<SignatureReport> {
  const { signature, covers, named } = detached;
  const read = readSignature(detached.cms);
  if (!read.ok) {
    return reportOf({ code: 'signature-unreadable', severity: 'not-checkable', signature, problem: read.error });
  }
  const { certificate, attributes, algorithms, hasUnprotected } = read.value;
  const signer = certificate.name;
  if (!attributes)
    return reportOf({ code: 'attributes-missing', severity: 'not-checkable', signature, signer }, signer);
  if (!algorithms.ok) {
    const refused = { code: 'algorithm-refused', severity: 'not-checkable', signature, signer } as const;
    return reportOf({ ...refused, ...algorithms.error }, signer);
  }
  const { hash, scheme, signature: value } = algorithms.value;
  const findings: Finding[] = [];
  if (!sameBytes(await crypto.digest(hash, detached.parts), attributes.messageDigest)) {
    findings.push({ code: 'bytes-changed', severity: 'altered', signature, signer });
  }
  if (!(await crypto.verify(scheme, certificate.keyInfo, value, attributes.signed))) {
    findings.push({ code: 'signature-wrong', severity: 'altered', signature, signer });
  }
  const claimedTime = attributes.signingTime === null ? detached.otherTime : instantOfTime(attributes.signingTime);
  const naming = attributes.certificate;
  const judged = await judgeCertificate({ signature, certificate, naming, claimedTime, named }, crypto);
  findings.push(...judged.findings);
  if (hasUnprotected) findings.push({ code: 'unprotected-data', severity: 'note', signature, signer });
  if (holds(findings)) {
    findings.unshift({ code: 'signed', severity: 'good', signature, signer, claimedTime, covers });
  }
  return { signer, fingerprint: judged.fingerprint, claimedTime, findings };
}
