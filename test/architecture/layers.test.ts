import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');

/** Who may import whom, by folder; the longest matching folder counts. The README's "house" tells the same. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'shared/lib': [],
  'shared/model': ['shared/lib'],
  'shared/rules': ['shared/model', 'shared/lib'],
  'shared/documents': ['shared/model', 'shared/lib'],
  'shared/api': ['shared/model', 'shared/lib', 'shared/rules'],
  'shared/verification': ['shared/model', 'shared/lib', 'shared/rules'],
  'electron/vault': ['shared'],
  'electron/db': ['shared'],
  'electron/pdf-file': ['shared'],
  'electron/signing': ['shared', 'electron/exports/fonts', 'electron/pdf-file'],
  'electron/exports': ['shared', 'electron/pdf-file'],
  'electron/backups': ['shared', 'electron/db'],
  'electron/readers': ['shared', 'electron/vault'],
  'electron/services': [
    'shared',
    'electron/db',
    'electron/vault',
    'electron/signing',
    'electron/pdf-file',
    'electron/exports',
    'electron/backups',
    'electron/readers',
  ],
  'electron/ipc': ['shared', 'electron/services', 'electron/db', 'electron/vault', 'electron/readers', 'electron/app'],
  'electron/app': ['shared', 'electron/ipc', 'electron/services'],
  'electron/cli': [
    'shared',
    'electron/ipc',
    'electron/services',
    'electron/vault',
    'electron/setup',
    'electron/browser-host',
  ],
  'electron/browser-host': ['shared', 'electron/ipc', 'electron/services', 'electron/vault', 'electron/setup'],
  'electron/setup': ['shared', 'electron/browser-host'],
  'electron/main.ts': ['shared', 'electron/app', 'electron/ipc', 'electron/services', 'electron/vault'],
  'electron/preload.ts': ['shared', 'electron/ipc'],
  'renderer/api': ['shared'],
  'renderer/styles': [],
  'renderer/ui': ['shared', 'renderer/ui'],
  'renderer/store': ['shared', 'renderer/api'],
  'renderer/features': ['shared', 'renderer/store', 'renderer/ui', 'renderer/api'],
  'renderer/screens': ['shared', 'renderer/features', 'renderer/store', 'renderer/ui', 'renderer/api'],
  'renderer/app': ['shared', 'renderer'],
  'renderer/main.tsx': ['renderer'],
};

/** Only these may import Electron itself. */
const ELECTRON = ['electron/main.ts', 'electron/preload.ts', 'electron/app/', 'electron/ipc/'];

type Import = { readonly from: string; readonly to: string };

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

const files = ['shared', 'electron', 'renderer'].flatMap(sources);
const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|import\('([^']+)'\)/g,
  );
  return [...found].map((match) => ({ from: file, to: match[1] ?? match[2] ?? match[3] ?? '' }));
});

function place(file: string): string | undefined {
  return Object.keys(ALLOWED)
    .filter((folder) => file === folder || file.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function targetOf({ from, to }: Import): string | null {
  if (!to.startsWith('.')) return null;
  return relative(root, resolve(root, dirname(from), to)).replaceAll('\\', '/');
}

describe('the layers of the house', () => {
  it('gives every source file a place in the plan', () => {
    expect(files.filter((file) => place(file) === undefined)).toEqual([]);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('lets a folder import only what stands below it', () => {
    const wrong = imports.filter((one) => {
      const target = targetOf(one);
      if (target === null) return false;
      const own = place(one.from);
      if (own === undefined || target === own || target.startsWith(`${own}/`)) return false;
      return !ALLOWED[own]?.some((folder) => target === folder || target.startsWith(`${folder}/`));
    });
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('lets only the shell import Electron', () => {
    const wrong = imports.filter(({ from, to }) => to === 'electron' && !ELECTRON.some((one) => from.startsWith(one)));
    expect(wrong).toEqual([]);
  });

  it('keeps shared free of Node, DOM libraries and screens', () => {
    const pure = new Set(['zod', 'pkijs', 'asn1js', 'pvutils']);
    const wrong = imports.filter(({ from, to }) => from.startsWith('shared/') && !to.startsWith('.') && !pure.has(to));
    expect(wrong).toEqual([]);
  });

  it('keeps features apart from each other', () => {
    const wrong = imports.filter((one) => {
      const target = targetOf(one);
      const own = /^renderer\/features\/[^/]+/.exec(one.from)?.[0];
      const other = target === null ? undefined : /^renderer\/features\/[^/]+/.exec(target)?.[0];
      return own !== undefined && other !== undefined && own !== other;
    });
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('has no circle of imports', () => {
    const graph = new Map<string, string[]>();
    for (const one of imports) {
      const target = targetOf(one);
      if (target !== null) graph.set(one.from, [...(graph.get(one.from) ?? []), target]);
    }
    expect(circleIn(graph)).toBeNull();
  });
});

function circleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): readonly string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next);
      if (circle) return circle;
    }
    path.pop();
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const circle = visit(file);
    if (circle) return circle;
  }
  return null;
}
