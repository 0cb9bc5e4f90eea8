import type { AppError } from '../../../shared/api/errors.ts';
import { markSheetDocument } from '../../../shared/documents/mark-sheet-document.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { SheetId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { asPrinted, unprintable } from './printed-characters.ts';
import { gatherSheet } from './sheet-content.ts';

/** The paper form as it would print now, marked DRAFT on every page; refused while a character of it cannot be drawn. */
export async function previewSheet(workspace: Workspace, id: SheetId): Promise<Result<Uint8Array, AppError>> {
  const gathered = gatherSheet(workspace, id, workspace.clock.now());
  if (!gathered.ok) return gathered;
  const { draft } = gathered.value;
  const missing = unprintable(draft);
  if (missing.length > 0) return err({ code: 'sign-off-blocked', findings: missing.length });
  const { drawPdf } = await import('../../exports/pdf/draw-pdf.ts');
  return ok(await drawPdf(markSheetDocument({ sheet: asPrinted(draft), digest: null })));
}
