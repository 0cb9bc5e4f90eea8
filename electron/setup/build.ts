import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** What the built windows are made from. */
const INPUTS = ['renderer', 'shared', 'electron', 'package-lock.json', 'vite.config.ts', 'vite.electron.config.ts'];

/** Builds renderer and Electron's main side where their sources changed since the last build. */
export async function buildAll(root: string): Promise<void> {
  const stamp = join(root, 'dist', '.built-from');
  const now = digestOf(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  console.error('Building ...');
  await build({ root: join(root, 'renderer'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  await build({ root, configFile: join(root, 'vite.electron.config.ts'), logLevel: 'warn' });
  await build({ root, configFile: join(root, 'vite.electron.config.ts'), logLevel: 'warn', mode: 'preload' });
  writeFileSync(stamp, now);
}

function digestOf(root: string): string {
  const hash = createHash('sha256');
  for (const name of INPUTS) addTo(hash, root, name);
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, root: string, name: string): void {
  const path = join(root, name);
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const entry of readdirSync(path).sort()) addTo(hash, root, `${name}/${entry}`);
  } else {
    hash.update(`${name}\0`).update(readFileSync(path));
  }
}
