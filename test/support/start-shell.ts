import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { AppEvent, Bridge } from '../../shared/api/contract.ts';
import { recorded } from './electron-recorded.ts';
import type { BrowserWindow } from './electron-window.ts';
import { present } from './result.ts';

export type Shell = {
  readonly bridge: Bridge;
  readonly window: BrowserWindow;
  /** What the page has heard, oldest first. */
  readonly heard: readonly AppEvent[];
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
};

/** Starts the real main process and preload under the replaced module, which the test file puts there with `vi.mock`. */
export async function startShell(folder: string, args: readonly string[] = []): Promise<Shell> {
  vi.stubEnv('COUNTERSIGN_WORKSPACE', join(folder, 'workspace'));
  const before = process.argv;
  process.argv = ['countersign', ...args];
  await import('../../electron/main.ts');
  process.argv = before;
  await vi.waitFor(() => expect(recorded.windows).toHaveLength(1));
  await import('../../electron/preload.ts');
  const bridge = present(recorded.exposed.get('countersign')) as Bridge;
  const heard: AppEvent[] = [];
  bridge.onEvent((event) => heard.push(event));
  return {
    bridge,
    window: present(recorded.windows[0]),
    heard,
    ask: async (path, init = {}) =>
      present(await recorded.protocolHandler?.(new Request(`countersign://app${path}`, init))),
  };
}
