import type { PackSummary } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Pack } from '../../../shared/model/pack.ts';
import { readPackText } from '../../../shared/rules/pack-validation.ts';
import { appendEvent, sha256Text } from '../../db/stores/audit-store.ts';
import { insertPack, packDigestOf, readPack } from '../../db/stores/pack-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { LaunchReader } from '../../readers/launch-reader.ts';
import { LARGEST_PACK } from '../../readers/pack-file.ts';
import { readPackApart } from '../../readers/read-pack-apart.ts';
import { readRange } from '../../vault/vault.ts';
import type { IncomingFile } from '../submissions/incoming-files.ts';
import { forgetFile } from '../verification/forget-file.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import { summarise } from './packs.ts';

/** Takes in a pack from one JSON file: whole and valid, or not at all. The same pack again changes nothing. */
export async function addPack(
  workspace: Workspace,
  token: string,
  launch?: LaunchReader,
): Promise<Result<PackSummary, AppError>> {
  const file = workspace.incoming.claim(token);
  if (!file.ok) return file;
  try {
    const pack = await packIn(workspace, file.value, launch);
    return pack.ok ? keep(workspace, pack.value) : pack;
  } finally {
    forgetFile(workspace, file.value.sha256);
  }
}

/** Reads the file apart from this process, and believes nothing of what comes back but what holds here too. */
async function packIn(
  { vault }: Workspace,
  { name, size, sha256 }: IncomingFile,
  launch?: LaunchReader,
): Promise<Result<Pack, AppError>> {
  if (size > LARGEST_PACK) return err({ code: 'file-too-large', name, most: LARGEST_PACK });
  const read = await readPackApart({ size, parts: readRange(vault, sha256, 0, size) }, launch);
  if (read === 'limit') return err(TOO_MUCH);
  switch (read.kind) {
    case 'not-json':
      return err({ code: 'file-damaged', name, claimed: 'JSON' });
    case 'refused':
      return err({ code: 'pack-refused', findings: read.findings, count: read.count });
    case 'pack': {
      const pack = readPackText(read.content);
      return pack.ok ? pack : err(TOO_MUCH);
    }
    default:
      return assertNever(read);
  }
}

const TOO_MUCH: AppError = {
  code: 'pack-refused',
  findings: [{ place: 'pack', message: 'Reading it took more time or memory than any honest pack needs.' }],
  count: 1,
};

function keep(workspace: Workspace, pack: Pack): Result<PackSummary, AppError> {
  const { code, version } = pack;
  const content = canonicalJson(pack);
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
    return ok(summarise(pack, digest, known?.builtIn ?? false));
  });
}
