import type { PackSummary } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { Workspace } from '../workspace/workspace.ts';

export function enterCriteria(
  _workspace: Workspace,
  _input: ParsedInput<'packs.enter-criteria'>,
): Result<PackSummary, AppError> {
  throw new Error('To be built');
}
