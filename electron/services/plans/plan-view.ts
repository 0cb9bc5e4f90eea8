import type { PlanView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { AssessmentPlan } from '../../../shared/model/assessment-plan.ts';
import { hasCriterion } from '../../../shared/rules/criterion-evidence.ts';
import { readPlan } from '../../db/stores/plan-store.ts';
import { type EnrolledQualification, enrolledQualification } from '../enrolments/enrolled-qualification.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A plan with the qualification that it is for, as the version of the pack that was asked for has it; units by their groups. */
export type PlanFound = EnrolledQualification & { readonly plan: AssessmentPlan | null };

export function findPlan(
  workspace: Workspace,
  { pack: digest, qualification: code }: ParsedInput<'plans.get'>,
): Result<PlanFound, AppError> {
  const found = enrolledQualification(workspace, digest, code);
  if (!found.ok) return found;
  const { pack, qualification, units } = found.value;
  const codes = [...new Set(qualification.groups.flatMap((group) => group.units))];
  const inOrder = codes.flatMap((unit) => units.find((one) => one.code === unit) ?? []);
  return ok({ ...found.value, units: inOrder, plan: readPlan(workspace.db, pack.code, code) });
}

/** The plan as it is shown: what this version of the pack has no criterion for stays kept, and is left out. */
export function asShown({ plan, units }: PlanFound): AssessmentPlan | null {
  return plan && { ...plan, marks: plan.marks.filter((mark) => hasCriterion(units, mark)) };
}

/** A centre's plan for a qualification; its plan is null before anything is entered. */
export function viewPlan(workspace: Workspace, input: ParsedInput<'plans.get'>): Result<PlanView, AppError> {
  const found = findPlan(workspace, input);
  if (!found.ok) return found;
  const { code, title, groups, evidence } = found.value.qualification;
  return ok({
    plan: asShown(found.value),
    qualification: { code, title, groups },
    rules: evidence ?? null,
    units: found.value.units.map(({ code, number, title, level, credits, outcomes }) => ({
      code,
      number,
      title,
      level,
      credits,
      outcomes,
    })),
  });
}
