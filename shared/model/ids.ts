declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

/** Ids are random (UUID version 4), made once, never reused, and the same on every machine. */
export type CentreId = Id<'centre'>;
export type PersonId = Id<'person'>;
export type LearnerId = Id<'learner'>;
export type AttemptId = Id<'attempt'>;
export type ScriptId = Id<'script'>;
export type SheetId = Id<'sheet'>;
export type KeyId = Id<'key'>;
export type EventId = Id<'event'>;
/** A sheet that came in signed, to be checked or countersigned here. */
export type CheckId = Id<'check'>;
/** A learner's way to one qualification. */
export type EnrolmentId = Id<'enrolment'>;
/** A piece of evidence in a learner's portfolio. */
export type EvidenceId = Id<'evidence'>;
/** A place of a script that the assessor marked. */
export type HighlightId = Id<'highlight'>;
/** A centre's assessment plan for a qualification, and a piece of work in it. */
export type PlanId = Id<'plan'>;
export type WorkId = Id<'work'>;
/** A statement of the comment bank. */
export type StatementId = Id<'statement'>;
/** Lower-case hexadecimal SHA-256. */
export type Digest = Id<'digest'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** True for the text of an id of any kind. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/** True for a lower-case hexadecimal SHA-256. */
export function isDigest(text: string): text is Digest {
  return SHA256.test(text);
}
