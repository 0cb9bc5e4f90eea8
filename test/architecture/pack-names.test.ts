import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { builtInPacks } from '../../electron/services/packs/built-in-packs.ts';
import { packSchema } from '../../shared/model/pack.ts';

const root = resolve(import.meta.dirname, '..', '..');

/** What a pack and what is in it go by. Codes of one's own ("award", "A") are words of any code. */
const names = new Set(
  builtInPacks()
    .map((stored) => packSchema.parse(JSON.parse(stored.content)))
    .flatMap((pack) => [
      ...[pack.code, pack.title, pack.organisation.code, pack.organisation.name],
      ...pack.qualifications.flatMap((one) => [one.title, one.number]),
      ...pack.units.flatMap((unit) => [unit.number, unit.title]),
      ...pack.assessments.map((one) => one.title),
      ...pack.forms.map((form) => form.id),
      // What stands in a title or a number beside other words: "8316" of "8316-602", "7D27V2" of "(7D27V2)".
      ...[pack.code, pack.title, ...pack.units.map((unit) => unit.number ?? '')].flatMap(
        (words) => words.match(/[A-Z\d]*\d{4}[A-Z\d]*|[A-Z\d]*\d[A-Z]+[A-Z\d]*|M&L/g) ?? [],
      ),
    ])
    .filter((name) => name !== null && /^.{3,120}$/.test(name)),
);

/** Comments that give a pack's own form as their example. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'shared/model/pack.ts': ['8316', '8316-602', 'ilm-mark-sheet'],
  'shared/documents/export-name.ts': ['8316', '8316-602'],
};

const files = ['shared', 'electron', 'renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|css|html|json|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
);

it('knows the names of qualifications, organisations, packs, units and forms', () => {
  for (const name of ['ilm-8316', '8316', 'ILM', '500/3694/4', '7D27V2', 'CMI', 'M&L', 'M&L 57', '601/3778/2'])
    expect(names).toContain(name);
  expect(files.length).toBeGreaterThan(300);
});

it('finds none of them in any code, comments included, but for the examples that are listed', () => {
  const found = files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return [...names].filter((name) => standsIn(text, name)).map((name) => `${file}: ${name}`);
  });
  const allowed = Object.entries(EXAMPLES).flatMap(([file, listed]) => listed.map((name) => `${file}: ${name}`));
  expect(found.sort()).toEqual(allowed.sort());
});

it('finds the example only in comments', () => {
  for (const file of Object.keys(EXAMPLES)) {
    const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect([...names].filter((name) => standsIn(code, name))).toEqual([]);
  }
});

/** As a word of its own: letters and digits beside it make another word. */
function standsIn(text: string, name: string | null): boolean {
  if (name === null) return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ' '}`) && !/[\p{L}\p{N}]/u.test(`${text[at + name.length] ?? ' '}`))
      return true;
  }
  return false;
}
