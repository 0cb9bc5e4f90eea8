import { ATTACHMENT, type AttachedSheet, type SignedCheck } from '../../model/evidence.ts';
import { judgeSignedExtract, type VerifiedText } from '../chain/verify-json.ts';
import type { Finding } from '../finding.ts';
import { safeText } from '../safe-text.ts';
import type { SignatureReport } from '../signature-report.ts';
import { readCarriedRegister } from '../trust/carried-register.ts';
import type { HeldRegister } from '../trust/judge-trust.ts';
import { reading } from '../unreadable.ts';
import type { Content } from '../verification.ts';
import type { VerificationCrypto } from '../verification-crypto.ts';
import { attachedSheet, signedCheck, signedExtract } from './evidence-shapes.ts';
import { judgeAuthor, judgeCheck, judgeSheet } from './judge-sheet.ts';
import type { Shape } from './shape.ts';
import { readCanonicalJson } from './strict-json.ts';

/** What a file carries as data, by name; each covered by the first signature. */
export type Attachments = ReadonlyMap<string, Uint8Array>;

/** What the data of a file come to, with the sheet and the check for comparing them with the pages. */
export type JudgedAttachments = {
  readonly findings: readonly Finding[];
  readonly sheet: AttachedSheet | null;
  readonly check: SignedCheck | null;
  readonly content: Content | null;
  readonly register: HeldRegister | null;
};

/** Judges the data of a signed file. `authors`: the signatures that may be those of the sheet's author. */
export async function judgeAttachments(
  attachments: Attachments,
  authors: readonly SignatureReport[],
  crypto: VerificationCrypto,
): Promise<JudgedAttachments> {
  const findings: Finding[] = [];
  const take = <T>(name: string, shape: Shape<T>): T | null => {
    const bytes = attachments.get(name);
    if (!bytes) return null;
    const read = reading(() => shape(readCanonicalJson(bytes)));
    if (read.ok) return read.value;
    findings.push({ code: 'data-unknown', severity: 'not-checkable', attachment: safeText(name), problem: read.error });
    return null;
  };
  const sheet = take(ATTACHMENT.sheet, attachedSheet);
  const check = take(ATTACHMENT.check, signedCheck);
  const carried = attachments.get(ATTACHMENT.register);
  const held = carried ? await readCarriedRegister(carried, crypto) : null;
  const register = held && 'register' in held ? held : null;
  if (held && 'code' in held) findings.push(held);
  if (!attachments.has(ATTACHMENT.extract) && !sheet && !check && findings.length === 0)
    findings.push({ code: 'no-data', severity: 'note' });
  if (sheet) findings.push(...(await judgeSheet(sheet, crypto)));
  if (check) {
    findings.push(...judgeAuthor('check', check.iqa, check.signedAt, authors), ...judgeCheck(check, sheet));
  } else if (sheet) {
    findings.push(...judgeAuthor('assessor', sheet.sheet.assessor, sheet.sheet.signedAt, authors));
  }
  const signedText = take(ATTACHMENT.extract, signedExtract);
  const extract = signedText ? await judgeSignedExtract(signedText, crypto) : null;
  if (extract) findings.push(...extractFindings(extract, authors));
  if (!sheet && (check || extract)) findings.push({ code: 'page-not-compared', severity: 'note' });
  const content: Content | null = sheet
    ? { kind: 'sheet', attached: sheet, check }
    : check
      ? { kind: 'check', check }
      : (extract?.data.content ?? null);
  return { findings, sheet, check, content, register };
}

/** An extract within a PDF is signed for itself, by the key that signed the PDF. */
function extractFindings(
  { findings, reports, data }: VerifiedText,
  authors: readonly SignatureReport[],
): readonly Finding[] {
  const against = findings.filter((one) => one.severity === 'altered' || one.severity === 'not-checkable');
  const [report] = reports;
  const [author] = authors;
  if (report?.signer == null || !author || report.fingerprint === author.fingerprint)
    return [...against, ...data.findings];
  const stated = safeText(author.signer ?? '(no name)');
  return [...against, ...data.findings, { code: 'maker-differs', severity: 'altered', stated, signer: report.signer }];
}
