import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const renderer = resolve(import.meta.dirname, '..', '..', 'renderer');

/** Keys as a command writes them, wherever they stand in the renderer's code: `'Mod+K'`, `'F6'`, `'Shift+F8'`. */
const WRITTEN = /'((?:(?:Mod|Alt|Shift)\+)+(?:[^'\s]|[A-Z][A-Za-z]+\d*)|F\d{1,2}|(?:(?:Mod|Alt|Shift)\+)+F\d{1,2})'/g;

/** What never reaches the page, or does something else before it does. */
const RESERVED: Readonly<Record<string, readonly string[]>> = {
  'the browser’s windows and tabs': ['Mod+N', 'Mod+T', 'Mod+W', 'Mod+Shift+N', 'Mod+Shift+T', 'Mod+Shift+W', 'Mod+Tab'],
  'leaving and loading anew, which would drop what is typed': ['Mod+Q', 'Mod+Shift+Q', 'Mod+R', 'Mod+Shift+R', 'F5'],
  'the browser’s menus and address': ['Alt+D', 'Alt+E', 'Alt+F', 'F10', 'F11', 'F12', 'Mod+Shift+I', 'Mod+Shift+C'],
  'cutting, copying and pasting': ['Mod+A', 'Mod+C', 'Mod+V', 'Mod+X', 'Mod+Shift+V', 'Shift+Insert'],
  'the system’s windows': ['Alt+F4', 'Alt+Tab', 'Alt+Space', 'Alt+Escape', 'Mod+Escape', 'Mod+H', 'Mod+M', 'Mod+Space'],
  'the system’s pictures of the screen, of a Mac': ['Mod+Shift+3', 'Mod+Shift+4', 'Mod+Shift+5'],
  'typing a character by its number, of Linux': ['Mod+Shift+U'],
};

const written = readdirSync(renderer, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(WRITTEN)].map(([, keys = '']) => ({
      file: relative(renderer, file),
      keys,
    })),
  );

it('finds the keys of the commands in the code', () => {
  const keys = written.map((one) => one.keys);
  for (const known of [
    'Mod+K',
    'Mod+/',
    'Shift+?',
    'F6',
    'Shift+F8',
    'Alt+ArrowDown',
    'Mod+Shift++',
    'Alt+;',
    'Mod+Enter',
  ])
    expect(keys).toContain(known);
});

it('takes no key from the browser or the system', () => {
  const taken = Object.entries(RESERVED).flatMap(([whose, keys]) =>
    written.filter((one) => keys.includes(one.keys)).map((one) => `${one.file}: ${one.keys}, ${whose}`),
  );
  expect(taken).toEqual([]);
});

it('writes them in one order, Mod before Alt before Shift, so that the same keys are the same text', () => {
  const misordered = written.filter(({ keys }) => !/^(Mod\+)?(Alt\+)?(Shift\+)?[^+]*\+?$/.test(keys));
  expect(misordered).toEqual([]);
});
