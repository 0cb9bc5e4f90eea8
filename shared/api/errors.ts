import type { Instant } from '../lib/dates.ts';
import type { Role } from '../model/person.ts';
import type { BankFileFault } from '../rules/bank-csv.ts';

/**
 * Every expected failure that crosses the boundary: a code and safe data, never a path, a stack or a learner's text.
 * `sentences.ts` turns each into what happened, what is safe and what to do next.
 */
export type AppError =
  | { readonly code: 'invalid-input'; readonly place: string; readonly reason: string }
  | { readonly code: 'unknown-call'; readonly call: string }
  | { readonly code: 'sender-refused' }
  | { readonly code: 'internal'; readonly incident: string }
  | { readonly code: 'cancelled' }
  | { readonly code: 'not-available-here'; readonly what: string }
  // Workspace
  | { readonly code: 'workspace-locked' }
  | { readonly code: 'workspace-exists' }
  | { readonly code: 'workspace-missing' }
  | { readonly code: 'workspace-in-use' }
  | { readonly code: 'workspace-damaged'; readonly what: string }
  | { readonly code: 'workspace-from-the-future'; readonly found: number; readonly known: number }
  | { readonly code: 'wrong-passphrase' }
  | { readonly code: 'weak-passphrase'; readonly least: number }
  | { readonly code: 'disk-full' }
  | { readonly code: 'disk-refused' }
  // Packs
  | { readonly code: 'pack-unknown' }
  | {
      readonly code: 'pack-refused';
      /** The first findings, each with its place in the file. */
      readonly findings: readonly { readonly place: string; readonly message: string }[];
      readonly count: number;
    }
  /** Another content is kept under this code and version already. */
  | { readonly code: 'pack-version-taken'; readonly pack: string; readonly version: string }
  | { readonly code: 'assessment-unknown'; readonly assessment: string }
  // Learners and scripts
  | { readonly code: 'learner-unknown' }
  | { readonly code: 'registration-number-taken'; readonly registrationNumber: string }
  // Enrolments. A unit is named as people know it: see `unitName`.
  | { readonly code: 'enrolment-unknown' }
  | { readonly code: 'qualification-unknown'; readonly qualification: string }
  | { readonly code: 'unit-not-in-group'; readonly unit: string; readonly group: string }
  /** A unit counts once for an award, in one group. */
  | { readonly code: 'unit-twice'; readonly unit: string }
  /** Prior learning or an exemption is recorded with its evidence and date. */
  | { readonly code: 'recognition-unproved'; readonly unit: string; readonly missing: 'reason' | 'date' }
  | { readonly code: 'recognition-after-today'; readonly unit: string }
  // Evidence and plans. A unit is named as people know it: see `unitName`.
  | { readonly code: 'evidence-unknown' }
  /** A type of evidence that the source's closed list does not have. */
  | { readonly code: 'evidence-kind-refused'; readonly kind: string }
  | { readonly code: 'evidence-form-refused'; readonly kind: string; readonly form: string }
  /** The source forbids simulation, in these words. */
  | { readonly code: 'evidence-simulated'; readonly wording: string }
  /** A signed sheet holds a criterion achieved on it. */
  | { readonly code: 'evidence-locked'; readonly number: number; readonly unit: string; readonly criterion: string }
  | { readonly code: 'criterion-locked'; readonly unit: string; readonly criterion: string }
  | { readonly code: 'criterion-without-evidence'; readonly criterion: string }
  | { readonly code: 'work-unknown' }
  | { readonly code: 'plan-missing' }
  | { readonly code: 'criteria-entered'; readonly unit: string }
  | { readonly code: 'attempt-unknown' }
  | { readonly code: 'attempt-exists'; readonly number: number }
  | { readonly code: 'attempt-not-due'; readonly reason: 'previous-unsigned' | 'previous-passed' }
  | { readonly code: 'attempt-signed' }
  | { readonly code: 'attempt-returned' }
  | { readonly code: 'file-token-unknown' }
  | { readonly code: 'file-empty'; readonly name: string }
  | { readonly code: 'file-too-large'; readonly name: string; readonly most: number }
  | { readonly code: 'file-truncated'; readonly name: string }
  | { readonly code: 'file-encrypted'; readonly name: string }
  | { readonly code: 'file-damaged'; readonly name: string; readonly claimed: string }
  | {
      readonly code: 'file-not-what-its-name-says';
      readonly name: string;
      readonly claimed: string;
      readonly found: string;
    }
  | { readonly code: 'script-unknown' }
  | { readonly code: 'file-altered-on-disk'; readonly sha256: string }
  // Sheets
  | { readonly code: 'sheet-unknown' }
  | { readonly code: 'sheet-frozen' }
  | { readonly code: 'sheet-moved-on'; readonly revision: number }
  | { readonly code: 'section-unknown'; readonly section: string }
  | { readonly code: 'section-carried'; readonly section: string }
  | { readonly code: 'criterion-unknown'; readonly criterion: string }
  | {
      readonly code: 'mark-refused';
      readonly reason: 'not-a-whole-number' | 'negative' | 'above-available' | 'not-by-section' | 'not-by-criterion';
      readonly available: number;
    }
  | { readonly code: 'field-version-unknown' }
  | { readonly code: 'highlight-unknown' }
  | { readonly code: 'sign-off-blocked'; readonly findings: number }
  /** Warnings of the rehearsal, as it stands now, that the signing did not name as seen. */
  | { readonly code: 'warnings-unacknowledged'; readonly warnings: number }
  | { readonly code: 'key-missing' }
  | { readonly code: 'nothing-signed' }
  | { readonly code: 'sheet-not-signed' }
  | { readonly code: 'section-not-carried'; readonly section: string }
  | { readonly code: 'section-not-stale'; readonly section: string }
  | { readonly code: 'revision-unknown'; readonly revision: number }
  // Identity and register
  | { readonly code: 'certificate-expired'; readonly until: Instant }
  | { readonly code: 'identity-refused'; readonly reason: 'wrong-protection' | 'damaged' | 'not-ours' | 'known-key' }
  | { readonly code: 'certificate-refused'; readonly reason: 'damaged' | 'own' }
  | { readonly code: 'not-your-role'; readonly role: Role }
  | {
      readonly code: 'register-refused';
      readonly reason: 'damaged' | 'signature' | 'older' | 'other-centre' | 'unknown-key' | 'key-twice' | 'no-lead-iqa';
    }
  | { readonly code: 'register-missing' }
  // Checks
  | { readonly code: 'check-unknown' }
  | {
      readonly code: 'not-a-signed-sheet';
      readonly name: string;
      readonly reason: 'altered' | 'not-checkable' | 'no-data' | 'type' | 'other-sheet';
    }
  | { readonly code: 'check-diverged' }
  | { readonly code: 'own-work' }
  | { readonly code: 'place-unknown'; readonly place: string }
  | { readonly code: 'place-signed'; readonly place: string }
  | { readonly code: 'place-waits'; readonly place: string }
  /** A later place is signed already. */
  | { readonly code: 'place-passed'; readonly place: string }
  /** The person here signed another place. */
  | { readonly code: 'signed-by-you'; readonly place: string }
  | { readonly code: 'marks-incomplete'; readonly sections: readonly string[] }
  // The audit chain
  | { readonly code: 'person-unknown' }
  | { readonly code: 'extract-empty' }
  // The comment bank
  | { readonly code: 'statement-unknown' }
  /** Another statement says the same already. */
  | { readonly code: 'statement-exists' }
  | { readonly code: 'bank-full'; readonly most: number }
  | {
      readonly code: 'bank-place-unknown';
      readonly part: 'pack' | 'assessment' | 'section' | 'criterion';
      readonly name: string;
    }
  | { readonly code: 'bank-file-refused'; readonly reason: BankFileFault }
  // Exports
  | { readonly code: 'destination-token-unknown' }
  | { readonly code: 'destination-gone' }
  | { readonly code: 'destination-refused' };
