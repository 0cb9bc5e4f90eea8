import type { AppError } from '../../../shared/api/errors.ts';
import { markSheetDocument } from '../../../shared/documents/mark-sheet-document.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import { drawPdf } from '../../exports/pdf/draw-pdf.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { gatherSheet } from './sheet-content.ts';

/** The paper form as it would print now, marked DRAFT on every page. */
export async function previewSheet(workspace: Workspace, id: SheetId): Promise<Result<Uint8Array, AppError>> {
  const gathered = gatherSheet(workspace, id, workspace.clock.now());
  if (!gathered.ok) return gathered;
  return ok(await drawPdf(markSheetDocument({ sheet: gathered.value.draft, digest: null })));
}
