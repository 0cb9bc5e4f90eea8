import { viewSheet } from '../../electron/services/marking/sheet-view.ts';
import { redoEdit, undoEdit } from '../../electron/services/marking/undo-edit.ts';
import type { Workspace } from '../../electron/services/workspace/workspace.ts';
import type { SheetView } from '../../shared/api/contract.ts';
import { answer } from './result.ts';

type Of = Pick<SheetView, 'sheet' | 'revision'>;

export function undo(workspace: Workspace, { sheet, revision }: Of) {
  return undoEdit(workspace, { sheet, revision });
}

export function redo(workspace: Workspace, { sheet, revision }: Of) {
  return redoEdit(workspace, { sheet, revision });
}

/** All that is edited field by field. */
export function fieldsOf(workspace: Workspace, { sheet }: Of): Pick<SheetView, 'sections' | 'redo'> {
  const { sections, redo: named } = answer(viewSheet(workspace, sheet));
  return { sections, redo: named };
}
