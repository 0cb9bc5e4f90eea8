import { assertNever } from '../lib/assert-never.ts';
import type { SignedCheck } from '../model/evidence.ts';
import type { Digest } from '../model/ids.ts';
import type { SignedSheet } from '../model/mark-sheet.ts';
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

/** What of one intact file the comparison needs, held in little room: there may be thousands. */
export type Comparable = { readonly file: string; readonly digest: Digest; readonly content: Said };
type Said =
  | {
      readonly kind: 'sheet';
      readonly head: Digest;
      /** Digest of the sheet's data, and of the DOCX that they name. */
      readonly sheet: Digest;
      readonly docx: Digest | null;
      readonly check: Checked | null;
      /** The signed sheet as JSON, without feedback and the wording of criteria. */
      readonly text: string;
    }
  | { readonly kind: 'check'; readonly head: Digest; readonly check: SignedCheck }
  | { readonly kind: 'extract'; readonly places: ReadonlyMap<Digest, number> };
type Checked = Pick<SignedCheck, 'sheet' | 'files'>;

/** Null for a file that says nothing about others, or is not intact. */
export function comparableOf({ name, verification }: NamedVerification): Comparable | null {
  const { verdict, content, digest } = verification;
  const said = verdict === 'intact' && content ? saidBy(content) : null;
  return said && { file: safeText(name), digest, content: said };
}

function saidBy(content: NonNullable<Verification['content']>): Said | null {
  switch (content.kind) {
    case 'sheet': {
      const { attached, check } = content;
      return {
        kind: 'sheet',
        // The head when the file's own author began to sign.
        head: (check ?? attached.sheet).chainHead,
        sheet: attached.digest,
        docx: attached.docx,
        check: check && { sheet: check.sheet, files: check.files },
        text: JSON.stringify(withoutTexts(attached.sheet)),
      };
    }
    case 'check':
      return { kind: 'check', head: content.check.chainHead, check: content.check };
    case 'extract':
      return { kind: 'extract', places: content.places };
    case 'register':
      return null;
    default:
      return assertNever(content);
  }
}

function withoutTexts(sheet: SignedSheet): SignedSheet {
  const { scheme, sections } = sheet;
  return {
    ...sheet,
    sections: sections.map((one) => ({ ...one, strengths: '', improvements: '' })),
    scheme: {
      ...scheme,
      sections: scheme.sections.map((one) => ({
        ...one,
        preamble: [],
        criteria: one.criteria.map((criterion) => ({ ...criterion, text: '' })),
      })),
    },
  };
}

/**
 * Compares files that were verified together, as far as each is intact: is the head that a sheet prints a link of an
 * extract, is a DOCX the one that a PDF names, of which sheet is a check. It changes no file's own verdict.
 */
export function compareFiles(files: readonly (Comparable | null)[]): readonly Comparison[] {
  const intact = files.flatMap((one) => one ?? []);
  return intact.flatMap((one) => intact.flatMap((other) => (one === other ? [] : comparePair(one, other))));
}

function comparePair(one: Comparable, other: Comparable): readonly Comparison[] {
  const { file, content } = one;
  if (content.kind === 'extract') return [];
  if (other.content.kind === 'extract') return [againstExtract(file, content.head, other.file, other.content.places)];
  if (other.content.kind === 'check' || other.content.check) return [];
  return againstSheet(file, content, other, other.content);
}

/** The head when signing began is a link of the signer's chain; another person's chain does not have it. */
function againstExtract(file: string, head: Digest, extract: string, places: ReadonlyMap<Digest, number>): Comparison {
  const sequence = places.get(head);
  return sequence === undefined
    ? { code: 'head-not-in-extract', file, extract }
    : { code: 'head-in-extract', file, extract, sequence };
}

function againstSheet(
  file: string,
  content: Extract<Said, { kind: 'sheet' | 'check' }>,
  other: Comparable,
  sheet: Extract<Said, { kind: 'sheet' }>,
): readonly Comparison[] {
  const { check } = content;
  if (check) {
    if (check.sheet.digest !== sheet.sheet) return [];
    const named = check.files.pdf === other.digest || check.files.docx === other.digest;
    const of: Comparison[] = named ? [{ code: 'check-of-file', file, checked: other.file }] : [];
    if (content.kind === 'sheet') return of;
    // Written by this very module, of a sheet that was held to its shape.
    const signed: SignedSheet = JSON.parse(sheet.text);
    return [...of, { code: 'check-outcome', file, finding: checkedOutcome(content.check, signed) }];
  }
  if (content.kind !== 'sheet' || content.sheet !== sheet.sheet) return [];
  if (content.docx === null || sheet.docx !== null) return [];
  return content.docx === other.digest
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
