import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { contextMenuTemplate, menuTemplate } from '../../../electron/app/menu.ts';

const roles = (items: readonly MenuItemConstructorOptions[]): readonly unknown[] =>
  items.flatMap((item) => [
    item.role ?? item.type ?? item.label,
    ...(Array.isArray(item.submenu) ? roles(item.submenu) : []),
  ]);

describe('the menu bar', () => {
  it.each(['win32', 'linux'] as const)('has on %s what every program has', (platform) => {
    expect(roles(menuTemplate(platform, false))).toEqual([
      ...['File', 'quit', 'editMenu', 'View', 'resetZoom', 'zoomIn', 'zoomOut', 'separator', 'togglefullscreen'],
      ...['windowMenu', 'help', 'about'],
    ]);
  });

  it('has the app menu of macOS first', () => {
    expect(roles(menuTemplate('darwin', false)).slice(0, 3)).toEqual(['appMenu', 'File', 'close']);
  });

  it('has the developer tools only where they are on, and never a reload, which would drop what is typed', () => {
    expect(roles(menuTemplate('linux', false))).not.toContain('toggleDevTools');
    expect(roles(menuTemplate('linux', true))).toContain('toggleDevTools');
    expect(roles(menuTemplate('linux', true))).not.toContain('reload');
  });
});

describe('the menu of a right click', () => {
  const none = { canUndo: false, canRedo: false, canCut: false, canCopy: false, canPaste: false, canSelectAll: false };
  const flags = { ...none, canDelete: false, canEditRichly: false } satisfies ContextMenuParams['editFlags'];
  const params = {
    isEditable: false,
    selectionText: '',
    editFlags: flags,
    misspelledWord: '',
    dictionarySuggestions: [] as string[],
  };

  it('is not there where there is nothing to do', () => {
    expect(contextMenuTemplate(params, vi.fn())).toEqual([]);
  });

  it('copies what is selected in text that is only read', () => {
    expect(contextMenuTemplate({ ...params, selectionText: '61 %' }, vi.fn())).toEqual([{ role: 'copy' }]);
  });

  it('edits in a field, each as far as it can be done', () => {
    const items = contextMenuTemplate(
      { ...params, isEditable: true, editFlags: { ...flags, canPaste: true } },
      vi.fn(),
    );
    expect(roles(items)).toEqual(['undo', 'redo', 'separator', 'cut', 'copy', 'paste', 'selectAll']);
    expect(items.filter((item) => item.enabled).map((item) => item.role)).toEqual(['paste']);
  });

  it("puts the system's suggestions first, and a click replaces the word", () => {
    const replace = vi.fn();
    const words = { ...params, isEditable: true, misspelledWord: 'feedbak', dictionarySuggestions: ['feedback'] };
    const [first, second] = contextMenuTemplate(words, replace);
    expect(second).toEqual({ type: 'separator' });
    first?.click?.({} as never, undefined, {} as never);
    expect(replace).toHaveBeenCalledExactlyOnceWith('feedback');
  });
});
