import { randomUUID } from 'node:crypto';
import type { PlanView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import type { Json } from '../../../shared/lib/canonical-json.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { AssessmentPlan } from '../../../shared/model/assessment-plan.ts';
import type { PlanId } from '../../../shared/model/ids.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import { insertPlan } from '../../db/stores/plan-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import { findPlan, type PlanFound, viewPlan } from './plan-view.ts';

/** A change that is to be made: how it is written, and what the audit chain tells of it. */
export type PlanChange = { readonly write: () => void; readonly told: Json };

/** A plan that is there, with its qualification. */
export type PlanAt = PlanFound & { readonly plan: AssessmentPlan };

/**
 * One change of a plan with its audit event, all or nothing; the first begins the plan. `work` finds out what is to be
 * changed, and answers null where everything is so already.
 */
export function changePlan(
  workspace: Workspace,
  input: ParsedInput<'plans.get'>,
  work: (at: PlanAt) => Result<PlanChange | null, AppError>,
): Result<PlanView, AppError> {
  const changed = inTransaction<null, AppError>(workspace.db, () => {
    const found = findPlan(workspace, input);
    if (!found.ok) return found;
    const { pack, qualification } = found.value;
    const plan = found.value.plan ?? emptyPlan();
    const change = work({ ...found.value, plan });
    if (!change.ok) return change;
    if (change.value === null) return ok(null);
    if (!found.value.plan) insertPlan(workspace.db, plan, pack.code, qualification.code);
    change.value.write();
    appendEvent(workspace.db, {
      at: workspace.clock.now(),
      actor: ownerOf(workspace).id,
      kind: 'plan-edited',
      payload: { plan: plan.id, pack: pack.code, qualification: qualification.code, change: change.value.told },
    });
    return ok(null);
  });
  return changed.ok ? viewPlan(workspace, input) : changed;
}

function emptyPlan(): AssessmentPlan {
  return { id: randomUUID() as PlanId, programme: '', agreedWith: '', agreedOn: null, works: [], marks: [] };
}
