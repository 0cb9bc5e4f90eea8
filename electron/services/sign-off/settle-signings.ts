import { appendEvent } from '../../db/stores/audit-store.ts';
import { setSheetState } from '../../db/stores/sheet-store.ts';
import {
  deleteSigning,
  insertRevision,
  openSignings,
  type SignedFiles,
  type Signing,
} from '../../db/stores/signing-store.ts';
import { hasFile } from '../../vault/vault.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';

/** At start-up: a signing whose files were both stored is finished, any other is undone. No sheet stays half signed. */
export function settleSignings(workspace: Workspace): void {
  for (const signing of openSignings(workspace.db)) {
    const { files } = signing;
    const stored =
      files !== null && hasFile(workspace.vault, files.pdf.sha256) && hasFile(workspace.vault, files.docx.sha256);
    if (stored) commitSigning(workspace, signing, files);
    else undoSigning(workspace, signing);
  }
}

/** Second phase: the revision, the state and the act, in one transaction. */
export function commitSigning(workspace: Workspace, signing: Signing, files: SignedFiles): void {
  workspace.db
    .transaction(() => {
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
    })
    .immediate();
}

/** Back to a draft with everything that was entered; the attempt to sign stays in the chain. */
export function undoSigning(workspace: Workspace, signing: Signing): void {
  workspace.db
    .transaction(() => {
      deleteSigning(workspace.db, signing.sheet);
      setSheetState(workspace.db, signing.sheet, 'draft');
      appendEvent(workspace.db, {
        at: workspace.clock.now(),
        actor: ownerOf(workspace).id,
        kind: 'signing-undone',
        payload: { sheet: signing.sheet, revision: signing.revision, digest: signing.digest },
      });
    })
    .immediate();
}
