import type { Finding } from './finding.ts';
import { isSame } from './gather-signatures.ts';
import type { PdfFile } from './pdf/pdf-file.ts';
import type { Revision } from './pdf/revision.ts';
import { readSignedFields } from './pdf/signature-dictionary.ts';
import type { SignatureReport } from './signature-report.ts';
import { reading } from './unreadable.ts';
import { type Behind, judgeBehind } from './update/judge-behind.ts';
import { type Lock, locksOf, type Permission, permissionOf } from './update/permissions.ts';
import type { PlacedSignature } from './verify-signature.ts';

/** What a signature's own revision says. `inForm` is false where no field of it holds the signature. */
type Signed = {
  readonly revision: Revision;
  readonly inForm: boolean;
  readonly permission: Permission | null;
  readonly locks: readonly Lock[];
};

/**
 * Judges the file as a chain: each signature's revision by itself, then the bytes from its end to the next one's, or to
 * the file's. A change between two signatures counts even where a later update took it back. One list a signature.
 */
export function judgeRevisions(
  file: PdfFile,
  placed: readonly PlacedSignature[],
  reports: readonly SignatureReport[],
): readonly (readonly Finding[])[] {
  let permission: Permission = 2;
  let locks: readonly Lock[] = [];
  return placed.map((one, index) => {
    const { number: signature } = one;
    const signer = reports[index]?.signer ?? null;
    const findings = [...judgeOrder(signature, reports[index], reports[index - 1])];
    const read = reading(() => readSigned(file, one));
    if (!read.ok) {
      const { error: problem } = read;
      return [...findings, { code: 'revision-unreadable', severity: 'not-checkable', signature, problem }];
    }
    const signed = read.value;
    if (!signed.inForm) findings.push({ code: 'signature-not-in-form', severity: 'not-checkable', signature });
    if (index === 0 && signed.permission !== null && signer !== null) {
      findings.push({ code: 'certified', severity: 'note', signature, signer, permission: signed.permission });
    }
    if (signed.permission === 1) permission = 1;
    locks = [...locks, ...signed.locks];
    const next = placed[index + 1];
    const behind: Behind = {
      older: signed.revision,
      end: next?.coverage.end ?? file.bytes.length,
      after: { signature, signer },
      covered: next !== undefined,
      permission,
      locks,
    };
    return [...findings, ...judgeBehind(file, behind)];
  });
}

function readSigned(file: PdfFile, { dictionary, coverage }: PlacedSignature): Signed {
  const revision = file.revisionEndingAt(coverage.end);
  const field = readSignedFields(file, revision).find(
    (one) => one.signature !== null && isSame(one.signature, dictionary),
  );
  return {
    revision,
    inForm: field !== undefined,
    permission: permissionOf(file, revision, dictionary.dict),
    locks: field ? locksOf(file, revision, dictionary.dict, field.field.dict) : [],
  };
}

/** Clocks differ, so that an order of time which contradicts the order of signing is a warning and no more. */
function judgeOrder(
  signature: number,
  report: SignatureReport | undefined,
  earlier: SignatureReport | undefined,
): readonly Finding[] {
  if (!report?.claimedTime || !earlier?.claimedTime || report.signer === null) return [];
  return Date.parse(report.claimedTime) < Date.parse(earlier.claimedTime)
    ? [{ code: 'time-out-of-order', severity: 'warning', signature, signer: report.signer }]
    : [];
}
