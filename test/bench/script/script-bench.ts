import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { findBrowser } from '../../../electron/browser-host/find-browser.ts';
import { startApp } from '../../../electron/browser-host/start-app.ts';
import { systemClock } from '../../../electron/services/clock.ts';
import { takeIn } from '../../../electron/services/submissions/take-in.ts';
import { buildAll } from '../../../electron/setup/build.ts';
import { register, submission } from '../../support/desk.ts';
import { bringIn } from '../../support/incoming.ts';
import { answer } from '../../support/result.ts';
import { CHEAP_COST, PASSPHRASE } from '../../support/workspace-details.ts';
import { figure, median, withSpread } from '../measure/figures.ts';
import { judged, type Report } from '../measure/report.ts';
import { ratios } from '../measure/rounds.ts';
import { inTemporaryFolder } from '../measure/temporary.ts';
import { benchApp } from '../workspace/bench-app.ts';
import { bareReader, openBare } from './bare-reader.ts';
import { type Drawn, openOnDesk } from './desk-reader.ts';
import { longPdf } from './long-pdf.ts';

const PAGES = 200;
const ROUNDS = 7;
const AIM = { most: 1.5 } as const;
const root = resolve(import.meta.dirname, '..', '..', '..');

/** From the key that opens an attempt to its script's first page drawn on the desk, against pdf.js alone in a bare page. */
export async function scriptBench(): Promise<Report> {
  const browser = findBrowser();
  if (!browser) throw new Error('No Chromium was found to open a script in');
  await buildAll(root);
  const script = await longPdf(PAGES);
  return inTemporaryFolder(async (folder) => {
    const workspace = join(folder, 'workspace');
    await keepScript(workspace, script);
    const app = await startApp({
      browser,
      headless: true,
      workspace,
      exports: folder,
      renderer: join(root, 'dist', 'renderer'),
      clock: systemClock,
      cost: CHEAP_COST,
      log: (incident, error) => console.error(incident, error),
    });
    const bare = await bareReader(browser, script);
    try {
      await unlock(app.window.page);
      const { width } = await openOnDesk(app.window.page);
      await openBare(bare, width, 'to-load');
      const desk: Drawn[] = [];
      const alone: number[] = [];
      const ready: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        if (round % 2 === 0) desk.push(await openOnDesk(app.window.page));
        alone.push(await openBare(bare, width, 'to-load'));
        ready.push(await openBare(bare, width, 'loaded'));
        if (round % 2 === 1) desk.push(await openOnDesk(app.window.page));
      }
      return report({ desk, alone, ready }, script.length);
    } finally {
      await bare.close();
      await app.window.close();
    }
  });
}

async function keepScript(folder: string, script: Buffer): Promise<void> {
  const { app, workspace } = await benchApp(folder);
  const learner = register(workspace);
  const files = [bringIn(workspace, 'script.pdf', script)];
  answer(await takeIn(workspace, submission(workspace, learner.id, { files })));
  app.lock();
}

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('grid', { name: 'Queue' }).waitFor();
}

type Measured = {
  readonly desk: readonly Drawn[];
  readonly alone: readonly number[];
  /** The bare page that had library and worker before the click. */
  readonly ready: readonly number[];
};

function report(measured: Measured, size: number): Report {
  const { desk, alone, ready } = measured;
  const [anything, sharp] = [desk.map((one) => one.anything), desk.map((one) => one.sharp)];
  const over = ratios(sharp, alone);
  const first = ratios(anything, alone);
  return {
    name: 'script',
    title: `a PDF of ${PAGES} pages (${figure(size / 1000)} kB) to its first page drawn, ${ROUNDS} rounds`,
    head: ['', 'ms', 'ratio', 'aim'],
    rows: [
      ['on the desk, sharp', withSpread(sharp), withSpread(over), judged(median(over), AIM)],
      ['on the desk, anything of it', withSpread(anything), withSpread(first), judged(median(first), AIM)],
      ['bare pdf.js in a bare page', withSpread(alone), ''],
      ['the same, library and worker before', withSpread(ready), `desk takes ${withSpread(ratios(sharp, ready))}`],
    ],
    notes: [
      'Desk: from the key in the queue, with the sheet opened, laid out and shown beside; every byte decrypted and checked.',
      'Bare: from a click, the same bytes by ranges of the same size, the same number of pixels, nothing else on the page.',
      'Both in a page that was loaded a second before. The app loads pdf.js and starts its worker in that second, as soon as',
      'it is idle; the bare page does so on the click. The last row is the harder floor, which has both beforehand too.',
    ],
    measured,
  };
}
