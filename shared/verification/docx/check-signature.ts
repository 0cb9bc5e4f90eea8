import { judgeCertificate } from '../certificate-checks.ts';
import type { Certificate } from '../cms/certificate.ts';
import type { Finding } from '../finding.ts';
import { sameBytes } from '../same-bytes.ts';
import { holds, reportOf, type SignatureReport } from '../signature-report.ts';
import { reading, Unreadable } from '../unreadable.ts';
import type { SignatureScheme, VerificationCrypto } from '../verification-crypto.ts';
import { checkParts, piecesAreWhole } from './check-references.ts';
import { type CoveredParts, uncoveredIn } from './coverage.ts';
import type { OpcPackage } from './opc-package.ts';
import { relationshipsPartOf } from './relationships.ts';
import { readSignatureDocument, type SignatureDocument } from './signature-document.ts';
import { signatureSchemeOf } from './xml-algorithms.ts';

/** A signature of a package: its report, and what it covers of the parts as they are now. */
export type PackageReport = SignatureReport & { readonly covered: CoveredParts };

const MOST_NAMED = 40;
const FIELD_BYTES = { 'P-256': 32, 'P-384': 48, 'P-521': 66 } as const;

/** Checks one signature of a package: itself, then every part that it names, then what it leaves out. */
export async function checkSignature(
  opened: OpcPackage,
  part: string,
  signature: number,
  crypto: VerificationCrypto,
): Promise<PackageReport> {
  const none: CoveredParts = new Map();
  const read = reading(() => {
    const tree = opened.tree(part);
    if (!tree) throw new Unreadable('syntax');
    return readSignatureDocument(tree);
  });
  if (!read.ok) {
    const unreadable = { code: 'signature-unreadable', severity: 'not-checkable', signature } as const;
    return { ...reportOf({ ...unreadable, problem: read.error }), covered: none };
  }
  const document = read.value;
  const certificate = await signersOwn(document, crypto);
  const signer = certificate.name;
  const of = { signature, signer };
  const scheme = signatureSchemeOf(document.method, certificate.key);
  const whole = scheme.ok ? await piecesAreWhole(document.pieces, crypto) : scheme;
  const parts = scheme.ok ? await checkParts(opened, document.parts, crypto) : scheme;
  if (!scheme.ok || !whole.ok || !parts.ok) {
    const fault = [scheme, whole, parts].find((one) => !one.ok);
    const { algorithm, reason } = fault?.ok === false ? fault.error : { algorithm: '', reason: 'unknown' as const };
    const refused = { code: 'algorithm-refused', severity: 'not-checkable', ...of, algorithm, reason } as const;
    return { ...reportOf(refused, signer), covered: none };
  }
  const findings: Finding[] = [];
  if (!whole.value) findings.push({ code: 'bytes-changed', severity: 'altered', ...of });
  if (!(await isSigned(document, scheme.value, certificate, crypto))) {
    findings.push({ code: 'signature-wrong', severity: 'altered', ...of });
  }
  for (const change of parts.value.changes) {
    findings.push({ code: 'part-changed', severity: 'altered', ...of, ...change });
  }
  const { naming, claimedTime } = document.properties;
  const judged = await judgeCertificate({ signature, certificate, naming, claimedTime, named: false }, crypto);
  const { covered } = parts.value;
  findings.push(...judged.findings, ...leftOut(opened, covered, of));
  if (document.hasUnprotected) findings.push({ code: 'unprotected-data', severity: 'note', ...of });
  if (holds(findings)) {
    const signable = signableParts(opened);
    const covers = {
      kind: 'parts',
      covered: signable.filter((name) => covered.has(name)).length,
      all: signable.length,
    } as const;
    findings.unshift({ code: 'signed', severity: 'good', ...of, claimedTime, covers });
  }
  return { signer, fingerprint: judged.fingerprint, claimedTime, findings, covered };
}

/** The certificate that the signer names, else the first that came along. */
async function signersOwn(
  { certificates, properties: { naming } }: SignatureDocument,
  crypto: VerificationCrypto,
): Promise<Certificate> {
  const [first] = certificates;
  if (!first) throw new Error('A signature without a certificate is not read');
  if (!naming?.hash.ok) return first;
  for (const one of certificates) {
    if (sameBytes(await crypto.digest(naming.hash.value, [one.der]), naming.digest)) return one;
  }
  return first;
}

async function isSigned(
  { value, signedInfo }: SignatureDocument,
  scheme: SignatureScheme,
  { keyInfo }: Certificate,
  crypto: VerificationCrypto,
): Promise<boolean> {
  if (scheme.kind === 'ecdsa' && value.length !== 2 * FIELD_BYTES[scheme.curve]) return false;
  return crypto.verify(scheme, keyInfo, value, signedInfo);
}

/** What the signature does not cover: content of the document is an alteration, what stands apart from it is named. */
function leftOut(
  opened: OpcPackage,
  covered: CoveredParts,
  of: { readonly signature: number; readonly signer: string },
): readonly Finding[] {
  const uncovered = reading(() => uncoveredIn(opened, covered));
  if (!uncovered.ok) return [{ code: 'package-unreadable', severity: 'not-checkable', problem: uncovered.error }];
  const { shown, apart } = uncovered.value;
  const added = shown
    .slice(0, MOST_NAMED)
    .map((one): Finding => ({ code: 'part-added', severity: 'altered', ...of, ...one }));
  if (apart.length === 0) return added;
  const named = apart.slice(0, MOST_NAMED);
  return [...added, { code: 'parts-not-covered', severity: 'note', ...of, parts: named, count: apart.length }];
}

/** The parts that a signature could cover: all but the signatures and what leads to them. */
function signableParts(opened: OpcPackage): readonly string[] {
  const { listed, origins } = opened.signatures;
  const own = new Set([...listed, ...origins, ...origins.map(relationshipsPartOf)]);
  return opened.partNames.filter((name) => !own.has(name));
}
