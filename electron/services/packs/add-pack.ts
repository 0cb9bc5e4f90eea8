import type { PackSummary } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { validatePack } from '../../../shared/rules/pack-validation.ts';
import { appendEvent, sha256Text } from '../../db/stores/audit-store.ts';
import { insertPack, packDigestOf, readPack } from '../../db/stores/pack-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { readFile } from '../../vault/vault.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import { summarise } from './packs.ts';

/** The largest pack file, in bytes. */
const MOST = 10 * 1024 * 1024;
const FINDINGS_SHOWN = 20;

/** Takes in a pack from one JSON file: whole and valid, or not at all. The same pack again changes nothing. */
export async function addPack(workspace: Workspace, token: string): Promise<Result<PackSummary, AppError>> {
  const file = workspace.incoming.claim(token);
  if (!file.ok) return file;
  const { name, size, sha256 } = file.value;
  if (size > MOST) return err({ code: 'file-too-large', name, most: MOST });
  const parsed = parseJson(await readFile(workspace.vault, sha256));
  if (!parsed.ok) return err({ code: 'file-damaged', name, claimed: 'JSON' });
  const pack = validatePack(parsed.value);
  if (!pack.ok) {
    const findings = pack.error.slice(0, FINDINGS_SHOWN).map(({ place, message }) => ({ place, message }));
    return err({ code: 'pack-refused', findings, count: pack.error.length });
  }
  const { code, version } = pack.value;
  const content = canonicalJson(pack.value);
  const digest = sha256Text(content);
  return inTransaction<PackSummary, AppError>(workspace.db, () => {
    const known = readPack(workspace.db, digest);
    if (!known) {
      if (packDigestOf(workspace.db, code, version)) return err({ code: 'pack-version-taken', pack: code, version });
      const at = workspace.clock.now();
      insertPack(workspace.db, { digest, code, version, content, builtIn: false }, at);
      appendEvent(workspace.db, {
        at,
        actor: ownerOf(workspace).id,
        kind: 'pack-added',
        payload: { code, version, digest },
      });
    }
    return ok(summarise(pack.value, digest, known?.builtIn ?? false));
  });
}

function parseJson(bytes: Buffer): Result<unknown, null> {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return err(null);
  }
}
