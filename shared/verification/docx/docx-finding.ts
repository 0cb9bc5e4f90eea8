import type { OfSignature } from '../of-signature.ts';
import type { Problem } from '../unreadable.ts';
import type { ZipFaultKind } from '../zip/zip-fault.ts';

/** What was found in a DOCX, besides what every signature can come to. Names of parts are fit to be shown. */
export type DocxFinding =
  | { readonly code: 'docx-unsigned'; readonly severity: 'not-checkable' }
  | { readonly code: 'package-refused'; readonly severity: 'altered' | 'not-checkable'; readonly fault: ZipFaultKind }
  | { readonly code: 'package-unreadable'; readonly severity: 'not-checkable'; readonly problem: Problem }
  /** A signature that the package holds and no longer lists. */
  | { readonly code: 'signature-unlisted'; readonly severity: 'altered'; readonly part: string }
  | (OfSignature & {
      readonly code: 'part-changed';
      readonly severity: 'altered';
      readonly part: string;
      readonly what: 'content' | 'kind' | 'missing' | 'relationships';
    })
  /** Something that belongs to the document and that the signature does not cover. */
  | (OfSignature & {
      readonly code: 'part-added';
      readonly severity: 'altered';
      readonly part: string;
      /** Where a relationship was added: what it points at. */
      readonly relationship: string | null;
    })
  /** Parts that are no part of what is read. */
  | (OfSignature & {
      readonly code: 'parts-not-covered';
      readonly severity: 'note';
      readonly parts: readonly string[];
      readonly count: number;
    })
  /** A later signature covers these earlier ones too, or none of them. */
  | (OfSignature & { readonly code: 'signed-over'; readonly severity: 'note'; readonly earlier: readonly number[] })
  /** What lies around the parts in the ZIP: no content, and under no signature. */
  | {
      readonly code: 'package-bookkeeping';
      readonly severity: 'note';
      readonly bytes: number;
      readonly ranges: readonly { readonly from: number; readonly to: number }[];
      /** Parts that hold the signatures and lead to them. */
      readonly signatureParts: readonly string[];
      /** Parts of which the first signature covers what they say, not how it is spelt. */
      readonly byMeaning: readonly string[];
    };
