import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Frame, type Page, type Route } from 'playwright-core';
import type { AppEvent } from '../../shared/api/contract.ts';
import type { PageRequest, PageResponse } from '../ipc/page-messages.ts';
import type { Router } from '../ipc/router.ts';
import { makeOwnFolder } from '../services/own-folders.ts';
import { bridgeScript } from './bridge-script.ts';

/** The page's origin: a name that never resolves, answered here and nowhere else. */
export const ORIGIN = 'https://countersign.invalid';

export type WindowOptions = {
  readonly browser: string;
  readonly headless: boolean;
  readonly router: Router;
  readonly serve: (request: PageRequest) => Promise<PageResponse>;
  readonly chooseDestination: () => Promise<{ readonly token: string; readonly label: string } | null>;
  readonly size?: { readonly width: number; readonly height: number };
};

export type HostWindow = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly tell: (event: AppEvent) => void;
  /** Resolves when the window was closed, by whomever. */
  readonly closed: Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * Opens the app in an installed Chromium in app mode, driven over a pipe: no port is opened. Every request of the page
 * is answered from here or refused; a call counts only from the page's main frame on its own origin. The profile is a
 * temporary folder that goes with the window.
 */
export async function openWindow(options: WindowOptions): Promise<HostWindow> {
  const profile = makeOwnFolder('profile');
  writePreferences(profile);
  const { width, height } = options.size ?? { width: 1366, height: 768 };
  const asRoot = process.getuid?.() === 0;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.browser,
    headless: options.headless,
    viewport: options.headless ? { width, height } : null,
    chromiumSandbox: !asRoot,
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      '--app=data:text/html,',
      `--window-size=${width},${height}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--disable-features=Translate,MediaRouter,OptimizationHints',
      '--no-default-browser-check',
      '--no-first-run',
      '--lang=en-GB',
      // Root cannot have Chromium's own sandbox; without this a banner about it covers the page.
      ...(asRoot ? ['--test-type'] : []),
    ],
    // What the browser and its driver would leave in the system's temporary folder when they are killed lies here.
    artifactsDir: profile,
    env: {
      ...process.env,
      ...temporaryIn(profile),
      // What a browser that crashes writes of its memory goes with the profile: it holds what was on the screen.
      BREAKPAD_DUMP_LOCATION: join(profile, 'crashes'),
    },
    locale: 'en-GB',
    acceptDownloads: false,
    serviceWorkers: 'block',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const trusted = (frame: Frame) => frame === page.mainFrame() && originOf(frame.url()) === ORIGIN;

  await context.route('**/*', (route) => answerRoute(route, options.serve));
  await context.exposeBinding('countersignCall', (source, call: unknown, input: unknown) =>
    options.router({ trusted: source.page === page && trusted(source.frame) }, call, input),
  );
  await context.exposeBinding('countersignChoose', (source) =>
    source.page === page && trusted(source.frame) ? options.chooseDestination() : null,
  );
  await context.addInitScript(bridgeScript(ORIGIN));
  context.on('page', (other) => {
    if (other !== page) void other.close().catch(() => undefined);
  });

  const closed = new Promise<void>((resolve) => {
    context.once('close', () => void removeProfile(profile).then(resolve));
    // It may be closing already, as when a signal ends the app: then there is nothing to close.
    page.once('close', () => void context.close().catch(() => undefined));
  });
  try {
    await page.goto(`${ORIGIN}/`);
  } catch (error) {
    await context.close();
    await closed;
    throw error;
  }
  return {
    context,
    page,
    tell: (event) => {
      const detail = JSON.stringify(event);
      // Text, because it runs in the page; a window that is closing hears nothing.
      void page.evaluate(`dispatchEvent(new CustomEvent('countersign', { detail: ${detail} }))`).catch(() => undefined);
    },
    closed,
    close: async () => {
      await context.close();
      await closed;
    },
  };
}

async function answerRoute(route: Route, serve: WindowOptions['serve']): Promise<void> {
  const request = route.request();
  const url = URL.canParse(request.url()) ? new URL(request.url()) : null;
  if (url?.origin !== ORIGIN) return route.abort('blockedbyclient');
  const { status, headers, body } = await serve({
    method: request.method(),
    url,
    headers: await request.allHeaders(),
    body: async () => request.postDataBuffer() ?? new Uint8Array(),
  });
  await route.fulfill({ status, headers: { ...headers }, body: Buffer.from(body) }).catch(() => undefined);
}

/** The browser's own way to its socket, "/org.chromium.Chromium.AbCdEf/SingletonSocket"; and the longest that may be. */
const TO_SOCKET = 46;
const LONGEST_SOCKET = 103;

/** Where the way to the browser's socket would be too long, it does not start: there it keeps the system's own folder. */
function temporaryIn(folder: string): NodeJS.ProcessEnv {
  if (Buffer.byteLength(folder) + TO_SOCKET > LONGEST_SOCKET) return {};
  return { TMPDIR: folder, TMP: folder, TEMP: folder };
}

/** The browser keeps no forms, no passwords and no session; what it would keep of them goes with the profile anyway. */
function writePreferences(profile: string): void {
  mkdirSync(join(profile, 'Default'));
  const preferences = {
    autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
    credentials_enable_service: false,
    credentials_enable_autosignin: false,
    profile: { password_manager_enabled: false, password_manager_leak_detection: false },
    session: { restore_on_startup: 5 },
    translate: { enabled: false },
  };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}

/** The browser's processes end a little after its window: until then they may still write. */
async function removeProfile(profile: string): Promise<void> {
  for (let round = 0; round < 50; round += 1) {
    try {
      rmSync(profile, { recursive: true, force: true });
    } catch {
      // A file came or went meanwhile; the next round has it.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (!existsSync(profile)) return;
  }
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}
