import type { AppError } from '../../../shared/api/errors.ts';
import { type ParsedInput, type Settings, storedSettings } from '../../../shared/api/inputs.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import { readSetting, writeSetting } from '../../db/stores/setting-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Workspace } from './workspace.ts';

/** How the app looks in this workspace. They are no act on anybody's work, so no event tells of them. */
export function readSettings(workspace: Workspace): Settings {
  const stored = readSetting(workspace.db, 'appearance');
  return storedSettings.parse(stored === null ? {} : JSON.parse(stored));
}

/** Changes what is named and leaves the rest. */
export function saveSettings(workspace: Workspace, change: ParsedInput<'settings.put'>): Result<Settings, AppError> {
  return inTransaction(workspace.db, () => {
    const before = readSettings(workspace);
    const { theme = before.theme, layout = before.layout, zoom = before.zoom } = change;
    const { split = before.split, splitAbove = before.splitAbove } = change;
    const settings = { theme, layout, split, splitAbove, zoom };
    writeSetting(workspace.db, 'appearance', JSON.stringify(settings));
    return ok(settings);
  });
}
