import type { Json } from '../../../shared/lib/canonical-json.ts';
import type { CheckId } from '../../../shared/model/ids.ts';
import type { Db } from '../../db/connection.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import {
  deletePlaceSigning,
  openPlaceSignings,
  type PlaceFiles,
  type PlaceSigning,
  readReceived,
  recordSignatures,
  updateReceivedFiles,
} from '../../db/stores/received-store.ts';
import { atOnce } from '../../db/transaction.ts';
import { isWhole } from '../../vault/whole-file.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';

const underWay = new WeakMap<Db, Set<CheckId>>();

/** The checks whose files are being signed at this moment. */
export function signingsUnderWay({ db }: Workspace): Set<CheckId> {
  const known = underWay.get(db) ?? new Set();
  underWay.set(db, known);
  return known;
}

/** At start-up: a place whose files lie whole in the vault is signed, any other signing of one is undone. */
export function settlePlaceSignings(workspace: Workspace): void {
  for (const signing of openPlaceSignings(workspace.db)) {
    const { files } = signing;
    if (files && isWhole(workspace.vault, files.pdf) && (!files.docx || isWhole(workspace.vault, files.docx)))
      commitPlace(workspace, signing, files);
    else undoPlace(workspace, signing);
  }
}

/** Second phase: the files, the signature and the act, in one transaction. */
export function commitPlace(workspace: Workspace, signing: PlaceSigning, files: PlaceFiles): void {
  const { db } = workspace;
  atOnce(db, () => {
    const received = readReceived(db, signing.received);
    if (!received) throw new Error('A place was signed of a sheet that is not there');
    const key = keyOf(workspace, signing);
    const { name } = ownerOf(workspace);
    updateReceivedFiles(db, {
      ...received,
      pdf: files.pdf,
      docx: files.docx ?? received.docx,
      check: signing.check ?? received.check,
    });
    recordSignatures(db, signing.received, [
      { place: signing.place, name, fingerprint: key.fingerprint, at: signing.begunAt },
    ]);
    deletePlaceSigning(db, signing.received);
    const made = { pdf: files.pdf.sha256, docx: files.docx?.sha256 ?? null, fingerprint: key.fingerprint };
    record(workspace, 'place-signed', signing, made);
  });
}

/** As it was before; the attempt to sign stays in the chain. */
export function undoPlace(workspace: Workspace, signing: PlaceSigning): void {
  atOnce(workspace.db, () => {
    deletePlaceSigning(workspace.db, signing.received);
    record(workspace, 'place-signing-undone', signing, {});
  });
}

/** After a signing that failed: undone, or, where the disk refuses that too, at the next signing or start. */
export function undoOrLeavePlace(workspace: Workspace, signing: PlaceSigning): void {
  try {
    undoPlace(workspace, signing);
  } catch {
    // The row says what is to be undone.
  }
}

function record(
  workspace: Workspace,
  kind: 'place-signed' | 'place-signing-undone',
  { received: check, place }: PlaceSigning,
  more: Readonly<Record<string, Json>>,
): void {
  const received = readReceived(workspace.db, check);
  const about = received ? { sheet: received.sheet, revision: received.revision, digest: received.digest } : {};
  appendEvent(workspace.db, {
    at: workspace.clock.now(),
    actor: ownerOf(workspace).id,
    kind,
    payload: { check, ...about, place, ...more },
  });
}

/** The owner's key that signed; it may have been renewed since. */
function keyOf(workspace: Workspace, signing: PlaceSigning) {
  const key = ownerOf(workspace).keys.find((one) => one.id === signing.key);
  if (!key) throw new Error('A place was signed with a key that is not the owner’s');
  return key;
}
