import type { Instant } from '../lib/dates.ts';
import type { ChainFinding } from './chain/chain-finding.ts';
import type { DataFinding } from './data/data-finding.ts';
import type { DocxFinding } from './docx/docx-finding.ts';
import type { OfSignature } from './of-signature.ts';
import type { RangeFault } from './pdf/byte-range.ts';
import type { TrustFinding } from './trust/trust-finding.ts';
import type { Problem } from './unreadable.ts';
import type { Refusal } from './update/effect.ts';
import type { Permission } from './update/permissions.ts';

/** What a signature covers. */
export type Covers =
  /** Of a PDF: bytes 0 up to `end`, but for the signature itself. */
  | {
      readonly kind: 'bytes';
      readonly end: number;
      readonly size: number;
      readonly holder: { readonly from: number; readonly to: number };
    }
  /** Of a package: so many of its parts, its own signatures not counted. */
  | { readonly kind: 'parts'; readonly covered: number; readonly all: number }
  /** A text as a whole. */
  | { readonly kind: 'text'; readonly bytes: number };

/** The bytes behind a signature, up to the next one's end or the file's. */
export type Behind = { readonly signature: number; readonly signer: string | null; readonly bytes: number };

/**
 * What was found in one file. All text in it is fit to be shown. Findings that are `altered` or `not-checkable` decide the
 * verdict; a `note` or a `warning` never does.
 */
export type Finding =
  | FileFinding
  | ChainFinding
  | DataFinding
  | DocxFinding
  | TrustFinding
  | (OfSignature & {
      readonly code: 'signed';
      readonly severity: 'good';
      /** The claim of the signing computer's clock; null where it made none. */
      readonly claimedTime: Instant | null;
      readonly covers: Covers;
    })
  | (OfSignature & { readonly code: 'certified'; readonly severity: 'note'; readonly permission: Permission })
  | (OfSignature & { readonly code: 'bytes-changed'; readonly severity: 'altered' })
  | (OfSignature & { readonly code: 'signature-wrong'; readonly severity: 'altered' })
  | (OfSignature & { readonly code: 'certificate-exchanged'; readonly severity: 'altered' })
  | (OfSignature & { readonly code: 'certificate-not-named'; readonly severity: 'not-checkable' })
  | (OfSignature & { readonly code: 'certificate-unprotected'; readonly severity: 'warning' })
  | (OfSignature & { readonly code: 'attributes-missing'; readonly severity: 'not-checkable' })
  | (OfSignature & {
      readonly code: 'algorithm-refused';
      readonly severity: 'not-checkable';
      readonly algorithm: string;
      readonly reason: 'weak' | 'unknown';
    })
  | (OfSignature & {
      readonly code: 'outside-validity';
      readonly severity: 'warning';
      readonly from: Instant | null;
      readonly to: Instant | null;
    })
  | (OfSignature & { readonly code: 'time-missing'; readonly severity: 'warning' })
  | (OfSignature & { readonly code: 'time-out-of-order'; readonly severity: 'warning' })
  | (OfSignature & { readonly code: 'unprotected-data'; readonly severity: 'note' })
  | {
      readonly code: 'format-unknown';
      readonly severity: 'not-checkable';
      readonly signature: number;
      readonly format: string;
    }
  | {
      readonly code: 'range-refused';
      readonly severity: 'altered';
      readonly signature: number;
      readonly fault: RangeFault;
    }
  | {
      readonly code: 'signature-unreadable';
      readonly severity: 'not-checkable';
      readonly signature: number | null;
      readonly problem: Problem;
    }
  | {
      readonly code: 'revision-unreadable';
      readonly severity: 'not-checkable';
      readonly signature: number;
      readonly problem: Problem;
    }
  | { readonly code: 'signature-not-in-form'; readonly severity: 'not-checkable'; readonly signature: number }
  | { readonly code: 'signature-removed'; readonly severity: 'altered'; readonly signature: number }
  | (Behind & { readonly code: 'white-space-after'; readonly severity: 'note' })
  | (Behind & {
      readonly code: 'update-allowed';
      /** A note where a later signature covers these bytes, a warning where none does. */
      readonly severity: 'note' | 'warning';
      readonly filled: readonly { readonly field: string; readonly value: string }[];
      readonly signed: readonly string[];
      readonly properties: boolean;
      readonly validationData: boolean;
    })
  | (Behind & {
      readonly code: 'update-refused';
      readonly severity: 'altered';
      /** The first ones. */
      readonly refusals: readonly Refusal[];
      readonly count: number;
    })
  | (Behind & { readonly code: 'update-not-judged'; readonly severity: 'not-checkable'; readonly problem: Problem });

/** What concerns the file as a whole. */
export type FileFinding =
  | { readonly code: 'file-empty'; readonly severity: 'not-checkable' }
  | { readonly code: 'type-not-checked'; readonly severity: 'not-checkable' }
  /** A certificate by itself is as its own key signed it. */
  | {
      readonly code: 'certificate-whole';
      readonly severity: 'good';
      readonly signer: string;
      readonly from: Instant | null;
      readonly to: Instant | null;
    }
  | { readonly code: 'certificate-changed'; readonly severity: 'altered'; readonly signer: string }
  | { readonly code: 'pdf-unsigned'; readonly severity: 'not-checkable' }
  | { readonly code: 'pdf-encrypted'; readonly severity: 'not-checkable' }
  /** The PDF can be read, its form not, which is where signatures are. */
  | { readonly code: 'form-unreadable'; readonly severity: 'not-checkable'; readonly problem: Problem }
  | { readonly code: 'pdf-unreadable'; readonly severity: 'not-checkable'; readonly problem: Problem }
  /** One key, or one name with different keys, under more than one signature of a file. */
  | {
      readonly code: 'same-key' | 'same-name';
      readonly severity: 'warning';
      readonly signer: string;
      readonly signatures: readonly number[];
    }
  | { readonly code: 'too-many-signatures'; readonly severity: 'not-checkable'; readonly most: number };
