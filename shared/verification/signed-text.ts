import type { SignedText } from '../model/evidence.ts';
import { base64Bytes } from './base64.ts';
import { checkCms } from './check-cms.ts';
import { reportOf, type SignatureReport } from './signature-report.ts';
import { utf8Bytes } from './text-encodings.ts';
import type { VerificationCrypto } from './verification-crypto.ts';

/** Checks the signature over a text: detached CMS over its UTF-8 bytes, the certificate named by the signer. */
export function checkSignedText({ text, signature }: SignedText, crypto: VerificationCrypto): Promise<SignatureReport> {
  const cms = base64Bytes(signature);
  if (cms === null) {
    const unreadable = { code: 'signature-unreadable', severity: 'not-checkable', signature: 1 } as const;
    return Promise.resolve(reportOf({ ...unreadable, problem: 'syntax' }));
  }
  const bytes = utf8Bytes(text);
  const covers = { kind: 'text', bytes: bytes.length } as const;
  return checkCms({ signature: 1, cms, parts: [bytes], covers, named: true, otherTime: null }, crypto);
}
