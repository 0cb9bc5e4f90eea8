import type { CivilDate } from '../lib/dates.ts';
import type { Digest, EnrolmentId, LearnerId } from './ids.ts';

/**
 * Planned is what is to be assessed. Recognition of prior learning (`rpl`) and an exemption stand with their evidence or
 * reason, and the day on which they were granted.
 */
type Way =
  | { readonly how: 'planned' }
  | { readonly how: 'rpl' | 'exemption'; readonly reason: string; readonly date: CivilDate };

/** A unit chosen for the award, in the group that it counts for. */
export type ChosenUnit = Way & { readonly unit: string; readonly group: string };

/** A learner's way to one qualification: the units chosen for it. What was achieved is read from the sheets. */
export type Enrolment = {
  readonly id: EnrolmentId;
  readonly learner: LearnerId;
  readonly pack: Digest;
  readonly qualification: string;
  readonly enrolledOn: CivilDate;
  readonly units: readonly ChosenUnit[];
};
