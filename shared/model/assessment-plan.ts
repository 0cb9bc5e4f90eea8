import type { CivilDate } from '../lib/dates.ts';
import type { PlanId, WorkId } from './ids.ts';
import type { EvidenceKind } from './portfolio.ts';

/** A piece of work by which a programme lets learners show criteria, and when it is due in the programme. */
export type PlannedWork = {
  readonly id: WorkId;
  /** W1, W2 ... in the plan; never given twice. */
  readonly number: number;
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
};

/** That a piece of work is to show a criterion. */
export type PlannedCriterion = { readonly work: WorkId; readonly unit: string; readonly criterion: string };

/**
 * How the criteria of a qualification are to be assessed, by which pieces of work and when in the programme: the matrix
 * that a centre agrees with its quality manager (source 002, assessment guidance).
 */
export type AssessmentPlan = {
  readonly id: PlanId;
  readonly programme: string;
  readonly agreedWith: string;
  readonly agreedOn: CivilDate | null;
  readonly works: readonly PlannedWork[];
  readonly marks: readonly PlannedCriterion[];
};
