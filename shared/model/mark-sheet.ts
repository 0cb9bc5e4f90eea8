import type { CivilDate, Instant } from '../lib/dates.ts';
import type { AttemptId, CentreId, Digest, EvidenceId, KeyId, LearnerId, PersonId, ScriptId, SheetId } from './ids.ts';
import type { Form, Scheme } from './pack.ts';
import type { EvidenceItem } from './portfolio.ts';
import type { Acknowledged } from './warning.ts';

/** Why a sheet exists. One official sheet per attempt; the others never reach the learner. */
export type SheetPurpose = 'official' | 'second-mark' | 'standardisation';

/** What the assessor entered for one criterion. `mark` under criterion-minimum, `met` under criteria-met. */
export type CriterionEntry = {
  readonly criterion: string;
  readonly mark: number | null;
  readonly met: 'achieved' | 'not-yet' | null;
  /** Where in the script it was seen, as the assessor wrote it ("p 3"). */
  readonly seen: readonly string[];
  /** Why the evidence meets the criterion or does not yet, in the assessor's words. */
  readonly judgement?: string;
  /** Every judgement so far, oldest first, over all attempts. */
  readonly judged?: readonly Judgement[];
  /** The evidence that it was judged on, as signed; in a draft only what was carried forward. */
  readonly evidence?: readonly EvidenceReference[];
  /** Achieved in an earlier attempt, whose section was referred for other criteria. */
  readonly carried?: CarriedFrom;
};

/** A step of how a judgement was reached: what was judged when, on which evidence by its numbers. */
export type Judgement = {
  readonly met: 'achieved' | 'not-yet';
  readonly at: Instant;
  readonly attempt: number;
  readonly evidence: readonly number[];
};

/** A piece of evidence that a criterion points at, and where in it. */
export type EvidenceReference = { readonly evidence: EvidenceId; readonly place: string };

/** A passed section of an earlier attempt, named by the digest of the signed revision that it comes from. */
export type CarriedFrom = {
  readonly sheet: SheetId;
  readonly attempt: number;
  readonly revision: number;
  readonly digest: Digest;
};

/** One section of a sheet. A mark that is null has not been given: it is not a zero. */
export type SectionEntry = {
  readonly section: string;
  readonly strengths: string;
  readonly improvements: string;
  readonly mark: number | null;
  readonly criteria: readonly CriterionEntry[];
  /** Null: marked in this attempt. Otherwise shown and locked. */
  readonly carried: CarriedFrom | null;
};

/** A script as the signed sheet names it. */
export type ScriptReference = {
  readonly id: ScriptId;
  readonly name: string;
  readonly sha256: Digest;
  readonly size: number;
  readonly wordCount: number | null;
};

export type Outcome = 'pass' | 'referral' | 'incomplete';

/** A section that is referred, with the reason in figures. */
export type ReferredSection =
  | { readonly section: string; readonly reason: 'below-minimum'; readonly mark: number; readonly minimum: number }
  | { readonly section: string; readonly reason: 'criterion-below-minimum'; readonly criteria: readonly string[] }
  | { readonly section: string; readonly reason: 'criterion-not-met'; readonly criteria: readonly string[] }
  /** Only the total fails; the assessor named this section to be done again. */
  | { readonly section: string; readonly reason: 'named-by-assessor' };

/** The outcome with its reasons. `total` counts the marks given so far; null where the rule has no marks. */
export type Decision =
  | { readonly outcome: 'incomplete'; readonly total: number | null; readonly unmarked: readonly string[] }
  | { readonly outcome: 'pass'; readonly total: number | null }
  | {
      readonly outcome: 'referral';
      readonly total: number | null;
      readonly referred: readonly ReferredSection[];
      /** Set where the total is under what the rule asks for. */
      readonly totalShort: { readonly total: number; readonly needed: number } | null;
    };

/**
 * What is hashed and signed: the whole sheet with the scheme it was marked by, so that it explains itself alone.
 * Its canonical JSON's SHA-256 is the sheet's digest, printed in every export.
 */
export type SignedSheet = {
  readonly format: 'countersign-sheet/1';
  readonly sheet: SheetId;
  readonly purpose: SheetPurpose;
  readonly revision: number;
  readonly supersedes: { readonly revision: number; readonly digest: Digest; readonly reason: string } | null;
  readonly centre: { readonly id: CentreId; readonly number: string; readonly name: string };
  readonly learner: { readonly id: LearnerId; readonly name: string; readonly registrationNumber: string };
  readonly attempt: {
    readonly id: AttemptId;
    readonly number: number;
    readonly dateReceived: CivilDate;
    readonly declarationDate: CivilDate;
    readonly standardisationRefused: boolean;
    readonly scripts: readonly ScriptReference[];
  };
  readonly pack: { readonly code: string; readonly version: string; readonly digest: Digest };
  readonly assessment: {
    readonly id: string;
    readonly title: string;
    readonly qualification: string;
    readonly units: readonly { readonly code: string; readonly number: string; readonly title: string }[];
  };
  readonly scheme: Scheme;
  readonly form: Form;
  readonly sections: readonly SectionEntry[];
  /** The evidence that the criteria point at, by number. Only where criteria are met or not. */
  readonly evidence?: readonly EvidenceItem[];
  /** Sections the assessor named where only the total fails. */
  readonly redo: readonly string[];
  readonly decision: Decision;
  readonly assessor: {
    readonly person: PersonId;
    readonly name: string;
    readonly key: KeyId;
    /** SHA-256 of the certificate's DER. */
    readonly fingerprint: Digest;
  };
  /** What the rehearsal warned of and the assessor had seen; absent where there was nothing. */
  readonly acknowledged?: readonly Acknowledged[];
  /** The laptop's claim. */
  readonly signedAt: Instant;
  /** Head of the audit chain when signing began. */
  readonly chainHead: Digest;
};

/** A sheet as it would be signed now, for the preview: the declaration may still be missing. */
export type DraftSheet = Omit<SignedSheet, 'attempt'> & {
  readonly attempt: Omit<SignedSheet['attempt'], 'declarationDate'> & { readonly declarationDate: CivilDate | null };
};
