export const HISTORY_KEYS = ['Alt+H', 'Mod+Shift+H'] as const;
export const UNDO_KEYS = ['Mod+Z'] as const;
export const REDO_KEYS = ['Mod+Shift+Z', 'Mod+Y'] as const;
