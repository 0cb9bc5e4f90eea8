import { canonicalJson } from '../../lib/canonical-json.ts';
import { civilDateOf } from '../../lib/dates.ts';
import type { AttachedSheet, SignedCheck } from '../../model/evidence.ts';
import type { SignedSheet } from '../../model/mark-sheet.ts';
import { safeText } from '../safe-text.ts';
import type { SignatureReport } from '../signature-report.ts';
import { hex, utf8Bytes } from '../text-encodings.ts';
import type { VerificationCrypto } from '../verification-crypto.ts';
import type { DataFinding } from './data-finding.ts';
import { entriesWith, judgeDifference, judgeOutcome } from './derive-outcome.ts';
import { judgeDate } from './judge-dates.ts';
import { judgeEvidence } from './judge-evidence.ts';

/** How far two claims of the same moment may lie apart, in milliseconds. */
const SAME_MOMENT = 24 * 60 * 60 * 1000;

/** Re-derives what a sheet's data say of themselves. */
export async function judgeSheet(
  { sheet, digest, docx }: AttachedSheet,
  crypto: VerificationCrypto,
): Promise<readonly DataFinding[]> {
  const found = hex(await crypto.digest('SHA-256', [utf8Bytes(canonicalJson(sheet))]));
  const received = sheet.attempt.dateReceived;
  const signed = civilDateOf(sheet.signedAt);
  return [
    found === digest
      ? { code: 'digest-right', severity: 'good', digest }
      : { code: 'digest-wrong', severity: 'altered', stated: digest, found },
    judgeOutcome('assessor', sheet, sheet.sections, sheet.decision),
    ...judgeEvidence(sheet),
    ...(received > signed ? [{ code: 'received-after-signing', severity: 'warning', received, signed } as const] : []),
    ...(docx === null ? [] : [{ code: 'docx-declared', severity: 'note', digest: docx } as const]),
  ];
}

/** What a check says of the sheet: its outcome can be derived where the sheet came along. */
export function judgeCheck(check: SignedCheck, attached: AttachedSheet | null): readonly DataFinding[] {
  const { digest, sheet, revision } = check.sheet;
  const declared: DataFinding = { code: 'check-declared', severity: 'note', sheet, revision, digest, ...check.files };
  if (!attached) return [declared];
  if (attached.digest !== digest) {
    const carried = attached.digest;
    return [declared, { code: 'check-of-another-sheet', severity: 'altered', stated: digest, carried }];
  }
  const { sheet: checked } = attached;
  const outcome = checkedOutcome(check, checked);
  return [declared, outcome, ...judgeDifference(checked, outcome), ...judgeDate(null, check.checkDate, checked)];
}

/** The check's outcome by the rule of the sheet that it is of. */
export function checkedOutcome(check: SignedCheck, sheet: SignedSheet): DataFinding {
  const given = (section: string, criterion: string | null) =>
    check.marks.find((one) => one.section === section && one.criterion === criterion)?.mark ?? null;
  return judgeOutcome('check', sheet, entriesWith(sheet, given), check.decision);
}

/** Does the key that the data name belong to one of the signatures that may be its author's? */
export function judgeAuthor(
  by: 'assessor' | 'check',
  author: SignedSheet['assessor'],
  signedAt: SignedSheet['signedAt'],
  among: readonly SignatureReport[],
): readonly DataFinding[] {
  const report = among.find((one) => one.fingerprint === author.fingerprint);
  const name = safeText(author.name);
  if (!report) {
    const [first] = among;
    const stated = author.fingerprint;
    const { fingerprint, signer } = first ?? { fingerprint: null, signer: null };
    const other = { fingerprint: fingerprint ?? '', signer: signer ?? '(no name)' };
    return [{ code: 'author-differs', severity: 'altered', by, stated, ...other }];
  }
  const findings: DataFinding[] = [{ code: 'author-agrees', severity: 'good', by, name }];
  const { signer, claimedTime } = report;
  if (signer !== null && signer !== name) {
    findings.push({ code: 'name-differs', severity: 'warning', stated: name, signer });
  }
  if (claimedTime !== null && Math.abs(Date.parse(claimedTime) - Date.parse(signedAt)) > SAME_MOMENT) {
    findings.push({ code: 'time-differs', severity: 'warning', stated: signedAt, claimed: claimedTime });
  }
  return findings;
}
