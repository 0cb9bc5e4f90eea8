import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeyPress } from '../../../renderer/ui/shortcut.ts';

const press = (key: string, held = '', code = ''): KeyPress => ({
  key,
  code,
  ctrlKey: held.includes('c'),
  metaKey: held.includes('m'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
});

/** The module learns the system once, when it is loaded. */
async function on(userAgent: string) {
  vi.stubGlobal('navigator', { userAgent });
  vi.resetModules();
  return import('../../../renderer/ui/shortcut.ts');
}
afterEach(() => vi.unstubAllGlobals());

describe('keys as a command writes them', () => {
  let keys: Awaited<ReturnType<typeof on>>;
  beforeEach(async () => {
    keys = await on('X11; Linux x86_64');
  });

  it.each([
    { what: 'a letter with Ctrl', pressed: press('k', 'c'), keys: 'Mod+K', is: true },
    { what: 'the same with Caps Lock', pressed: press('K', 'c'), keys: 'Mod+K', is: true },
    { what: 'the letter alone', pressed: press('k'), keys: 'Mod+K', is: false },
    { what: 'with a Shift too many', pressed: press('K', 'cs'), keys: 'Mod+K', is: false },
    { what: 'with the system’s key too', pressed: press('k', 'cm'), keys: 'Mod+K', is: false },
    { what: 'three keys', pressed: press('L', 'cs'), keys: 'Mod+Shift+L', is: true },
    { what: 'a function key', pressed: press('F3'), keys: 'F3', is: true },
    { what: 'Shift with one', pressed: press('F3', 's'), keys: 'Shift+F3', is: true },
    { what: 'an arrow', pressed: press('ArrowLeft', 'a'), keys: 'Alt+ArrowLeft', is: true },
    { what: 'a letter by its place, with Alt', pressed: press('ß', 'a', 'KeyS'), keys: 'Alt+S', is: true },
    { what: 'a digit by its place, with Alt', pressed: press('¡', 'a', 'Digit1'), keys: 'Alt+1', is: true },
    { what: 'a semicolon by its place, with Alt', pressed: press('…', 'a', 'Semicolon'), keys: 'Alt+;', is: true },
    { what: 'another place', pressed: press('ß', 'a', 'KeyD'), keys: 'Alt+S', is: false },
    { what: 'the equals sign', pressed: press('=', 'c'), keys: 'Mod+=', is: true },
    { what: 'a plus that needs no Shift', pressed: press('+', 'c'), keys: 'Mod++', is: true },
    { what: 'a plus that needs Shift', pressed: press('+', 'cs'), keys: 'Mod+Shift++', is: true },
    { what: 'a plus with the wrong keys held', pressed: press('+', 'cs'), keys: 'Mod++', is: false },
    { what: 'a plus alone', pressed: press('+'), keys: '+', is: true },
    { what: 'a minus', pressed: press('-', 'c'), keys: 'Mod+-', is: true },
  ])('$what', ({ pressed, keys: written, is }) => {
    expect(keys.isKeys(pressed, written)).toBe(is);
  });

  it.each([
    ['Mod+K', 'Ctrl K', 'Control+K'],
    ['Mod+Shift++', 'Ctrl Shift +', 'Control+Shift+Plus'],
    ['Alt+ArrowLeft', 'Alt ←', 'Alt+ArrowLeft'],
    ['F6', 'F6', 'F6'],
  ])('%s are shown as %s and spoken as %s', (written, shown, spoken) => {
    expect(keys.shownKeys(written).join(' ')).toBe(shown);
    expect(keys.ariaKeys(written)).toBe(spoken);
  });

  it.each([
    ['Mod+K', true],
    ['Alt+S', true],
    ['F3', true],
    ['Shift+F3', true],
    ['Mod+Shift++', true],
    ['+', false],
    [';', false],
    ['Shift+Enter', false],
    ['Mod+Z', false],
    ['Mod+Shift+Z', false],
    ['Mod+Y', false],
  ])('%s may be taken from a field that is typed in: %s', (written, safe) => {
    expect(keys.holdsModifier(written)).toBe(safe);
  });
});

describe('on a Mac', () => {
  it('takes Cmd for Ctrl, draws its signs, and leaves Alt with an arrow to the field', async () => {
    const keys = await on('Macintosh; Intel Mac OS X');
    expect(keys.isKeys(press('k', 'm'), 'Mod+K')).toBe(true);
    expect(keys.isKeys(press('k', 'c'), 'Mod+K')).toBe(false);
    expect(keys.shownKeys('Mod+Alt+Shift+K')).toEqual(['⌘', '⌥', '⇧', 'K']);
    expect(keys.ariaKeys('Mod+K')).toBe('Meta+K');
    expect(keys.holdsModifier('Alt+ArrowLeft')).toBe(false);
  });
});
