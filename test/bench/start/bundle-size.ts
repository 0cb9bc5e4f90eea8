import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of a part of the built renderer, as they are and as gzip would carry them. */
export type PartSize = { readonly what: string; readonly plain: number; readonly gzip: number };

/** What the first screen loads, and what waits until it is asked for. */
export function bundleSize(renderer: string): readonly PartSize[] {
  const assets = join(renderer, 'assets');
  const page = readFileSync(join(renderer, 'index.html'), 'utf8');
  const names = readdirSync(assets);
  const first = (ending: string) => names.filter((name) => name.endsWith(ending) && page.includes(`/assets/${name}`));
  const later = names.filter((name) => /\.m?js$/.test(name) && !page.includes(`/assets/${name}`));
  const size = (what: string, files: readonly string[]): PartSize => {
    const bytes = files.map((name) => readFileSync(join(assets, name)));
    const sum = (sizes: readonly number[]) => sizes.reduce((all, one) => all + one, 0);
    return { what, plain: sum(bytes.map((one) => one.length)), gzip: sum(bytes.map((one) => gzipSync(one).length)) };
  };
  return [
    size('scripts of the first screen', first('.js')),
    size('styles of the first screen', first('.css')),
    size('scripts loaded when a file is shown', later),
  ];
}
