import type { AppError } from '../../../shared/api/errors.ts';
import { err, type Result } from '../../../shared/lib/result.ts';
import type { CheckId } from '../../../shared/model/ids.ts';
import { readReceived } from '../../db/stores/received-store.ts';
import type { LaunchReader } from '../../readers/launch-reader.ts';
import { readFile } from '../../vault/vault.ts';
import { parseSignedSheet } from '../sign-off/signed-content.ts';
import { verifyKept } from '../verification/verify-file.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { checkExportName } from './check-export-name.ts';
import { asSignedPdf, type SignedPdf } from './signed-pdf.ts';

/** The PDF of a sheet that came in, verified once more: what is signed here is only ever a file that is whole. */
export async function readKeptPdf(
  workspace: Workspace,
  id: CheckId,
  launch?: LaunchReader,
): Promise<Result<SignedPdf, AppError>> {
  const received = readReceived(workspace.db, id);
  if (!received) return err({ code: 'check-unknown' });
  const name = `${checkExportName(parseSignedSheet(received.content), [])}.pdf`;
  const verified = await verifyKept(workspace, { name, ...received.pdf }, launch);
  return asSignedPdf(name, await readFile(workspace.vault, received.pdf.sha256), verified);
}
