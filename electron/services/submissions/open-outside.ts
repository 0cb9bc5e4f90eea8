import type { AppError } from '../../../shared/api/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { ScriptId } from '../../../shared/model/ids.ts';
import { readScript } from '../../db/stores/attempt-store.ts';
import { readFile } from '../../vault/vault.ts';
import type { Host } from '../application.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Hands a copy of a script to the system's own program for its type. The original stays as it is. */
export async function openScriptOutside(
  workspace: Workspace,
  host: Host,
  id: ScriptId,
): Promise<Result<null, AppError>> {
  const script = readScript(workspace.db, id);
  if (!script) return err({ code: 'script-unknown' });
  const opened = await host.openOutside(script.name, await readFile(workspace.vault, script.sha256));
  return opened ? ok(null) : err({ code: 'not-available-here', what: 'opening files in another program' });
}
