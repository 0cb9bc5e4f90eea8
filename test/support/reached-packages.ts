import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { build } from 'vite';

/**
 * The folders of all packages that the packed main side can load, by following every import and require from its
 * bundles as Node does. Throws where one leads nowhere.
 */
export async function reachedPackages(app: string): Promise<ReadonlySet<string>> {
  const bundles = join(app, 'dist', 'electron');
  const entries = readdirSync(bundles).filter((name) => name.endsWith('.js'));
  let files: readonly string[] = [];
  await build({
    configFile: false,
    root: app,
    logLevel: 'error',
    resolve: { mainFields: ['main'] },
    ssr: { noExternal: true, external: ['electron'], resolve: { conditions: ['node'] } },
    build: {
      ssr: true,
      write: false,
      rolldownOptions: {
        input: entries.flatMap((name) => [join(bundles, name), ...requiredBy(app, join(bundles, name))]),
        external: ['electron'],
      },
    },
    plugins: [
      {
        name: 'countersign-reached-files',
        buildEnd() {
          files = [...this.getModuleIds()];
        },
      },
    ],
  });
  return new Set(files.map((file) => packageOf(relative(app, file))).filter((name) => name !== null));
}

/** What a bundle asks for by a `require` that it made itself, which no bundler follows. */
function requiredBy(app: string, bundle: string): readonly string[] {
  const { resolve } = createRequire(join(app, 'package.json'));
  const asked = readFileSync(bundle, 'utf8').matchAll(/\brequire\w*\("([^"./][^":]*)"\)/g);
  return [...asked].map((match) => resolve(match[1] ?? ''));
}

/** `node_modules/a/node_modules/@b/c` of a file in it; null where it is in no package. */
export function packageOf(file: string): string | null {
  const parts = file.replaceAll('\\', '/').split('/');
  const last = parts.lastIndexOf('node_modules');
  if (last < 0) return null;
  return parts.slice(0, last + (parts[last + 1]?.startsWith('@') ? 3 : 2)).join('/');
}
