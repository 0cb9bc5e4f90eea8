import { createHash, webcrypto } from 'node:crypto';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { isDigest } from '../../shared/model/ids.ts';
import { sentenceForVerification } from '../../shared/verification/sentence.ts';
import type { Verification } from '../../shared/verification/verification.ts';
import { verifyFile } from '../../shared/verification/verify-file.ts';
import { webVerificationCrypto } from '../../shared/verification/web-crypto.ts';
import { readSignedPdf } from './signed-pdf.ts';
import { MOST_FINDINGS, type VerifiedFile } from './verified-file.ts';

/** Node hashes the parts where they lie; WebCrypto would want them copied into one. */
const crypto = webVerificationCrypto(webcrypto.subtle, async (hash, parts) => {
  const hashing = createHash(hash.replace('-', ''));
  for (const part of parts) hashing.update(part);
  return new Uint8Array(hashing.digest());
});

/** Verifies a file where this runs, which is no place of the app's own: see `verifyApart`. */
export async function verifyHere(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<VerifiedFile> {
  const verification = await verifyFile(name, bytes, crypto);
  const type = typeOf(bytes);
  return {
    type,
    verdict: verification.verdict,
    findings: verification.findings.slice(0, MOST_FINDINGS).map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      sentence: sentenceForVerification(finding),
    })),
    ...(type === 'pdf'
      ? readSignedPdf(bytes, holding(verification))
      : { signatures: signersOf(verification), fields: [] }),
    ...dataIn(verification),
  };
}

/** The numbers of the signatures that hold. */
function holding({ findings }: Verification): ReadonlySet<number> {
  return new Set(findings.flatMap((one) => (one.code === 'signed' ? one.signature : [])));
}

/** Who signed a package; its signatures stand in no field. */
function signersOf({ findings, trust }: Verification): VerifiedFile['signatures'] {
  return findings.flatMap((finding) => {
    const signer = finding.code === 'signed' ? trust.find((one) => one.signature === finding.signature) : undefined;
    if (finding.code !== 'signed' || !signer || !isDigest(signer.fingerprint)) return [];
    const { name, fingerprint } = signer;
    return { field: null, name, fingerprint, certificate: null, claimedTime: finding.claimedTime, end: 0 };
  });
}

function dataIn({ content }: Verification): Pick<VerifiedFile, 'sheet' | 'check'> {
  switch (content?.kind) {
    case 'sheet':
      return { sheet: canonicalJson(content.attached), check: content.check && canonicalJson(content.check) };
    case 'check':
      return { sheet: null, check: canonicalJson(content.check) };
    default:
      return { sheet: null, check: null };
  }
}

function typeOf(bytes: Uint8Array): VerifiedFile['type'] {
  const head = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (head === '%PDF-') return 'pdf';
  return head.startsWith('PK\u0003\u0004') ? 'docx' : 'other';
}
