export const OPEN_KEYS = ['Alt+;'] as const;
export const KEEP_KEYS = ['Alt+K'] as const;
