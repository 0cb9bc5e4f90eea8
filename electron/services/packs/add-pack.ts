import type { PackSummary } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import { err, type Result } from '../../../shared/lib/result.ts';
import type { Pack } from '../../../shared/model/pack.ts';
import { readPackText } from '../../../shared/rules/pack-validation.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { LaunchReader } from '../../readers/launch-reader.ts';
import { LARGEST_PACK } from '../../readers/pack-file.ts';
import { readPackApart } from '../../readers/read-pack-apart.ts';
import { readRange } from '../../vault/vault.ts';
import type { IncomingFile } from '../submissions/incoming-files.ts';
import { forgetFile } from '../verification/forget-file.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { keepPack } from './keep-pack.ts';

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
    return pack.ok ? inTransaction(workspace.db, () => keepPack(workspace, pack.value)) : pack;
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
  if (size >= LARGEST_PACK) return refused('The file has 10 MB or more; no pack needs as much.');
  const read = await readPackApart({ size, parts: readRange(vault, sha256, 0, size) }, launch);
  if (read === 'limit') return refused(TOO_MUCH);
  switch (read.kind) {
    case 'not-json':
      return err({ code: 'file-damaged', name, claimed: 'JSON' });
    case 'refused':
      return err({ code: 'pack-refused', findings: read.findings, count: read.count });
    case 'pack': {
      const pack = readPackText(read.content);
      return pack.ok ? pack : refused(TOO_MUCH);
    }
    default:
      return assertNever(read);
  }
}

const TOO_MUCH = 'Reading it took more time or memory than any honest pack needs.';

function refused(message: string): Result<never, AppError> {
  return err({ code: 'pack-refused', findings: [{ place: 'pack', message }], count: 1 });
}
