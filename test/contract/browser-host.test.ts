import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findBrowser } from '../../electron/browser-host/find-browser.ts';
import { startApp } from '../../electron/browser-host/start-app.ts';
import { systemClock } from '../../electron/services/clock.ts';
import type { CallName } from '../../shared/api/inputs.ts';
import { contractSuite } from './suite.ts';
import type { Way } from './way.ts';

type TransferAnswer =
  | { readonly ok: true; readonly value: { readonly token: string } }
  | { readonly ok: false; readonly error: { readonly code: string } };

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
      page.evaluate(([name, value]) => window.countersign.call(name, value), [
        call as CallName,
        input as never,
      ] as const),
    bringIn: async (name, bytes) =>
      page.evaluate(
        async ([file, base64]) => {
          const ask = async (
            path: string,
            method: string,
            body: string | Uint8Array<ArrayBuffer>,
          ): Promise<TransferAnswer> => {
            const response = await fetch(path, { method, body });
            return (await response.json()) as TransferAnswer;
          };
          const body = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          const begun = await ask('/transfer', 'POST', JSON.stringify({ name: file, size: body.length }));
          if (!begun.ok) return { code: begun.error.code };
          const stored = await ask(`/transfer/${begun.value.token}?offset=0`, 'PUT', body);
          return stored.ok ? { token: begun.value.token } : { code: stored.error.code };
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
