import { appendEvent } from '../../db/stores/audit-store.ts';
import { setSheetState } from '../../db/stores/sheet-store.ts';
import {
  deleteSigning,
  insertRevision,
  openSignings,
  type SignedFiles,
  type Signing,
} from '../../db/stores/signing-store.ts';
import { atOnce } from '../../db/transaction.ts';
import { isWhole } from '../../vault/whole-file.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';

/**
 * At start-up: a signing whose files both lie whole in the vault is finished, any other is undone. No sheet stays half
 * signed, and none becomes signed by a file that was altered since.
 */
export function settleSignings(workspace: Workspace): void {
  for (const signing of openSignings(workspace.db)) {
    const { files } = signing;
    if (files !== null && isWhole(workspace.vault, files.pdf) && isWhole(workspace.vault, files.docx))
      commitSigning(workspace, signing, files);
    else undoSigning(workspace, signing);
  }
}

/** Second phase: the revision, the state and the act, in one transaction. */
export function commitSigning(workspace: Workspace, signing: Signing, files: SignedFiles): void {
  atOnce(workspace.db, () => {
    insertRevision(workspace.db, { ...signing, signedAt: signing.begunAt, files });
    deleteSigning(workspace.db, signing.sheet);
    setSheetState(workspace.db, signing.sheet, 'signed');
    appendEvent(workspace.db, {
      at: workspace.clock.now(),
      actor: ownerOf(workspace).id,
      kind: 'sheet-signed',
      payload: {
        sheet: signing.sheet,
        revision: signing.revision,
        digest: signing.digest,
        pdf: files.pdf.sha256,
        docx: files.docx.sha256,
      },
    });
  });
}

/** Back to a draft with everything that was entered; the attempt to sign stays in the chain. */
export function undoSigning(workspace: Workspace, signing: Signing): void {
  atOnce(workspace.db, () => {
    deleteSigning(workspace.db, signing.sheet);
    setSheetState(workspace.db, signing.sheet, 'draft');
    appendEvent(workspace.db, {
      at: workspace.clock.now(),
      actor: ownerOf(workspace).id,
      kind: 'signing-undone',
      payload: { sheet: signing.sheet, revision: signing.revision, digest: signing.digest },
    });
  });
}

/** After a signing that failed: undone, or, where the disk refuses that too, left to be undone later. */
export function undoOrLeave(workspace: Workspace, signing: Signing): void {
  try {
    undoSigning(workspace, signing);
  } catch {
    workspace.failedSignings.set(signing.sheet, signing);
  }
}

/** Undoes what a failing disk left half signed, before anything else is done to a sheet. Throws while it still fails. */
export function undoFailedSignings(workspace: Workspace): void {
  for (const signing of workspace.failedSignings.values()) {
    undoSigning(workspace, signing);
    workspace.failedSignings.delete(signing.sheet);
  }
}
