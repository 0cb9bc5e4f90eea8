import type { Instant } from '../lib/dates.ts';
import { judgeCertificate } from './certificate-checks.ts';
import type { SignedAttributes } from './cms/signed-attributes.ts';
import type { Finding } from './finding.ts';
import { type Coverage, coveredParts } from './pdf/byte-range.ts';
import { instantOfPdfDate, instantOfTime } from './pdf/pdf-date.ts';
import type { SignatureDictionary } from './pdf/signature-dictionary.ts';
import { textOf } from './pdf/text-string.ts';
import { entry, nameOf } from './pdf/value.ts';
import { readSignature } from './read-signature.ts';
import { safeText } from './safe-text.ts';
import { sameBytes } from './same-bytes.ts';
import type { VerificationCrypto } from './verification-crypto.ts';

/** A signature at its place among the others, with what it covers. */
export type PlacedSignature = {
  readonly number: number;
  readonly dictionary: SignatureDictionary;
  readonly coverage: Coverage;
};

/** What checking one signature by itself came to. */
export type SignatureReport = {
  /** As the certificate calls its owner; null where no certificate could be read. */
  readonly signer: string | null;
  readonly claimedTime: Instant | null;
  readonly findings: readonly Finding[];
};

const PADES = 'ETSI.CAdES.detached';
const FORMATS = new Set([PADES, 'adbe.pkcs7.detached']);

/** Checks a signature against the bytes that it covers. What happened behind them is judged elsewhere. */
export async function verifySignature(
  bytes: Uint8Array,
  { number: signature, dictionary, coverage }: PlacedSignature,
  crypto: VerificationCrypto,
): Promise<SignatureReport> {
  const { dict, contents } = dictionary;
  const format = nameOf(entry(dict, 'SubFilter')) ?? '';
  const failed = (finding: Finding, signer: string | null = null): SignatureReport => ({
    signer,
    claimedTime: null,
    findings: [finding],
  });
  if (!FORMATS.has(format)) {
    return failed({ code: 'format-unknown', severity: 'not-checkable', signature, format: safeText(format, 40) });
  }
  const read = readSignature(contents?.bytes ?? new Uint8Array());
  if (!read.ok) {
    return failed({ code: 'signature-unreadable', severity: 'not-checkable', signature, problem: read.error });
  }
  const { certificate, attributes, algorithms, hasUnprotected } = read.value;
  const signer = certificate.name;
  if (!attributes) return failed({ code: 'attributes-missing', severity: 'not-checkable', signature, signer }, signer);
  if (!algorithms.ok) {
    return failed(
      { code: 'algorithm-refused', severity: 'not-checkable', signature, signer, ...algorithms.error },
      signer,
    );
  }
  const { hash, scheme, signature: value } = algorithms.value;
  const findings: Finding[] = [];
  if (!sameBytes(await crypto.digest(hash, coveredParts(bytes, coverage)), attributes.messageDigest)) {
    findings.push({ code: 'bytes-changed', severity: 'altered', signature, signer });
  }
  if (!(await crypto.verify(scheme, certificate.keyInfo, value, attributes.signed))) {
    findings.push({ code: 'signature-wrong', severity: 'altered', signature, signer });
  }
  const claimedTime = claimedTimeOf(attributes, dictionary);
  findings.push(
    ...(await judgeCertificate({ signature, certificate, attributes, claimedTime, named: format === PADES }, crypto)),
  );
  if (hasUnprotected) findings.push({ code: 'unprotected-data', severity: 'note', signature, signer });
  if (!findings.some((one) => one.severity === 'altered' || one.severity === 'not-checkable')) {
    const { end, holder } = coverage;
    const size = bytes.length;
    findings.unshift({ code: 'signed', severity: 'good', signature, signer, claimedTime, end, size, holder });
  }
  return { signer, claimedTime, findings };
}

/** The time under the signature: CMS's own, else the dictionary's, which the signature covers like all other bytes. */
function claimedTimeOf(attributes: SignedAttributes, { dict }: SignatureDictionary): Instant | null {
  if (attributes.signingTime !== null) return instantOfTime(attributes.signingTime);
  return instantOfPdfDate(textOf(entry(dict, 'M')) ?? '');
}
