import type { CheckView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import { type PlaceFiles, readReceived, recordPlaceFiles } from '../../db/stores/received-store.ts';
import { atOnce } from '../../db/transaction.ts';
import type { LaunchReader } from '../../readers/launch-reader.ts';
import { putBytes, readFile } from '../../vault/vault.ts';
import { type OpenKey, signingKey, withOpenKey } from '../identity/signing-key.ts';
import { currentSignedRegister } from '../register/register-in-force.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type BegunPlace, beginPlace } from './begin-place.ts';
import { viewCheck } from './check-view.ts';
import { readKeptPdf } from './kept-pdf.ts';
import { commitPlace, signingsUnderWay, undoOrLeavePlace } from './settle-places.ts';

/**
 * Signs a place of a sheet that came in, in two phases as a sheet's own signing has them: what will be signed is recorded;
 * the files are made and stored in the vault; then the place is signed. A cut in between is finished or undone at start-up.
 */
export async function signPlace(
  workspace: Workspace,
  input: ParsedInput<'checks.sign'>,
  launch?: LaunchReader,
): Promise<Result<CheckView, AppError>> {
  const signed = await withOpenKey(workspace, input.passphrase, signingKey, async (key) => {
    const pdf = await readKeptPdf(workspace, input.check, launch);
    if (!pdf.ok) return pdf;
    const begun = beginPlace(workspace, input, key, pdf.value);
    return begun.ok ? finish(workspace, begun.value, key) : begun;
  });
  return signed.ok ? viewCheck(workspace, input.check, launch) : signed;
}

async function finish(workspace: Workspace, begun: BegunPlace, key: OpenKey): Promise<Result<null, AppError>> {
  const { signing } = begun;
  const underWay = signingsUnderWay(workspace);
  underWay.add(signing.received);
  try {
    const files = await makeFiles(workspace, begun, key);
    atOnce(workspace.db, () => recordPlaceFiles(workspace.db, signing.received, files));
    commitPlace(workspace, { ...signing, files }, files);
    return ok(null);
  } catch (error) {
    undoOrLeavePlace(workspace, signing);
    throw error;
  } finally {
    underWay.delete(signing.received);
  }
}

async function makeFiles(workspace: Workspace, begun: BegunPlace, key: OpenKey): Promise<PlaceFiles> {
  const received = readReceived(workspace.db, begun.signing.received);
  // Drawing takes tens of megabytes and a good part of the start: loaded when something is signed.
  const { makePlaceFiles } = await import('./make-place-files.ts');
  const made = await makePlaceFiles({
    begun,
    key,
    docx: received?.docx ? await readFile(workspace.vault, received.docx.sha256) : null,
    register: currentSignedRegister(workspace),
  });
  return { pdf: putBytes(workspace.vault, made.pdf), docx: made.docx && putBytes(workspace.vault, made.docx) };
}
