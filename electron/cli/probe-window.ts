import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page, Request } from 'playwright-core';
import { findBrowser } from '../browser-host/find-browser.ts';
import { type HostWindow, ORIGIN, openWindow } from '../browser-host/open-window.ts';
import type { IncidentLog } from '../ipc/faults.ts';
import { createPageServer } from '../ipc/page-server.ts';
import type { Router } from '../ipc/router.ts';
import type { Application } from '../services/application.ts';

/** How the page showed the first page of a file: `failed` where the probe itself could not see. */
export type Drawn = 'drawn' | 'outside' | 'sentence' | 'nothing' | 'hung' | 'crashed' | 'failed';

/** What the page was made to do that no file may: `stopped` where its own policy did not let it. */
export type Act = { readonly what: string; readonly stopped: boolean };

export type ProbeWindow = {
  /** Opens the attempt of the learner of this name at the desk and says what stands there, and what else happened. */
  readonly draw: (learner: string) => Promise<{ readonly drawn: Drawn; readonly acts: readonly Act[] }>;
  readonly close: () => Promise<void>;
};

const DRAW_MS = 30_000;
const ANSWER_MS = 15_000;
const LOOK_MS = 20;

/** What the desk shows of this learner, null until it does: text, because it runs in the page. */
const look = (learner: string) => `(() => {
  const text = document.querySelector('main')?.innerText ?? '';
  if (!text.includes('${learner}')) return null;
  if (text.includes('Shown by its own program')) return 'outside';
  const first = document.querySelector('[aria-label="Page 1"]');
  if (text.includes('This file cannot be shown') || first?.innerText.includes('This page cannot be drawn')) return 'sentence';
  const frame = document.querySelector('iframe')?.contentDocument;
  const drawn = frame?.querySelector('.docx-wrapper > section') ?? first?.querySelector('canvas');
  return drawn ? 'drawn' : null;
})()`;

/** Whether any file is shown, or said not to be. */
const SHOWS_FILE = `document.querySelector('iframe, [aria-label="Page 1"] canvas') !== null || /Shown by its own program|cannot be (shown|drawn)/.test(document.querySelector('main')?.innerText ?? '')`;

/** The desk in a headless browser, started again where a file stopped it; or why there is none. */
export async function openProbeWindow(
  app: Application,
  router: Router,
  log: IncidentLog,
): Promise<ProbeWindow | string> {
  const browser = findBrowser();
  if (browser === null) return 'no Chromium, Chrome or Edge was found';
  const renderer = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'renderer');
  if (!existsSync(join(renderer, 'index.html'))) return 'the windows are not built (npm run build)';
  const serve = createPageServer(app, renderer, log);
  let acts: Act[] = [];
  const open = async () => {
    const opened = await openWindow({ browser, headless: true, router, serve, chooseDestination: async () => null });
    watch(opened, (what, stopped) => void acts.push({ what, stopped }));
    return opened;
  };
  let window = await open();
  return {
    async draw(learner) {
      const drawn = await drawIn(window.page, learner);
      if (drawn === 'hung' || drawn === 'crashed' || drawn === 'failed') {
        await within(ANSWER_MS, window.close());
        window = await open();
      }
      const seen = { drawn, acts };
      acts = [];
      return seen;
    },
    close: async () => void (await within(ANSWER_MS, window.close())),
  };
}

function watch({ context, page }: HostWindow, note: (what: string, stopped: boolean) => void): void {
  const isOwn = (request: Request) => /^(https:\/\/countersign\.invalid\/|data:|blob:)/.test(request.url());
  context.on('requestfinished', (request) => isOwn(request) || note(`asked for ${request.url()}`, false));
  context.on('requestfailed', (request) => {
    if (!isOwn(request)) note(`asked for ${request.url()}`, request.failure()?.errorText === 'csp');
  });
  context.on('page', () => note('opened a window', false));
  page.on('download', () => note('began a download', false));
  page.on('dialog', (dialog) => {
    note(`said ${dialog.message()}`, false);
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => {
    if (!/^(https:\/\/countersign\.invalid\/(frame\/document\.html)?|about:blank)$/.test(frame.url())) {
      note(`led to ${frame.url()}`, false);
    }
  });
}

async function drawIn(page: Page, learner: string): Promise<Drawn> {
  const crashed = new Promise<Drawn>((resolve) => page.once('crash', () => resolve('crashed')));
  const drawn = await within(DRAW_MS + ANSWER_MS, Promise.race([crashed, atDesk(page, learner)]));
  return drawn ?? 'hung';
}

/** The desk as a person comes to it from wherever the page stands: the palette, the learner's name. */
async function atDesk(page: Page, learner: string): Promise<Drawn> {
  try {
    if (page.url() !== `${ORIGIN}/`) await page.goto(`${ORIGIN}/`);
    // What stands there of the file before would be taken for this one's.
    await page.getByRole('button', { name: 'Home', exact: true }).click();
    while (await page.evaluate(SHOWS_FILE)) await page.waitForTimeout(LOOK_MS);
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('textbox', { name: 'Open anything' }).fill(learner);
    await page
      .getByRole('button', { name: `${learner} ` })
      .first()
      .click();
    for (const since = performance.now(); performance.now() - since < DRAW_MS; ) {
      const seen: Drawn | null = await page.evaluate(look(learner));
      if (seen !== null) return seen;
      await page.waitForTimeout(LOOK_MS);
    }
    return 'nothing';
  } catch {
    return 'failed';
  }
}

/** What a promise gives within so many milliseconds; null where it gives nothing by then, or fails. */
function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), milliseconds);
    promise
      .catch(() => null)
      .then((value) => {
        clearTimeout(timer);
        resolve(value);
      });
  });
}
