import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { findBrowser } from '../../../electron/browser-host/find-browser.ts';
import { buildAll } from '../../../electron/setup/build.ts';
import { figure, median, withSpread } from '../measure/figures.ts';
import { judged, type Report } from '../measure/report.ts';
import { ratios } from '../measure/rounds.ts';
import { inTemporaryFolder } from '../measure/temporary.ts';
import { benchApp } from '../workspace/bench-app.ts';
import { bundleSize, type PartSize } from './bundle-size.ts';

const ROUNDS = 7;
const AIM = { most: 1.8 } as const;
const root = resolve(import.meta.dirname, '..', '..', '..');
const renderer = join(root, 'dist', 'renderer');

/** Milliseconds until the field has the keyboard: of the whole process, and since the window went to its page. */
type Start = { readonly whole: number; readonly page: number };

/** From starting the process to the unlock field, against an empty page opened by the same means in the same browser. */
export async function startBench(): Promise<Report> {
  if (!findBrowser()) throw new Error('No Chromium was found to start the app in');
  await buildAll(root);
  return inTemporaryFolder(async (folder) => {
    const workspace = join(folder, 'workspace');
    (await benchApp(workspace)).app.lock();
    const app = () => started('app', renderer, workspace);
    const empty = () => started('empty');
    await app();
    await empty();
    const starts: { app: Start[]; empty: Start[] } = { app: [], empty: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round % 2 === 0) starts.app.push(await app());
      starts.empty.push(await empty());
      if (round % 2 === 1) starts.app.push(await app());
    }
    return report(starts, bundleSize(renderer));
  });
}

async function started(...args: readonly string[]): Promise<Start> {
  const from = performance.now();
  const program = join(import.meta.dirname, 'open-process.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const said: unknown[] = await Promise.race([once(child.stdout, 'data'), ended.then(() => [''])]);
  const whole = performance.now() - from;
  await ended;
  const page = Number.parseFloat(String(said[0]));
  if (Number.isNaN(page)) throw new Error(`The window of ${args[0]} did not open`);
  return { whole, page };
}

function report(
  starts: { readonly app: readonly Start[]; readonly empty: readonly Start[] },
  sizes: readonly PartSize[],
) {
  const of = (some: readonly Start[], part: keyof Start) => some.map((one) => one[part]);
  const over = ratios(of(starts.app, 'whole'), of(starts.empty, 'whole'));
  const row = (name: string, some: readonly Start[]) => [
    name,
    withSpread(of(some, 'whole')),
    withSpread(of(some, 'page')),
  ];
  return {
    name: 'start',
    title: `from starting the process to a field with the keyboard in it, ${ROUNDS} rounds`,
    head: ['', 'ms', 'of which page, ms', 'ratio', 'aim'],
    rows: [
      [...row('the app, unlock field', starts.app), withSpread(over), judged(median(over), AIM)],
      row('an empty page with one field', starts.empty),
      ...sizes.map(({ what, plain, gzip }) => [what, `${figure(plain / 1000)} kB`, `${figure(gzip / 1000)} kB gzip`]),
    ],
    notes: ['Both: Node, the browser host, Chromium without a window, a profile of its own each time.'],
    measured: { starts, sizes },
  };
}
