import { err, ok, type Result } from '../lib/result.ts';
import type { Finding } from './finding.ts';
import { readCoverage } from './pdf/byte-range.ts';
import type { PdfFile } from './pdf/pdf-file.ts';
import type { Revision } from './pdf/revision.ts';
import { scanForSignatures } from './pdf/scan-for-signatures.ts';
import { readSignedFields, type SignatureDictionary } from './pdf/signature-dictionary.ts';
import { type Problem, reading } from './unreadable.ts';
import type { PlacedSignature } from './verify-signature.ts';

/** The signatures of a file in the order in which they were added, and what is wrong with those that have no place. */
export type Gathered = {
  readonly placed: readonly PlacedSignature[];
  readonly findings: readonly Finding[];
};

type Candidates = {
  readonly signatures: readonly SignatureDictionary[];
  readonly findings: readonly Finding[];
};

/** Each signature is hashed over all that it covers, so their number is bounded. */
export const MOST_SIGNATURES = 32;

/** Finds a file's signatures; `last` is null where its cross-references cannot be read to the end. */
export function gatherSignatures(file: PdfFile, last: Revision | null): Result<Gathered, 'too-many-signatures'> {
  const listed = last ? reading(() => inLastForm(file, last)) : null;
  const { signatures, findings } = listed?.ok ? listed.value : withoutForm(listed?.error ?? null);
  if (signatures.length > MOST_SIGNATURES) return err('too-many-signatures');
  const coverageOf = coverages(file);
  const others = scanForSignatures(file.bytes, MOST_SIGNATURES, (one) => {
    const coverage = coverageOf(one);
    // A signed file that is embedded in this one names places in itself, not here, and so drops out.
    const fits = coverage.ok || (!listed?.ok && coverage.error === 'beyond-the-file');
    return fits && !signatures.some((kept) => isSame(kept, one));
  });
  if (signatures.length + others.length > MOST_SIGNATURES) return err('too-many-signatures');
  const placed = [...signatures, ...others]
    .flatMap((dictionary) => {
      const coverage = coverageOf(dictionary);
      return coverage.ok ? { dictionary, coverage: coverage.value } : [];
    })
    .sort((one, other) => one.coverage.end - other.coverage.end)
    .map((one, index) => ({ ...one, number: index + 1 }));
  const removed = listed?.ok ? placed.filter((one) => others.includes(one.dictionary) && wasInForm(file, one)) : [];
  return ok({
    placed,
    findings: [
      ...findings,
      ...removed.map(
        ({ number: signature }): Finding => ({ code: 'signature-removed', severity: 'altered', signature }),
      ),
      ...rangeFaults(coverageOf, [...signatures, ...others], placed.length),
    ],
  });
}

/** What each signature covers, read once: the signature itself is long. */
function coverages(file: PdfFile): (one: SignatureDictionary) => ReturnType<typeof readCoverage> {
  const known = new Map<SignatureDictionary, ReturnType<typeof readCoverage>>();
  return (one) => {
    const coverage = known.get(one) ?? readCoverage(file.bytes, one);
    known.set(one, coverage);
    return coverage;
  };
}

/** What the fields of the last revision hold. */
function inLastForm(file: PdfFile, last: Revision): Candidates {
  const fields = readSignedFields(file, last);
  const signatures = fields.flatMap((one) => one.signature ?? []);
  const [unreadable] = fields.flatMap((one) => one.problem ?? []);
  if (unreadable === undefined) return { signatures, findings: [] };
  return {
    signatures,
    findings: [{ code: 'signature-unreadable', severity: 'not-checkable', signature: null, problem: unreadable }],
  };
}

/** Without cross-references there is no form to speak of; with them, one that cannot be read is worth a finding. */
function withoutForm(problem: Problem | null): Candidates {
  return { signatures: [], findings: problem ? [{ code: 'form-unreadable', severity: 'not-checkable', problem }] : [] };
}

/** Signatures that do not cover what they must, counted behind those that do. */
function rangeFaults(
  coverageOf: ReturnType<typeof coverages>,
  signatures: readonly SignatureDictionary[],
  before: number,
): readonly Finding[] {
  return signatures
    .flatMap((one) => {
      const coverage = coverageOf(one);
      return coverage.ok ? [] : coverage.error;
    })
    .map((fault, index) => ({
      code: 'range-refused',
      severity: 'altered',
      signature: before + index + 1,
      fault,
    }));
}

/** True where the revision that the signature covers held it in its form: no copy in a drawer, but a signature. */
function wasInForm(file: PdfFile, { dictionary, coverage }: PlacedSignature): boolean {
  const fields = reading(() => readSignedFields(file, file.revisionEndingAt(coverage.end)));
  return fields.ok && fields.value.some((one) => one.signature !== null && isSame(one.signature, dictionary));
}

export function isSame(one: SignatureDictionary, other: SignatureDictionary): boolean {
  return one.contents !== null && one.contents.start === other.contents?.start;
}
