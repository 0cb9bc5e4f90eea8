import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../browser-host/find-browser.ts';
import { buildAll } from './build.ts';
import { requireNode24 } from './node-version.ts';
import { BROWSER, haveSystemPackages } from './system-packages.ts';

requireNode24();
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const args = process.argv.slice(2);

await buildAll(root);
process.exitCode = start();

/** Opens the app in Electron or the browser host, or without a display runs the demo; one line says which and why. */
function start(): number {
  if (!hasDisplay()) {
    console.error('No display here: running the demo into demo-output/ instead of opening the window.');
    return node(join(root, 'electron', 'cli', 'main.ts'), ['demo', join(root, 'demo-output')]);
  }
  const electron = electronBinary();
  if (electron) {
    console.error('Opening Countersign in Electron.');
    return spawnSync(electron, [root, ...args], { stdio: 'inherit' }).status ?? 1;
  }
  console.error(
    "Opening Countersign in an installed browser's window, since the Electron binary could not be had here.",
  );
  if (!findBrowser() && !haveSystemPackages(BROWSER)) return 1;
  return node(join(root, 'electron', 'browser-host', 'main.ts'), args);
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

/** Electron's binary where it is there or can be downloaded now; the download is given a minute. */
function electronBinary(): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const installer = join(folder, 'install.js');
  const named = join(folder, 'path.txt');
  if (!existsSync(named) && existsSync(installer)) {
    spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: 60_000 });
  }
  if (!existsSync(named)) return null;
  const binary = join(folder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

function node(script: string, more: readonly string[]): number {
  return spawnSync(process.execPath, [...process.execArgv, script, ...more], { stdio: 'inherit' }).status ?? 1;
}
