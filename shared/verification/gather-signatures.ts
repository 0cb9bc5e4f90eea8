import type { Finding } from './finding.ts';
import { readCoverage } from './pdf/byte-range.ts';
import type { PdfFile } from './pdf/pdf-file.ts';
import type { Revision } from './pdf/revision.ts';
import { scanForSignatures } from './pdf/scan-for-signatures.ts';
import { readSignedFields, readWrittenSignatures, type SignatureDictionary } from './pdf/signature-dictionary.ts';
import { reading } from './unreadable.ts';
import type { PlacedSignature } from './verify-signature.ts';

/** The signatures of a file in the order in which they were added, and what is wrong with those that have no place. */
export type Gathered = {
  readonly placed: readonly PlacedSignature[];
  readonly findings: readonly Finding[];
};

type Candidates = {
  /** Those of the last revision's fields, and those that cover the file up to some point without any field. */
  readonly signatures: readonly SignatureDictionary[];
  /** Signatures that a field once held and the last revision does not. */
  readonly removed: readonly SignatureDictionary[];
  readonly findings: readonly Finding[];
};

/** Finds a file's signatures; `last` is null where its cross-references cannot be read to the end. */
export function gatherSignatures(file: PdfFile, last: Revision | null): Gathered {
  const listed = last ? reading(() => candidatesOf(file, last)) : null;
  const { signatures, removed, findings } = listed?.ok ? listed.value : scanned(file);
  const found = [...signatures, ...removed].map((dictionary) => ({
    dictionary,
    coverage: readCoverage(file.bytes, dictionary),
  }));
  const sound = found.flatMap(({ dictionary, coverage }) =>
    coverage.ok ? { dictionary, coverage: coverage.value } : [],
  );
  const placed = sound
    .sort((one, other) => one.coverage.end - other.coverage.end)
    .map((one, index) => ({ ...one, number: index + 1 }));
  const faults = found.flatMap(({ coverage }) => (coverage.ok ? [] : coverage.error));
  return {
    placed,
    findings: [
      ...findings,
      ...placed
        .filter((one) => removed.includes(one.dictionary))
        .map(({ number: signature }): Finding => ({ code: 'signature-removed', severity: 'altered', signature })),
      ...faults.map(
        (fault, index): Finding => ({
          code: 'range-refused',
          severity: 'altered',
          signature: placed.length + index + 1,
          fault,
        }),
      ),
    ],
  };
}

function candidatesOf(file: PdfFile, last: Revision): Candidates {
  const fields = readSignedFields(file, last);
  const signatures = fields.flatMap((one) => one.signature ?? []);
  const findings = fields.flatMap((one): readonly Finding[] =>
    one.problem === null
      ? []
      : [{ code: 'signature-unreadable', severity: 'not-checkable', signature: null, problem: one.problem }],
  );
  const others = readWrittenSignatures(file, last).filter(
    (one) => readCoverage(file.bytes, one).ok && !signatures.some((kept) => isSame(kept, one)),
  );
  const removed = others.filter((one) => wasInForm(file, one));
  const outside = others.filter((one) => !removed.includes(one));
  return { signatures: [...signatures, ...outside], removed, findings };
}

/** Without cross-references only those count that fit the file, or did so before it was cut short. */
function scanned(file: PdfFile): Candidates {
  const signatures = scanForSignatures(file.bytes).filter((one) => {
    const coverage = readCoverage(file.bytes, one);
    return coverage.ok || coverage.error === 'beyond-the-file';
  });
  return { signatures, removed: [], findings: [] };
}

/** True where the revision that the signature covers held it in its form: no copy in a drawer, but a signature. */
function wasInForm(file: PdfFile, signature: SignatureDictionary): boolean {
  const coverage = readCoverage(file.bytes, signature);
  if (!coverage.ok) return false;
  const fields = reading(() => readSignedFields(file, file.revisionEndingAt(coverage.value.end)));
  return fields.ok && fields.value.some((one) => one.signature !== null && isSame(one.signature, signature));
}

export function isSame(one: SignatureDictionary, other: SignatureDictionary): boolean {
  return one.contents !== null && one.contents.start === other.contents?.start;
}
