import type { CentreId, LearnerId } from './ids.ts';

/** Matched across machines by centre and registration number, confirmed by a person; merged ids stay as aliases. */
export type Learner = {
  readonly id: LearnerId;
  readonly centre: CentreId;
  readonly name: string;
  readonly registrationNumber: string;
  /** The centre's own grouping, "" where it uses none. */
  readonly cohort: string;
  readonly aliases: readonly LearnerId[];
};
