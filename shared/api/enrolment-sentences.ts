import { assertNever } from '../lib/assert-never.ts';
import type { AppError } from './errors.ts';

type EnrolmentError = Extract<
  AppError,
  {
    code:
      | 'enrolment-unknown'
      | 'qualification-unknown'
      | 'unit-not-in-group'
      | 'unit-twice'
      | 'recognition-unproved'
      | 'recognition-after-today';
  }
>;

/** The sentences for enrolling and choosing units. */
export function enrolmentSentence(error: EnrolmentError): string {
  switch (error.code) {
    case 'enrolment-unknown':
      return 'That enrolment is not in this workspace. Nothing was changed. Open the learner again.';
    case 'qualification-unknown':
      return `The pack has no qualification “${error.qualification}”. Nothing was changed. Choose one that the pack lists.`;
    case 'unit-not-in-group':
      return `The group “${error.group}” has no “${error.unit}”. Nothing was changed. Choose the unit in a group that lists it.`;
    case 'unit-twice':
      return `${error.unit} is chosen twice, and a unit counts once, in one group. Nothing was changed. Choose it in one group only.`;
    case 'recognition-unproved':
      return error.missing === 'reason'
        ? `${error.unit} is said to be achieved already, but not by what. Nothing was changed. Enter the evidence or the reason.`
        : `${error.unit} is said to be achieved already, but not since when. Nothing was changed. Enter the date on which it was granted.`;
    case 'recognition-after-today':
      return `${error.unit} is said to be granted on a day that is still to come. Nothing was changed. Enter the date on which it was granted.`;
    default:
      return assertNever(error);
  }
}
