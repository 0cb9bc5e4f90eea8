import type { SheetView } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import type { SignedSheet } from '../../../shared/model/mark-sheet.ts';
import { acknowledgedOf, warningKey } from '../../../shared/rules/acknowledged-warnings.ts';
import { isWarning } from '../../../shared/rules/rehearsal-finding.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import type { StoredKey } from '../../db/stores/people-store.ts';
import { setSheetState } from '../../db/stores/sheet-store.ts';
import { insertSigning, recordSignedFiles, type Signing } from '../../db/stores/signing-store.ts';
import { atOnce, inTransaction } from '../../db/transaction.ts';
import { putBytes } from '../../vault/vault.ts';
import { hasEnded } from '../identity/signing-key.ts';
import { viewSheet } from '../marking/sheet-view.ts';
import { currentSignedRegister } from '../register/register-in-force.ts';
import { unlock } from '../workspace/open-workspace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type OpenedKeys, openedKeys } from './opened-keys.ts';
import { findingsOf } from './rehearse-sheet.ts';
import { readyWords } from './rehearsed-words.ts';
import { commitSigning, undoFailedSignings, undoOrLeave } from './settle-signings.ts';
import { gatherSheet } from './sheet-content.ts';
import { signedContent } from './signed-content.ts';

/** Signs a sheet with the owner's key, which the passphrase opens. */
export async function signSheet(
  workspace: Workspace,
  input: ParsedInput<'sheets.sign'>,
): Promise<Result<SheetView, AppError>> {
  const secrets = await unlock(workspace.folder, input.passphrase);
  if (!secrets.ok) return secrets;
  const keys = openedKeys(secrets.value);
  try {
    const signed = await signWith(keys, workspace, input);
    return signed.ok ? viewSheet(workspace, input.sheet) : signed;
  } finally {
    keys.wipe();
  }
}

/**
 * Signs a sheet in two phases: the intent with the digest is recorded and the sheet freezes; both files are made,
 * signed and stored in the vault; then the revision is committed. A cut in between is finished or undone at start-up.
 */
export async function signWith(
  keys: OpenedKeys,
  workspace: Workspace,
  which: SheetRevision,
): Promise<Result<null, AppError>> {
  undoFailedSignings(workspace);
  readyWords(workspace);
  const begun = begin(workspace, which);
  if (!begun.ok) return begun;
  const { signing, sheet, key } = begun.value;
  const privateKey = keys.open(key);
  if (!privateKey) {
    undoOrLeave(workspace, signing);
    return err({ code: 'key-missing' });
  }
  try {
    // Drawing takes tens of megabytes and a good part of the start: loaded when something is signed.
    const { makeSignedFiles } = await import('./make-signed-files.ts');
    const { digest } = signing;
    const register = currentSignedRegister(workspace);
    const made = await makeSignedFiles({ sheet, digest, privateKey, certificate: key.certificate, register });
    const files = { pdf: putBytes(workspace.vault, made.pdf), docx: putBytes(workspace.vault, made.docx) };
    atOnce(workspace.db, () => recordSignedFiles(workspace.db, signing.sheet, files));
    commitSigning(workspace, { ...signing, files }, files);
  } catch (error) {
    undoOrLeave(workspace, signing);
    throw error;
  }
  return ok(null);
}

/** A revision to be signed, with the keys of the warnings that the assessor has seen. */
export type SheetRevision = {
  readonly sheet: SheetId;
  readonly revision: number;
  readonly acknowledged?: readonly string[] | undefined;
};

type Begun = { readonly signing: Signing; readonly sheet: SignedSheet; readonly key: StoredKey };

/** First phase: what will be signed is fixed, recorded and frozen. */
function begin(workspace: Workspace, input: SheetRevision): Result<Begun, AppError> {
  return inTransaction<Begun, AppError>(workspace.db, () => {
    const at = workspace.clock.now();
    const gathered = gatherSheet(workspace, input.sheet, at);
    if (!gathered.ok) return gathered;
    const { stored, draft, key } = gathered.value;
    if (stored.revision !== input.revision) return err({ code: 'sheet-moved-on', revision: stored.revision });
    if (stored.state !== 'draft') return err({ code: 'sheet-frozen' });
    if (key.until !== null && hasEnded(workspace, key.until)) {
      return err({ code: 'certificate-expired', until: key.until });
    }
    const findings = findingsOf(workspace, draft);
    const warnings = findings.filter(isWarning);
    const blocking = findings.length - warnings.length;
    const { declarationDate } = draft.attempt;
    if (blocking > 0 || declarationDate === null) {
      return err({ code: 'sign-off-blocked', findings: Math.max(1, blocking) });
    }
    const seen = new Set(input.acknowledged);
    const unseen = warnings.filter((one) => !seen.has(warningKey(one))).length;
    if (unseen > 0) return err({ code: 'warnings-unacknowledged', warnings: unseen });
    const acknowledged = acknowledgedOf(warnings);
    const sheet: SignedSheet = {
      ...draft,
      attempt: { ...draft.attempt, declarationDate },
      ...(acknowledged.length > 0 && { acknowledged }),
    };
    const { content, digest } = signedContent(sheet);
    const signing: Signing = {
      sheet: input.sheet,
      revision: stored.revision,
      digest,
      content,
      key: key.id,
      begunAt: at,
      files: null,
    };
    insertSigning(workspace.db, signing);
    setSheetState(workspace.db, input.sheet, 'signing');
    appendEvent(workspace.db, {
      at,
      actor: draft.assessor.person,
      kind: 'signing-begun',
      payload: {
        sheet: input.sheet,
        revision: stored.revision,
        digest,
        ...(acknowledged.length > 0 && { acknowledged: acknowledged.map((one) => ({ ...one })) }),
      },
    });
    return ok({ signing, sheet, key });
  });
}
