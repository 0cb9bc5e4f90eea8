import type { CivilDate } from '../lib/dates.ts';
import type { AttemptId, Digest, LearnerId, ScriptId } from './ids.ts';

/** How the app shows a script. A file that cannot be shown can still be marked. */
export type ScriptDisplay = 'pdf' | 'docx' | 'external';

/** Words counted in a script's text, or why they could not be. */
export type WordsRead =
  | { readonly kind: 'counted'; readonly words: number }
  | { readonly kind: 'not-read'; readonly why: 'no-text' | 'type-not-read' | 'limit' | 'damaged' };

/** A learner's file, kept unaltered under its SHA-256. */
export type Script = {
  readonly id: ScriptId;
  readonly name: string;
  readonly sha256: Digest;
  readonly size: number;
  readonly mediaType: string;
  readonly display: ScriptDisplay;
  readonly words: WordsRead;
  /** Pages of a PDF; null where the type has none. */
  readonly pages: number | null;
};

/** Attempt 1 is the original, 2 and up are resubmissions. Returned: sent back unmarked, which is not a referral. */
export type AttemptState = 'to-mark' | 'in-progress' | 'signed' | 'returned';

export type Attempt = {
  readonly id: AttemptId;
  readonly learner: LearnerId;
  readonly pack: Digest;
  readonly assessment: string;
  readonly number: number;
  readonly previous: AttemptId | null;
  readonly dateReceived: CivilDate;
  /** Date of the learner's authenticity declaration; null while there is none. */
  readonly declarationDate: CivilDate | null;
  /** The learner ticked the refusal box: no use of the script for standardisation. */
  readonly standardisationRefused: boolean;
  readonly returned: { readonly reason: string; readonly date: CivilDate } | null;
  readonly scripts: readonly Script[];
};

/** The script's words against the brief. "No range" is a state, not a failure. */
export type WordCountVerdict =
  | { readonly kind: 'no-range'; readonly words: number }
  | { readonly kind: 'within'; readonly words: number; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'under'; readonly words: number; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'over'; readonly words: number; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'not-counted' };
