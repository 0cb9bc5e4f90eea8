import { createHash, webcrypto } from 'node:crypto';
import { sentenceForVerification } from '../../shared/verification/sentence.ts';
import type { Verification } from '../../shared/verification/verification.ts';
import { verifyFile } from '../../shared/verification/verify-file.ts';
import { webVerificationCrypto } from '../../shared/verification/web-crypto.ts';
import { readSignedPdf } from './signed-pdf.ts';
import type { HeldData, VerifiedFile } from './verified-file.ts';

/** Node hashes the parts where they lie; WebCrypto would want them copied into one. */
const crypto = webVerificationCrypto(webcrypto.subtle, async (hash, parts) => {
  const hashing = createHash(hash.replace('-', ''));
  for (const part of parts) hashing.update(part);
  return new Uint8Array(hashing.digest());
});

const NOTHING: HeldData = { signatures: [], fields: [], sheet: null, check: null };

/** Verifies a file where this runs, which is no place of the app's own: see `verifyApart`. */
export async function verifyHere(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<VerifiedFile> {
  const verification = await verifyFile(name, bytes, crypto);
  const type = typeOf(bytes);
  const held = type === 'pdf' ? readSignedPdf(bytes, holding(verification)) : NOTHING;
  return {
    type,
    verdict: verification.verdict,
    findings: verification.findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      sentence: sentenceForVerification(finding),
    })),
    ...held,
  };
}

/** The numbers of the signatures that hold. */
function holding({ findings }: Verification): ReadonlySet<number> {
  return new Set(findings.flatMap((one) => (one.code === 'signed' ? one.signature : [])));
}

function typeOf(bytes: Uint8Array): VerifiedFile['type'] {
  const head = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (head === '%PDF-') return 'pdf';
  return head.startsWith('PK\u0003\u0004') ? 'docx' : 'other';
}
