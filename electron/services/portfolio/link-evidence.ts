import type { PortfolioView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { Workspace } from '../workspace/workspace.ts';

export function linkEvidence(
  _workspace: Workspace,
  _input: ParsedInput<'evidence.link'>,
): Result<PortfolioView, AppError> {
  throw new Error('To be built');
}
