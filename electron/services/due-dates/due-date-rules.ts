import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { DueDateRules } from '../../../shared/model/due-dates.ts';
import type { Workspace } from '../workspace/workspace.ts';

export function getDueDateRules(_workspace: Workspace): DueDateRules {
  throw new Error('To be built');
}

export function putDueDateRules(
  _workspace: Workspace,
  _input: ParsedInput<'due-dates.put'>,
): Result<DueDateRules, AppError> {
  throw new Error('To be built');
}
