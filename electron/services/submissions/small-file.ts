import type { AppError } from '../../../shared/api/errors.ts';
import { err, type Result } from '../../../shared/lib/result.ts';
import { readFile } from '../../vault/vault.ts';
import { forgetFile } from '../verification/forget-file.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { IncomingFile } from './incoming-files.ts';

/**
 * Hands a file that came in to `use`, whole, and forgets it: what is kept of it is what `use` keeps. One that is put back
 * under its token stays.
 */
export async function withSmallFile<T>(
  workspace: Workspace,
  token: string,
  most: number,
  use: (bytes: Uint8Array, file: IncomingFile) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  const claimed = workspace.incoming.claim(token);
  if (!claimed.ok) return claimed;
  const { name, size, sha256 } = claimed.value;
  try {
    if (size > most) return err({ code: 'file-too-large', name, most });
    return await use(await readFile(workspace.vault, sha256), claimed.value);
  } finally {
    forgetFile(workspace, sha256);
  }
}
