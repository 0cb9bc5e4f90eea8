import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { findBrowser } from '../../electron/browser-host/find-browser.ts';
import { type RunningApp, startApp } from '../../electron/browser-host/start-app.ts';
import { runCommand } from '../../electron/cli/run-command.ts';
import { systemClock } from '../../electron/services/clock.ts';

export const PASSPHRASE = 'four unrelated words here';
export const DEMO_PASSPHRASE = 'demo passphrase, no secret';
const root = resolve(import.meta.dirname, '..', '..');

export type Session = RunningApp & {
  readonly page: Page;
  readonly folder: string;
  readonly exports: string;
  /** What the page complained of: errors, and anything that its policy refused. */
  readonly complaints: string[];
  readonly end: () => Promise<void>;
};

/** The app as a person meets it: the built renderer in a real Chromium, on a workspace in a temporary folder. */
export async function startSession(
  options: {
    readonly demo?: boolean;
    /** A workspace that is there already, instead of a new one. */
    readonly workspace?: string;
    readonly width?: number;
    readonly height?: number;
  } = {},
): Promise<Session> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-e2e-'));
  const exports = join(folder, 'exports');
  mkdirSync(exports);
  if (options.demo) await makeDemo(folder);
  const browser = findBrowser();
  if (!browser) throw new Error('No Chromium was found');
  const running = await startApp({
    browser,
    headless: true,
    workspace: options.workspace ?? (options.demo ? join(folder, 'workspaces', 'main') : join(folder, 'workspace')),
    exports,
    renderer: join(root, 'dist', 'renderer'),
    clock: systemClock,
    cost: { N: 2 ** 12, r: 8, p: 1 },
    log: (incident, error) => console.error(incident, error),
    size: { width: options.width ?? 1366, height: options.height ?? 768 },
  });
  const { page } = running.window;
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return {
    ...running,
    page,
    folder,
    exports,
    complaints,
    end: async () => {
      await running.window.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeDemo(folder: string): Promise<void> {
  const said: string[] = [];
  const status = await runCommand({
    scenario: join(root, 'seeds', 'demo', 'scenario.json'),
    out: join(folder, 'demo'),
    workspaces: join(folder, 'workspaces'),
    print: () => undefined,
    complain: (line) => said.push(line),
  });
  expect({ status, said }).toEqual({ status: 0, said: [] });
}

/** A script that ships with the demo. */
export function demoScript(name: string): string {
  return join(root, 'seeds', 'demo', 'scripts', name);
}

/** Moves the focus by Tab, as a person without a mouse does, until it is where it should be. */
export async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}`);
}

/** Waits until the status line says that everything is saved. */
export async function saved(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved \d\d:\d\d/ })
    .waitFor();
}
