import type { WrittenFile } from '../../../shared/api/contract.ts';
import type { AppError } from '../../../shared/api/errors.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { bankCsv } from '../../../shared/rules/bank-csv.ts';
import { readBank } from '../../db/stores/bank-store.ts';
import { today } from '../clock.ts';
import type { Destinations } from '../exports/destinations.ts';
import { writeNamed } from '../exports/write-named.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Writes the whole bank as CSV. How often a statement was used is not in it: that is nobody else's. */
export async function exportBank(
  workspace: Workspace,
  destinations: Destinations,
  destination: string,
): Promise<Result<WrittenFile, AppError>> {
  const folder = destinations.claim(destination);
  if (!folder.ok) return folder;
  // A spreadsheet takes a file without the mark for the system's own encoding.
  const bytes = Buffer.from(`\uFEFF${bankCsv(readBank(workspace.db))}`, 'utf8');
  return writeNamed(folder.value, `comment-bank ${today(workspace.clock)}`, 'csv', bytes);
}
