import type { Finding } from './finding.ts';
import { gatherSignatures, MOST_SIGNATURES } from './gather-signatures.ts';
import { judgeRevisions } from './judge-revisions.ts';
import { PdfFile } from './pdf/pdf-file.ts';
import type { SignatureReport } from './signature-report.ts';
import { reading } from './unreadable.ts';
import type { VerificationCrypto } from './verification-crypto.ts';
import { type PlacedSignature, verifySignature } from './verify-signature.ts';

/** What verifying a PDF's signatures came to. */
export type VerifiedPdf = {
  readonly file: PdfFile;
  readonly findings: readonly Finding[];
  readonly placed: readonly PlacedSignature[];
  readonly reports: readonly SignatureReport[];
};

/** Verifies a PDF: each signature by itself, then what was added behind each. */
export async function verifyPdf(bytes: Uint8Array, crypto: VerificationCrypto): Promise<VerifiedPdf> {
  const file = new PdfFile(bytes);
  const failed = (finding: Finding): VerifiedPdf => ({ file, findings: [finding], placed: [], reports: [] });
  const last = reading(() => file.revisionEndingAt(bytes.length));
  if (last.ok && last.value.trailer.entries.has('Encrypt')) {
    return failed({ code: 'pdf-encrypted', severity: 'not-checkable' });
  }
  const gathered = gatherSignatures(file, last.ok ? last.value : null);
  if (!gathered.ok) return failed({ code: gathered.error, severity: 'not-checkable', most: MOST_SIGNATURES });
  const { placed, findings } = gathered.value;
  if (placed.length === 0 && findings.length === 0) {
    return failed(
      last.ok
        ? { code: 'pdf-unsigned', severity: 'not-checkable' }
        : { code: 'pdf-unreadable', severity: 'not-checkable', problem: last.error },
    );
  }
  const reports: SignatureReport[] = [];
  for (const signature of placed) reports.push(await verifySignature(bytes, signature, crypto));
  const judged = judgeRevisions(file, placed, reports);
  const ofSignatures = placed.flatMap((_, index) => [...(reports[index]?.findings ?? []), ...(judged[index] ?? [])]);
  return { file, findings: [...ofSignatures, ...findings], placed, reports };
}
