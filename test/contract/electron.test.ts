import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { Bridge } from '../../shared/api/contract.ts';
import { app } from '../support/electron-module.ts';
import { recorded } from '../support/electron-recorded.ts';
import { contractSuite } from './suite.ts';
import type { Way } from './way.ts';

// Electron's binary cannot be had where this runs; its module is replaced, main and preload are the real ones.
vi.mock('electron', () => import('../support/electron-module.ts'));

contractSuite('the Electron shell', async (): Promise<Way> => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-electron-'));
  const exports = join(folder, 'exports');
  mkdirSync(exports);
  vi.stubEnv('COUNTERSIGN_WORKSPACE', join(folder, 'workspace'));
  recorded.destination = exports;
  await import('../../electron/main.ts');
  await vi.waitFor(() => expect(recorded.handlers.size).toBe(3));
  await import('../../electron/preload.ts');
  const bridge = recorded.exposed.get('countersign') as Bridge;
  const ask = async (path: string, init: RequestInit) => {
    const response = await recorded.protocolHandler?.(new Request(`countersign://app${path}`, init));
    return JSON.parse((await response?.text()) ?? 'null');
  };
  return {
    exports,
    call: (call, input) => bridge.call(call as never, input as never),
    bringIn: async (name, bytes) => {
      const begun = await ask('/transfer', { method: 'POST', body: JSON.stringify({ name, size: bytes.length }) });
      if (!begun.ok) return { code: begun.error.code };
      const path = `/transfer/${begun.value.token}?offset=0`;
      const put = await ask(path, { method: 'PUT', body: Buffer.from(bytes) });
      return put.ok ? { token: begun.value.token } : { code: put.error.code };
    },
    destination: async () => (await bridge.chooseDestination())?.token ?? '',
    close: async () => {
      bridge.onEvent((event) => {
        if (event.kind === 'flush') void bridge.flushed();
      });
      app.quit();
      await vi.waitFor(() => expect(recorded.quits).toBe(1));
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
