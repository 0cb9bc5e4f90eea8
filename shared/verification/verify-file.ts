import { isDigest } from '../model/ids.ts';
import { verifyJson } from './chain/verify-json.ts';
import { claimOfDocx, claimOfJson, claimOfPdf } from './data/claims.ts';
import { judgeDocxData } from './data/judge-docx-data.ts';
import { judgePdfData } from './data/judge-pdf-data.ts';
import type { JudgedData } from './data/judged-data.ts';
import { verifyDocx } from './docx/verify-docx.ts';
import type { Finding } from './finding.ts';
import { standsAt } from './pdf/characters.ts';
import type { SignatureReport } from './signature-report.ts';
import { subjectOf } from './subject.ts';
import { hex } from './text-encodings.ts';
import { judgeSameSigner } from './trust/judge-same-signer.ts';
import { judgeTrust } from './trust/judge-trust.ts';
import { type Content, type Verification, verdictOf } from './verification.ts';
import type { VerificationCrypto } from './verification-crypto.ts';
import { verifyCertificate } from './verify-certificate.ts';
import { verifyPdf } from './verify-pdf.ts';

/** What each kind of file comes to, before the verdict. */
type Verified = {
  readonly findings: readonly Finding[];
  readonly reports: readonly SignatureReport[];
  readonly data: JudgedData;
  /** What the file says of itself, asked for only where nothing vouches for it. */
  readonly claim: () => Content | null;
};

const OPEN_BRACE = 0x7b;
/** What DER begins with. */
const SEQUENCE = 0x30;
const NOTHING: JudgedData = { findings: [], content: null, register: null };

/**
 * Verifies one file from its bytes alone: nothing is looked up, no clock is asked, whoever made the file. Never throws
 * for what a file holds. The name counts only to tell a DOCX from other ZIP files.
 */
export async function verifyFile(name: string, bytes: Uint8Array, crypto: VerificationCrypto): Promise<Verification> {
  const { findings, reports, data, claim } = await verifyKind(name, bytes, crypto);
  const judged = judgeTrust(reports, data.register);
  const all = [...findings, ...data.findings, ...judgeSameSigner(reports), ...judged.findings];
  const digest = hex(await crypto.digest('SHA-256', [bytes]));
  if (!isDigest(digest)) throw new Error('The host’s SHA-256 is none');
  const verdict = verdictOf(all);
  const content = verdict === 'intact' ? data.content : null;
  const about = verdict === 'intact' ? data.content : (data.content ?? claim());
  const subject = about ? subjectOf(about) : null;
  return { verdict, trust: judged.trust, findings: all, content, subject, digest };
}

async function verifyKind(name: string, bytes: Uint8Array, crypto: VerificationCrypto): Promise<Verified> {
  if (bytes.length === 0) return only({ code: 'file-empty', severity: 'not-checkable' });
  if (standsAt(bytes, 0, '%PDF-')) {
    const verified = await verifyPdf(bytes, crypto);
    const signedEnd = verified.placed[0]?.coverage.end ?? null;
    const claim = () => claimOfPdf(verified.file, signedEnd);
    return { ...verified, data: await judgePdfData(verified, crypto), claim };
  }
  if (standsAt(bytes, 0, 'PK\u0003\u0004') && /\.docx$/i.test(name)) {
    const verified = await verifyDocx(bytes, crypto);
    return { ...verified, data: await judgeDocxData(verified, crypto), claim: () => claimOfDocx(bytes) };
  }
  if (bytes[0] === OPEN_BRACE) return { ...(await verifyJson(bytes, crypto)), claim: () => claimOfJson(bytes) };
  const certificate = bytes[0] === SEQUENCE ? await verifyCertificate(bytes, crypto) : null;
  if (certificate) return { findings: certificate.findings, reports: [certificate], data: NOTHING, claim: noClaim };
  return only({ code: 'type-not-checked', severity: 'not-checkable' });
}

function only(finding: Finding): Verified {
  return { findings: [finding], reports: [], data: NOTHING, claim: noClaim };
}

function noClaim(): null {
  return null;
}
