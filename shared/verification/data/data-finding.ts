import type { CivilDate, Instant } from '../../lib/dates.ts';
import type { Problem } from '../unreadable.ts';
import type { EvidenceFinding } from './evidence-finding.ts';

/** An outcome as a form prints it, with its figures; `total` is null under a rule that gives no marks. */
export type StatedOutcome = {
  readonly outcome: string;
  readonly total: number | null;
  /** Headings of the referred sections. */
  readonly referred: readonly string[];
};

/** What a section came to by the rule, as far as a sentence shows it. */
export type SectionFigure = { readonly heading: string; readonly mark: number | null; readonly minimum: number | null };

/** Who decided: the assessor of a sheet, the quality assurance half of the form, or a check of its own. */
export type Decider = 'assessor' | 'qa' | 'check';

/**
 * What was found in the data that a file carries about itself, and in comparing them with the pages. Names of
 * attachments and all texts are fit to be shown.
 */
export type DataFinding =
  | EvidenceFinding
  | { readonly code: 'no-data'; readonly severity: 'note' }
  | { readonly code: 'data-not-read'; readonly severity: 'note' }
  /** Data of a form that a newer program writes, or of none. */
  | {
      readonly code: 'data-unknown';
      readonly severity: 'not-checkable';
      readonly attachment: string;
      readonly problem: Problem;
    }
  | { readonly code: 'data-not-signed'; readonly severity: 'altered'; readonly attachment: string }
  | { readonly code: 'data-twice'; readonly severity: 'altered'; readonly attachment: string }
  | { readonly code: 'digest-wrong'; readonly severity: 'altered'; readonly stated: string; readonly found: string }
  | { readonly code: 'digest-right'; readonly severity: 'good'; readonly digest: string }
  | {
      readonly code: 'outcome-by-rule';
      readonly severity: 'good';
      readonly by: Decider;
      readonly stated: StatedOutcome;
      /** What the rule asks of the total; null where it does not count. */
      readonly needed: number | null;
      readonly sections: readonly SectionFigure[];
    }
  | {
      readonly code: 'outcome-wrong';
      readonly severity: 'altered';
      readonly by: Decider;
      readonly stated: StatedOutcome;
      readonly derived: StatedOutcome;
      readonly needed: number | null;
      readonly sections: readonly SectionFigure[];
    }
  /** Each follows from its own marks, and they are not the same. */
  | {
      readonly code: 'outcomes-differ';
      readonly severity: 'warning';
      readonly assessor: StatedOutcome;
      readonly checked: StatedOutcome;
    }
  | { readonly code: 'qa-incomplete'; readonly severity: 'warning'; readonly missing: number }
  | {
      readonly code: 'qa-unreadable';
      readonly severity: 'not-checkable';
      readonly field: string;
      readonly value: string;
    }
  /** The data name another key than the one that signed. */
  | {
      readonly code: 'author-differs';
      readonly severity: 'altered';
      readonly by: 'assessor' | 'check';
      readonly stated: string;
      readonly fingerprint: string;
      readonly signer: string;
    }
  | {
      readonly code: 'author-agrees';
      readonly severity: 'good';
      readonly by: 'assessor' | 'check';
      readonly name: string;
    }
  | { readonly code: 'name-differs'; readonly severity: 'warning'; readonly stated: string; readonly signer: string }
  | { readonly code: 'docx-declared'; readonly severity: 'note'; readonly digest: string }
  | {
      readonly code: 'check-declared';
      readonly severity: 'note';
      readonly sheet: string;
      readonly revision: number;
      readonly digest: string;
      readonly pdf: string;
      readonly docx: string | null;
    }
  | {
      readonly code: 'check-of-another-sheet';
      readonly severity: 'altered';
      readonly stated: string;
      readonly carried: string;
    }
  | {
      readonly code: 'received-after-signing';
      readonly severity: 'warning';
      readonly received: CivilDate;
      readonly signed: CivilDate;
    }
  /** A later signer's date lies before the script came or before the assessor signed; `field` is null in a check's data. */
  | {
      readonly code: 'dated-too-early';
      readonly severity: 'warning';
      readonly field: string | null;
      readonly stated: CivilDate;
      readonly before: 'receipt' | 'signing';
      readonly than: CivilDate;
    }
  | {
      readonly code: 'time-differs';
      readonly severity: 'warning';
      readonly stated: Instant;
      readonly claimed: Instant;
    }
  | { readonly code: 'page-not-compared'; readonly severity: 'note' }
  | { readonly code: 'page-agrees'; readonly severity: 'good'; readonly facts: number }
  | {
      readonly code: 'page-disagrees';
      readonly severity: 'altered';
      readonly fact: string;
      readonly expected: string;
      readonly found: string;
    }
  | { readonly code: 'page-says-more'; readonly severity: 'warning'; readonly where: string; readonly found: string }
  | { readonly code: 'page-not-read'; readonly severity: 'not-checkable'; readonly problem: Problem }
  | {
      readonly code: 'field-disagrees';
      readonly severity: 'altered';
      readonly field: string;
      readonly value: string;
      readonly shown: string;
    }
  /** A register that the file carries and that could not be used. */
  | {
      readonly code: 'register-not-used';
      readonly severity: 'warning';
      readonly reason: 'unreadable' | 'signature' | 'maker';
    };
