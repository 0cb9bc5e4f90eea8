import type { Instant } from '../lib/dates.ts';
import { schemeOf } from './cms/algorithms.ts';
import type { Certificate } from './cms/certificate.ts';
import type { SignedAttributes } from './cms/signed-attributes.ts';
import type { Finding } from './finding.ts';
import { instantOfTime } from './pdf/pdf-date.ts';
import { inFormOf } from './read-signature.ts';
import { sameBytes } from './same-bytes.ts';
import { hex } from './text-encodings.ts';
import { reading } from './unreadable.ts';
import type { VerificationCrypto } from './verification-crypto.ts';

/** A certificate with the signature that it came with. */
export type PresentedCertificate = {
  readonly signature: number;
  readonly certificate: Certificate;
  /** Which certificate the signer says it signed with; null where it does not say. */
  readonly naming: SignedAttributes['certificate'];
  readonly claimedTime: Instant | null;
  /** The signature's format demands that the signer names the certificate. */
  readonly named: boolean;
};

/** What a certificate comes to by itself, and the SHA-256 of its DER in hexadecimal. */
export type CertificateReport = { readonly findings: readonly Finding[]; readonly fingerprint: string };

/** Is it the certificate that the signer named, and does the claimed time fall into its validity? Not: whose it is. */
export async function judgeCertificate(
  presented: PresentedCertificate,
  crypto: VerificationCrypto,
): Promise<CertificateReport> {
  const { signature, certificate, claimedTime } = presented;
  const signer = certificate.name;
  const findings: Finding[] = [...(await judgeNaming(presented, crypto))];
  if (claimedTime === null) findings.push({ code: 'time-missing', severity: 'warning', signature, signer });
  else {
    const claimed = Date.parse(claimedTime);
    if (claimed < certificate.notBefore || claimed > certificate.notAfter) {
      const from = instantOfTime(certificate.notBefore);
      const to = instantOfTime(certificate.notAfter);
      findings.push({ code: 'outside-validity', severity: 'warning', signature, signer, from, to });
    }
  }
  return { findings, fingerprint: hex(await crypto.digest('SHA-256', [certificate.der])) };
}

async function judgeNaming(
  { signature, certificate, naming, named }: PresentedCertificate,
  crypto: VerificationCrypto,
): Promise<readonly Finding[]> {
  const signer = certificate.name;
  if (naming === null) {
    if (named) return [{ code: 'certificate-not-named', severity: 'not-checkable', signature, signer }];
    return (await contradictsItself(certificate, crypto))
      ? [{ code: 'certificate-exchanged', severity: 'altered', signature, signer }]
      : [{ code: 'certificate-unprotected', severity: 'warning', signature, signer }];
  }
  if (!naming.hash.ok) {
    return [{ code: 'algorithm-refused', severity: 'not-checkable', signature, signer, ...naming.hash.error }];
  }
  return sameBytes(await crypto.digest(naming.hash.value, [certificate.der]), naming.digest)
    ? []
    : [{ code: 'certificate-exchanged', severity: 'altered', signature, signer }];
}

/** True for a certificate that says it signed itself and did not. */
async function contradictsItself(certificate: Certificate, crypto: VerificationCrypto): Promise<boolean> {
  if (!sameBytes(certificate.issuer, certificate.subject)) return false;
  const read = reading(() => {
    const scheme = schemeOf(certificate.signatureAlgorithm, 'SHA-256', certificate.key);
    return scheme.ok ? { scheme: scheme.value, signature: inFormOf(scheme.value, certificate.signature) } : null;
  });
  if (!read.ok) return true;
  if (read.value === null) return false;
  const { scheme, signature } = read.value;
  return !(await crypto.verify(scheme, certificate.keyInfo, signature, certificate.signedPart));
}
