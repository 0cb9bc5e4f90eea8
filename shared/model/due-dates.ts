import type { CivilDate } from '../lib/dates.ts';

/** Days on which the centre is closed, both ends included. */
export type Closure = { readonly from: CivilDate; readonly to: CivilDate; readonly title: string };

/** How a centre counts to a due date. As the source has it until the centre says otherwise. */
export type DueDateRules = {
  /** Days of the week without work, 1 Monday to 7 Sunday. */
  readonly daysOff: readonly number[];
  readonly closures: readonly Closure[];
  /** A due date on a day off or in a closure moves back to the last working day before. */
  readonly moveToWorkingDay: boolean;
  /** Days of a closure are not counted. */
  readonly skipClosures: boolean;
  /** Days from receipt where the centre sets them; they stand before the source's own. */
  readonly turnaround: readonly { readonly pack: string; readonly qualification: string; readonly days: number }[];
};

/** A due date that explains itself. */
export type DueDate = {
  readonly date: CivilDate;
  /** Days from receipt, and who says so. */
  readonly days: number;
  readonly by: 'source' | 'centre';
  /** Days of closures that were not counted. */
  readonly skipped: number;
  /** The day before it was moved to a working day; null where it was not. */
  readonly movedFrom: CivilDate | null;
};
