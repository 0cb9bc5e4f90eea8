import type { CivilDate } from '../lib/dates.ts';
import type { Digest, EnrolmentId, LearnerId } from './ids.ts';

/** A unit chosen for the award, in the group that it counts for. */
export type ChosenUnit = {
  readonly unit: string;
  readonly group: string;
} & (
  /** To be achieved by what is assessed. */
  | { readonly how: 'planned' }
  /** Recognition of prior learning, or an exemption: the evidence or the reason, and the day on which it was granted. */
  | { readonly how: 'rpl' | 'exemption'; readonly reason: string; readonly date: CivilDate }
);

/** A learner's way to one qualification: the units chosen for it. What was achieved is read from the sheets. */
export type Enrolment = {
  readonly id: EnrolmentId;
  readonly learner: LearnerId;
  readonly pack: Digest;
  readonly qualification: string;
  readonly enrolledOn: CivilDate;
  readonly units: readonly ChosenUnit[];
};
