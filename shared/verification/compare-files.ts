import { assertNever } from '../lib/assert-never.ts';
import type { Digest } from '../model/ids.ts';
import type { DataFinding } from './data/data-finding.ts';
import { sentenceForData } from './data/data-sentence.ts';
import { checkedOutcome } from './data/judge-sheet.ts';
import { safeText } from './safe-text.ts';
import type { Verification } from './verification.ts';
import { number } from './wording.ts';

/** A file that was verified in the same run. */
export type NamedVerification = { readonly name: string; readonly verification: Verification };

/** What files say about each other; each name is the file's own, fit to be shown. */
export type Comparison =
  | { readonly code: 'head-in-extract'; readonly file: string; readonly extract: string; readonly sequence: number }
  | { readonly code: 'head-not-in-extract'; readonly file: string; readonly extract: string }
  | { readonly code: 'docx-as-declared'; readonly file: string; readonly docx: string }
  | { readonly code: 'docx-not-as-declared'; readonly file: string; readonly docx: string }
  | { readonly code: 'check-of-file'; readonly file: string; readonly checked: string }
  | { readonly code: 'check-outcome'; readonly file: string; readonly finding: DataFinding };

/**
 * Compares files that were verified together, as far as each is intact: is the head that a sheet prints a link of an
 * extract, is a DOCX the one that a PDF names, of which sheet is a check. It changes no file's own verdict.
 */
export function compareFiles(files: readonly NamedVerification[]): readonly Comparison[] {
  const intact = files.flatMap(({ name, verification }) =>
    verification.verdict === 'intact' && verification.content
      ? [{ file: safeText(name), content: verification.content, digest: verification.digest }]
      : [],
  );
  return intact.flatMap((one) => intact.flatMap((other) => (one === other ? [] : comparePair(one, other))));
}

type Intact = {
  readonly file: string;
  readonly content: NonNullable<Verification['content']>;
  readonly digest: Digest;
};

function comparePair(one: Intact, other: Intact): readonly Comparison[] {
  if (one.content.kind !== 'sheet' && one.content.kind !== 'check') return [];
  return [...againstExtract(one, other), ...againstSheet(one, other)];
}

/** The head when signing began is a link of the signer's chain; another person's chain does not have it. */
function againstExtract({ file, content }: Intact, other: Intact): readonly Comparison[] {
  if (other.content.kind !== 'extract') return [];
  const head = headOf(content);
  const sequence = head === null ? undefined : other.content.places.get(head);
  return sequence === undefined
    ? [{ code: 'head-not-in-extract', file, extract: other.file }]
    : [{ code: 'head-in-extract', file, extract: other.file, sequence }];
}

function headOf(content: Intact['content']): Digest | null {
  if (content.kind === 'check') return content.check.chainHead;
  if (content.kind !== 'sheet') return null;
  return content.check ? content.check.chainHead : content.attached.sheet.chainHead;
}

function againstSheet({ file, content }: Intact, other: Intact): readonly Comparison[] {
  if (other.content.kind !== 'sheet' || other.content.check) return [];
  const { attached } = other.content;
  const check = content.kind === 'check' ? content.check : content.kind === 'sheet' ? content.check : null;
  if (check) {
    if (check.sheet.digest !== attached.digest) return [];
    const named = check.files.pdf === other.digest || check.files.docx === other.digest;
    const of: Comparison[] = named ? [{ code: 'check-of-file', file, checked: other.file }] : [];
    if (content.kind === 'sheet') return of;
    return [...of, { code: 'check-outcome', file, finding: checkedOutcome(check, attached.sheet) }];
  }
  if (content.kind !== 'sheet' || content.attached.digest !== attached.digest) return [];
  const declared = content.attached.docx;
  if (declared === null || attached.docx !== null) return [];
  return declared === other.digest
    ? [{ code: 'docx-as-declared', file, docx: other.file }]
    : [{ code: 'docx-not-as-declared', file, docx: other.file }];
}

/** What a comparison says. */
export function sentenceForComparison(comparison: Comparison): string {
  switch (comparison.code) {
    case 'head-in-extract':
      return `The head of the audit chain in “${comparison.file}” is link ${number(comparison.sequence)} of the extract “${comparison.extract}”: the file was signed after that link, and the chain was not changed since.`;
    case 'head-not-in-extract':
      return `The head of the audit chain in “${comparison.file}” is no link of the extract “${comparison.extract}”: it is of another person’s chain, begins later, or the chain was changed.`;
    case 'docx-as-declared':
      return `“${comparison.docx}” is the DOCX that “${comparison.file}” names by its SHA-256.`;
    case 'docx-not-as-declared':
      return `“${comparison.docx}” carries the same sheet as “${comparison.file}”, but is not the DOCX that it names by its SHA-256: it was signed again since, or made another time.`;
    case 'check-of-file':
      return `“${comparison.file}” is the check of “${comparison.checked}”.`;
    case 'check-outcome':
      return `In “${comparison.file}”: ${sentenceForData(comparison.finding)}`;
    default:
      return assertNever(comparison);
  }
}
