import { stat } from 'node:fs/promises';
import type { ExportedFile } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { exportBaseName } from '../../../shared/documents/export-name.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import { revisionsOf, type StoredRevision } from '../../db/stores/signing-store.ts';
import { atOnce } from '../../db/transaction.ts';
import { readFile } from '../../vault/vault.ts';
import { parseSignedSheet } from '../sign-off/signed-content.ts';
import type { Task } from '../tasks.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import type { Destinations } from './destinations.ts';
import { writeBeside } from './write-beside.ts';

type Format = 'pdf' | 'docx';

/**
 * Copies the stored bytes of signed sheets to a folder; never makes them again, never replaces a file. What was written
 * before a cancel or a failure stays, whole.
 */
export async function exportSheets(
  workspace: Workspace,
  destinations: Destinations,
  input: ParsedInput<'exports.write'>,
  task: Task,
): Promise<Result<{ readonly files: readonly ExportedFile[] }, AppError>> {
  const folder = destinations.claim(input.destination);
  if (!folder.ok) return folder;
  const chosen: StoredRevision[] = [];
  for (const sheet of new Set(input.sheets)) {
    const revisions = revisionsOf(workspace.db, sheet);
    const wanted = revisions.findLast((one) => input.revision === undefined || one.revision === input.revision);
    if (!wanted) {
      const { revision } = input;
      const none = revisions.length === 0 || revision === undefined;
      return none ? err({ code: 'nothing-signed' }) : err({ code: 'revision-unknown', revision });
    }
    chosen.push(wanted);
  }
  const files: ExportedFile[] = [];
  const formats = [...new Set(input.formats)];
  const total = chosen.length * formats.length;
  task.report(0, total);
  for (const revision of chosen) {
    if (!(await isFolder(folder.value))) return err({ code: 'destination-gone' });
    const before = files.length;
    try {
      for (const format of formats) {
        if (task.cancelled()) return err({ code: 'cancelled' });
        const written = await writeOne(workspace, folder.value, revision, format);
        if (!written.ok) return written;
        files.push(written.value);
        task.report(files.length, total);
      }
    } finally {
      // Also of one that stopped half way: what lies in the folder was let out.
      const written = files.slice(before).map((file) => file.format);
      if (written.length > 0) recordExport(workspace, revision, written);
    }
  }
  return ok({ files });
}

async function writeOne(
  workspace: Workspace,
  folder: string,
  revision: StoredRevision,
  format: Format,
): Promise<Result<ExportedFile, AppError>> {
  const stored = revision.files[format];
  const bytes = await readFile(workspace.vault, stored.sha256);
  const base = exportBaseName(parseSignedSheet(revision.content));
  try {
    const name = await writeBeside(folder, base, format, bytes);
    return ok({ sheet: revision.sheet, format, name, sha256: stored.sha256, size: stored.size });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
    const { code } = error;
    if (code === 'ENOENT' || code === 'ENOTDIR') return err({ code: 'destination-gone' });
    return err({ code: code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'destination-refused' });
  }
}

function recordExport(workspace: Workspace, revision: StoredRevision, formats: readonly ('pdf' | 'docx')[]): void {
  const { sheet, digest } = revision;
  atOnce(workspace.db, () =>
    appendEvent(workspace.db, {
      at: workspace.clock.now(),
      actor: ownerOf(workspace).id,
      kind: 'sheet-exported',
      payload: { sheet, revision: revision.revision, digest, formats: [...formats] },
    }),
  );
}

async function isFolder(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
