import { schemeOf } from './cms/algorithms.ts';
import { readWholeAsn1 } from './cms/asn1.ts';
import { type Certificate, readCertificate } from './cms/certificate.ts';
import type { Finding } from './finding.ts';
import { instantOfTime } from './pdf/pdf-date.ts';
import { inFormOf } from './read-signature.ts';
import { sameBytes } from './same-bytes.ts';
import type { SignatureReport } from './signature-report.ts';
import { hex } from './text-encodings.ts';
import { reading } from './unreadable.ts';
import type { VerificationCrypto } from './verification-crypto.ts';

/**
 * Verifies a certificate by itself, as somebody sends it to the lead IQA: whether it is as its own key signed it. Null for
 * bytes that are no certificate, or one that an authority issued, whose own certificate is not at hand.
 */
export async function verifyCertificate(
  bytes: Uint8Array,
  crypto: VerificationCrypto,
): Promise<SignatureReport | null> {
  const read = reading(() => readCertificate(readWholeAsn1(bytes)));
  if (!read.ok || !sameBytes(read.value.issuer, read.value.subject)) return null;
  const { name: signer, notBefore, notAfter } = read.value;
  const whole = await signedItself(read.value, crypto);
  const [from, to] = [instantOfTime(notBefore), instantOfTime(notAfter)];
  const finding: Finding = whole
    ? { code: 'certificate-whole', severity: 'good', signer, from, to }
    : { code: 'certificate-changed', severity: 'altered', signer };
  const fingerprint = whole ? hex(await crypto.digest('SHA-256', [bytes])) : null;
  return { signer, fingerprint, claimedTime: null, findings: [finding] };
}

async function signedItself(certificate: Certificate, crypto: VerificationCrypto): Promise<boolean> {
  const read = reading(() => {
    const scheme = schemeOf(certificate.signatureAlgorithm, 'SHA-256', certificate.key);
    return scheme.ok ? { scheme: scheme.value, signature: inFormOf(scheme.value, certificate.signature) } : null;
  });
  if (!read.ok || read.value === null) return false;
  return crypto.verify(read.value.scheme, certificate.keyInfo, read.value.signature, certificate.signedPart);
}
