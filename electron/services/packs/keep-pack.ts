import type { PackSummary } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { canonicalJson, type Json } from '../../../shared/lib/canonical-json.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Pack } from '../../../shared/model/pack.ts';
import { appendEvent, sha256Text } from '../../db/stores/audit-store.ts';
import { insertPack, packDigestOf, readPack } from '../../db/stores/pack-store.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import { summarise } from './packs.ts';

/** Keeps a sound pack under its digest with its event, within the caller's transaction; the same again changes nothing. */
export function keepPack(
  workspace: Workspace,
  pack: Pack,
  how: Readonly<Record<string, Json>> = {},
): Result<PackSummary, AppError> {
  const { code, version } = pack;
  const content = canonicalJson(pack);
  const digest = sha256Text(content);
  const known = readPack(workspace.db, digest);
  if (!known) {
    if (packDigestOf(workspace.db, code, version)) return err({ code: 'pack-version-taken', pack: code, version });
    const at = workspace.clock.now();
    insertPack(workspace.db, { digest, code, version, content, builtIn: false }, at);
    appendEvent(workspace.db, {
      at,
      actor: ownerOf(workspace).id,
      kind: 'pack-added',
      payload: { code, version, digest, ...how },
    });
  }
  return ok(summarise(pack, digest, known?.builtIn ?? false));
}
