import { standsAt } from './pdf/characters.ts';
import { type Verification, verificationOf } from './verification.ts';
import type { VerificationCrypto } from './verification-crypto.ts';
import { verifyPdf } from './verify-pdf.ts';

/**
 * Verifies one file from its bytes alone: nothing is looked up, no clock is asked, whoever made the file. Never throws
 * for what a file holds. The name counts only to tell a DOCX from other ZIP files.
 */
export async function verifyFile(name: string, bytes: Uint8Array, crypto: VerificationCrypto): Promise<Verification> {
  if (bytes.length === 0) return verificationOf([{ code: 'file-empty', severity: 'not-checkable' }]);
  if (standsAt(bytes, 0, '%PDF-')) return verificationOf(await verifyPdf(bytes, crypto));
  if (standsAt(bytes, 0, 'PK\u0003\u0004') && /\.docx$/i.test(name)) {
    return verificationOf([{ code: 'docx-unsigned', severity: 'not-checkable' }]);
  }
  return verificationOf([{ code: 'type-not-checked', severity: 'not-checkable' }]);
}
