import { stat } from 'node:fs/promises';
import type { Outputs } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { ParsedInput } from '../../../shared/api/inputs.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { appendEvent } from '../../db/stores/audit-store.ts';
import { type ReceivedSheet, readReceived, signaturesOf } from '../../db/stores/received-store.ts';
import { atOnce } from '../../db/transaction.ts';
import { readFile } from '../../vault/vault.ts';
import type { Destinations } from '../exports/destinations.ts';
import { writeNamed } from '../exports/write-named.ts';
import { parseSignedSheet } from '../sign-off/signed-content.ts';
import type { Task } from '../tasks.ts';
import { ownerOf, type Workspace } from '../workspace/workspace.ts';
import { checkExportName } from './check-export-name.ts';

type Written = Outputs['checks.export']['files'][number];
type Format = Written['format'];
type Planned = { readonly received: ReceivedSheet; readonly formats: readonly Format[] };

/**
 * Copies the stored bytes of sheets that came in to a folder, named by what was added to them; never replaces a file. The
 * DOCX is the check's own, so a sheet that no IQA has signed has none. What was written before a cancel or a failure stays.
 */
export async function exportChecks(
  workspace: Workspace,
  destinations: Destinations,
  input: ParsedInput<'checks.export'>,
  task: Task,
): Promise<Result<Outputs['checks.export'], AppError>> {
  const folder = destinations.claim(input.destination);
  if (!folder.ok) return folder;
  const planned = plan(workspace, input);
  if (!planned.ok) return planned;
  const total = planned.value.reduce((sum, { formats }) => sum + formats.length, 0);
  const files: Written[] = [];
  task.report(0, total);
  for (const one of planned.value) {
    if (!(await isFolder(folder.value))) return err({ code: 'destination-gone' });
    const before = files.length;
    try {
      for (const format of one.formats) {
        if (task.cancelled()) return err({ code: 'cancelled' });
        const written = await writeOne(workspace, folder.value, one.received, format);
        if (!written.ok) return written;
        files.push(written.value);
        task.report(files.length, total);
      }
    } finally {
      // Also of one that stopped half way: what lies in the folder was let out.
      const written = files.slice(before).map((file) => file.format);
      if (written.length > 0) recordExport(workspace, one.received, written);
    }
  }
  return ok({ files });
}

/** What there is to write; refused where that is nothing. */
function plan(workspace: Workspace, input: ParsedInput<'checks.export'>): Result<readonly Planned[], AppError> {
  const planned: Planned[] = [];
  for (const id of new Set(input.checks)) {
    const received = readReceived(workspace.db, id);
    if (!received) return err({ code: 'check-unknown' });
    const formats = [...new Set(input.formats)].filter((format) => received[format] !== null);
    planned.push({ received, formats });
  }
  return planned.some(({ formats }) => formats.length > 0) ? ok(planned) : err({ code: 'nothing-signed' });
}

async function writeOne(
  workspace: Workspace,
  folder: string,
  received: ReceivedSheet,
  format: Format,
): Promise<Result<Written, AppError>> {
  const stored = received[format];
  if (!stored) return err({ code: 'nothing-signed' });
  const base = checkExportName(parseSignedSheet(received.content), signaturesOf(workspace.db, received.id));
  const written = await writeNamed(folder, base, format, await readFile(workspace.vault, stored.sha256));
  return written.ok ? ok({ ...written.value, check: received.id, format }) : written;
}

function recordExport(workspace: Workspace, received: ReceivedSheet, formats: readonly Format[]): void {
  const { id: check, sheet, revision, digest } = received;
  atOnce(workspace.db, () =>
    appendEvent(workspace.db, {
      at: workspace.clock.now(),
      actor: ownerOf(workspace).id,
      kind: 'check-exported',
      payload: { check, sheet, revision, digest, formats: [...formats] },
    }),
  );
}

async function isFolder(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
