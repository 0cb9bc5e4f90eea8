import type { PlanView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { Workspace } from '../workspace/workspace.ts';

export function getPlan(_workspace: Workspace, _input: ParsedInput<'plans.get'>): Result<PlanView, AppError> {
  throw new Error('To be built');
}

export function editPlan(_workspace: Workspace, _input: ParsedInput<'plans.edit'>): Result<PlanView, AppError> {
  throw new Error('To be built');
}

export function putWork(_workspace: Workspace, _input: ParsedInput<'plans.put-work'>): Result<PlanView, AppError> {
  throw new Error('To be built');
}

export function removeWork(
  _workspace: Workspace,
  _input: ParsedInput<'plans.remove-work'>,
): Result<PlanView, AppError> {
  throw new Error('To be built');
}

export function markPlan(_workspace: Workspace, _input: ParsedInput<'plans.mark'>): Result<PlanView, AppError> {
  throw new Error('To be built');
}
