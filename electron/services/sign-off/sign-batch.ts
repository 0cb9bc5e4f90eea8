import type { Outputs } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import type { Task } from '../tasks.ts';
import { unlock } from '../workspace/open-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { openedKeys } from './opened-keys.ts';
import { type SheetRevision, signWith } from './sign-sheet.ts';

type Refused = { readonly sheet: SheetId; readonly error: AppError };

/**
 * Signs a list of sheets in turn under one passphrase, each as if by itself. What cannot be signed is named and stops
 * nothing; so is what a cancel left out. Where the disk or the app fails at a sheet, that is thrown, and the sheets
 * signed before stay signed.
 */
export async function signBatch(
  workspace: Workspace,
  input: ParsedInput<'sheets.sign-batch'>,
  task: Task,
): Promise<Result<Outputs['sheets.sign-batch'], AppError>> {
  const secrets = await unlock(workspace.folder, input.passphrase);
  if (!secrets.ok) return secrets;
  const keys = openedKeys(secrets.value);
  const signed: SheetId[] = [];
  const refused: Refused[] = [];
  const sheets = eachOnce(input.sheets);
  task.report(0, sheets.length);
  try {
    for (const which of sheets) {
      const { sheet } = which;
      if (task.cancelled()) {
        refused.push({ sheet, error: { code: 'cancelled' } });
        continue;
      }
      const answer = await signWith(keys, workspace, which);
      if (answer.ok) signed.push(sheet);
      else refused.push({ sheet, error: answer.error });
      task.report(signed.length + refused.length, sheets.length);
    }
  } finally {
    keys.wipe();
  }
  return ok({ signed, refused });
}

/** A sheet that is listed twice is signed once, as it was listed first. */
function eachOnce(sheets: readonly SheetRevision[]): readonly SheetRevision[] {
  return sheets.filter(({ sheet }, at) => sheets.findIndex((one) => one.sheet === sheet) === at);
}
