import type { Finding } from '../finding.ts';
import { MOST_SIGNATURES } from '../gather-signatures.ts';
import { safeText } from '../safe-text.ts';
import type { SignatureReport } from '../signature-report.ts';
import { type Problem, Unreadable } from '../unreadable.ts';
import type { VerificationCrypto } from '../verification-crypto.ts';
import { showsTampering, ZipFault } from '../zip/zip-fault.ts';
import { checkSignature, type PackageReport } from './check-signature.ts';
import type { CoveredParts } from './coverage.ts';
import { CONTENT_TYPES, SIGNATURE_TYPE } from './names.ts';
import { OpcPackage } from './opc-package.ts';
import { relationshipsPartOf } from './relationships.ts';

/** What verifying a DOCX came to; `opened` is null where it could not be read. */
export type VerifiedPackage = {
  readonly findings: readonly Finding[];
  readonly reports: readonly SignatureReport[];
  readonly opened: OpcPackage | null;
  /** What the first signature covers. */
  readonly covered: CoveredParts;
};

/** Verifies the signatures of a DOCX (ECMA-376 part 2), each by itself, then what one adds to those before it. */
export async function verifyDocx(bytes: Uint8Array, crypto: VerificationCrypto): Promise<VerifiedPackage> {
  try {
    return await verifyPackage(new OpcPackage(bytes), bytes.length, crypto);
  } catch (error) {
    if (error instanceof ZipFault) {
      const severity = showsTampering(error.kind) ? 'altered' : 'not-checkable';
      return failed({ code: 'package-refused', severity, fault: error.kind });
    }
    if (error instanceof Unreadable) return unreadable(error.problem);
    throw error;
  }
}

async function verifyPackage(opened: OpcPackage, size: number, crypto: VerificationCrypto): Promise<VerifiedPackage> {
  // Every entry is unpacked and held against its check sum, whether or not a signature covers it.
  for (const name of opened.entries.keys()) opened.bytes(name);
  const { listed, origins } = opened.signatures;
  const kept = opened.partNames.filter((name) => opened.types.of(name) === SIGNATURE_TYPE && !listed.includes(name));
  if (listed.length + kept.length > MOST_SIGNATURES) {
    return failed({ code: 'too-many-signatures', severity: 'not-checkable', most: MOST_SIGNATURES });
  }
  const unlisted = kept.map((name): Finding => {
    return { code: 'signature-unlisted', severity: 'altered', part: safeText(name) };
  });
  if (listed.length === 0) {
    const unsigned: Finding = { code: 'docx-unsigned', severity: 'not-checkable' };
    return { findings: kept.length > 0 ? unlisted : [unsigned], reports: [], opened, covered: new Map() };
  }
  const reports: PackageReport[] = [];
  for (const [index, part] of listed.entries()) reports.push(await checkSignature(opened, part, index + 1, crypto));
  const findings = reports.flatMap((one, index) => [...one.findings, ...whatItAdds(one, index, listed)]);
  const lead = [...listed, ...origins, ...origins.map(relationshipsPartOf)];
  const first: CoveredParts = reports[0]?.covered ?? new Map();
  const byMeaning = [CONTENT_TYPES, ...[...first].flatMap(([name, choice]) => (choice === null ? [] : name))];
  return {
    findings: [...findings, ...unlisted, bookkeeping(opened, size, lead, byMeaning)],
    reports,
    opened,
    covered: first,
  };
}

/** A later signature that covers an earlier one is made over it; signatures of a package mostly stand side by side. */
function whatItAdds({ signer, covered }: PackageReport, index: number, listed: readonly string[]): readonly Finding[] {
  if (index === 0 || signer === null) return [];
  const earlier = listed.slice(0, index).flatMap((name, at) => (covered.has(name) ? [at + 1] : []));
  return [{ code: 'signed-over', severity: 'note', signature: index + 1, signer, earlier }];
}

/** All bytes of the ZIP that are no part's content. */
function bookkeeping(
  opened: OpcPackage,
  size: number,
  signatureParts: readonly string[],
  byMeaning: readonly string[],
): Finding {
  const ranges: { readonly from: number; readonly to: number }[] = [];
  let end = 0;
  for (const { from, to } of [...opened.entries.values()].sort((one, other) => one.from - other.from)) {
    if (from > end) ranges.push({ from: end, to: from });
    end = to;
  }
  ranges.push({ from: end, to: size });
  const bytes = ranges.reduce((sum, one) => sum + one.to - one.from, 0);
  const named = (parts: readonly string[]) => parts.map((one) => safeText(one));
  return {
    code: 'package-bookkeeping',
    severity: 'note',
    bytes,
    ranges,
    signatureParts: named(signatureParts),
    byMeaning: named(byMeaning),
  };
}

function unreadable(problem: Problem): VerifiedPackage {
  return failed({ code: 'package-unreadable', severity: 'not-checkable', problem });
}

function failed(finding: Finding): VerifiedPackage {
  return { findings: [finding], reports: [], opened: null, covered: new Map() };
}
