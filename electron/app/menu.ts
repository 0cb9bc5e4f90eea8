import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';

/** The system's menu bar: what every desktop program has. The app's own commands live in its palette and screens. */
export function menuTemplate(platform: NodeJS.Platform, devTools: boolean): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  return [
    ...when(mac, { role: 'appMenu' }),
    { label: 'File', submenu: [mac ? { role: 'close' } : { role: 'quit' }] },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...when(devTools, { role: 'toggleDevTools' }),
      ],
    },
    { role: 'windowMenu' },
    ...when(!mac, { role: 'help', submenu: [{ role: 'about' }] }),
  ];
}

/** What a right click in the page offers: spelling where the system checks it, and what can be done with the text. */
export function contextMenuTemplate(
  params: Pick<
    ContextMenuParams,
    'isEditable' | 'selectionText' | 'editFlags' | 'misspelledWord' | 'dictionarySuggestions'
  >,
  replaceMisspelling: (word: string) => void,
): MenuItemConstructorOptions[] {
  const { editFlags, isEditable } = params;
  const suggestions = params.dictionarySuggestions.map((word) => ({
    label: word,
    click: () => replaceMisspelling(word),
  }));
  if (!isEditable) {
    return when(params.selectionText.trim() !== '', { role: 'copy' });
  }
  return [
    ...suggestions,
    ...when(suggestions.length > 0, { type: 'separator' }),
    { role: 'undo', enabled: editFlags.canUndo },
    { role: 'redo', enabled: editFlags.canRedo },
    { type: 'separator' },
    { role: 'cut', enabled: editFlags.canCut },
    { role: 'copy', enabled: editFlags.canCopy },
    { role: 'paste', enabled: editFlags.canPaste },
    { role: 'selectAll', enabled: editFlags.canSelectAll },
  ];
}

function when(holds: boolean, item: MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  return holds ? [item] : [];
}
