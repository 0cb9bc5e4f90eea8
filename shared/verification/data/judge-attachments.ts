import { ATTACHMENT, type AttachedSheet, type SignedCheck } from '../../model/evidence.ts';
import { safeText } from '../safe-text.ts';
import type { SignatureReport } from '../signature-report.ts';
import { readCarriedRegister } from '../trust/carried-register.ts';
import type { HeldRegister } from '../trust/judge-trust.ts';
import { reading } from '../unreadable.ts';
import type { Content } from '../verification.ts';
import type { VerificationCrypto } from '../verification-crypto.ts';
import type { DataFinding } from './data-finding.ts';
import { attachedSheet, signedCheck } from './evidence-shapes.ts';
import { judgeAuthor, judgeCheck, judgeSheet } from './judge-sheet.ts';
import type { Shape } from './shape.ts';
import { readCanonicalJson } from './strict-json.ts';

/** What a file carries as data, by name; each covered by the first signature. */
export type Attachments = ReadonlyMap<string, Uint8Array>;

/** What the data of a file come to, with the sheet and the check for comparing them with the pages. */
export type JudgedAttachments = {
  readonly findings: readonly DataFinding[];
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
  const findings: DataFinding[] = [];
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
  if (!sheet && !check && findings.length === 0) findings.push({ code: 'no-data', severity: 'note' });
  if (sheet) findings.push(...(await judgeSheet(sheet, crypto)));
  if (check) {
    findings.push(...judgeAuthor('check', check.iqa, check.signedAt, authors), ...judgeCheck(check, sheet));
  } else if (sheet) {
    findings.push(...judgeAuthor('assessor', sheet.sheet.assessor, sheet.sheet.signedAt, authors));
  }
  const content: Content | null = sheet
    ? { kind: 'sheet', attached: sheet, check }
    : check
      ? { kind: 'check', check }
      : null;
  return { findings, sheet, check, content, register };
}
