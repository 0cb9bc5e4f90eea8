import type { Outputs } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { Destinations } from '../exports/destinations.ts';
import type { Workspace } from '../workspace/workspace.ts';

export function exportPlan(
  _workspace: Workspace,
  _destinations: Destinations,
  _input: ParsedInput<'plans.export'>,
): Result<Outputs['plans.export'], AppError> {
  throw new Error('To be built');
}
