import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findBrowser } from '../../electron/browser-host/find-browser.ts';
import { startApp } from '../../electron/browser-host/start-app.ts';
import { systemClock } from '../../electron/services/clock.ts';
import type { Bridge } from '../../shared/api/contract.ts';
import { contractSuite } from './suite.ts';
import type { Way } from './way.ts';

declare global {
  interface Window {
    readonly countersign: Bridge;
  }
}

contractSuite('the browser host', async (): Promise<Way> => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-browser-'));
  const exports = join(folder, 'exports');
  mkdirSync(exports);
  const browser = findBrowser();
  if (!browser) throw new Error('No Chromium was found');
  const { window: host } = await startApp({
    browser,
    headless: true,
    workspace: join(folder, 'workspace'),
    exports,
    renderer: resolve(import.meta.dirname, '..', '..', 'dist', 'renderer'),
    clock: systemClock,
    cost: { N: 2 ** 12, r: 8, p: 1 },
    log: (incident, error) => console.error(incident, error),
  });
  const { page } = host;
  return {
    exports,
    call: (call, input) =>
      page.evaluate(([name, value]) => window.countersign.call(name, value), [call, input] as never),
    bringIn: async (name, bytes) =>
      page.evaluate(
        async ([file, base64]) => {
          const body = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          const begun = await fetch('/transfer', {
            method: 'POST',
            body: JSON.stringify({ name: file, size: body.length }),
          });
          const answer = await begun.json();
          if (!answer.ok) return { code: answer.error.code };
          const put = await fetch(`/transfer/${answer.value.token}?offset=0`, { method: 'PUT', body });
          const stored = await put.json();
          return stored.ok ? { token: answer.value.token } : { code: stored.error.code };
        },
        [name, Buffer.from(bytes).toString('base64')] as const,
      ),
    destination: async () => (await page.evaluate(() => window.countersign.chooseDestination()))?.token ?? '',
    close: async () => {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
