const MAC = navigator.userAgent.includes('Mac');

/** What is looked at of a key that was pressed. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * Whether an event is the keys as a command writes them: `Mod+Shift+Enter`, `Alt+ArrowLeft`, `F6`. The last is what the
 * keyboard gives with the others held, so that `Mod+Shift++` is Ctrl, Shift and the key that writes a plus.
 */
export function isKeys(event: KeyPress, keys: string): boolean {
  const parts = partsOf(keys);
  const key = parts.at(-1) ?? '';
  const mod = MAC ? event.metaKey : event.ctrlKey;
  const other = MAC ? event.ctrlKey : event.metaKey;
  return (
    mod === parts.includes('Mod') &&
    !other &&
    event.altKey === parts.includes('Alt') &&
    event.shiftKey === parts.includes('Shift') &&
    (event.key.toLowerCase() === key.toLowerCase() || (event.altKey && event.code === codeOf(key)))
  );
}

/** What every text box does by itself: undo and redo of what is typed in it. */
const OF_TYPING = /^Mod\+(Z|Shift\+Z|Y)$/;

/** Whether the keys are safe while somebody types: they hold Ctrl, Cmd or Alt, or are a function key. */
export function holdsModifier(keys: string): boolean {
  // On a Mac, Alt with an arrow moves by words in a field.
  if (OF_TYPING.test(keys) || (MAC && /^Alt\+Arrow/.test(keys))) return false;
  return /\b(Mod|Alt)\+/.test(keys) || /(^|\+)F\d{1,2}$/.test(keys);
}

/** The keys one by one: all but the last are held. The last may be the plus itself. */
function partsOf(keys: string): readonly string[] {
  const [, held, key = keys] = /^(?:(.+)\+)?(.+)$/.exec(keys) ?? [];
  return held === undefined ? [key] : [...held.split('+'), key];
}

/** The key by its place: with Alt, a Mac's letters come as other characters. */
function codeOf(key: string): string {
  if (key === ';') return 'Semicolon';
  return /^\d$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`;
}

const SHOWN: Readonly<Record<string, string>> = {
  Mod: MAC ? '⌘' : 'Ctrl',
  Alt: MAC ? '⌥' : 'Alt',
  Shift: MAC ? '⇧' : 'Shift',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

/** The keys as a person reads them, one text a key: `Ctrl`, `K`. */
export function shownKeys(keys: string): readonly string[] {
  return partsOf(keys).map((part) => SHOWN[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

/** The keys for `aria-keyshortcuts`. */
export function ariaKeys(keys: string): string {
  return partsOf(keys)
    .map((part) => (part === 'Mod' ? (MAC ? 'Meta' : 'Control') : part === '+' ? 'Plus' : part))
    .join('+');
}
