import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from './electron-window.ts';

export type Handler = (event: unknown, ...args: unknown[]) => unknown;
export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const folder = mkdtempSync(join(tmpdir(), 'countersign-electron-module-'));

/** What was registered, denied and asked of the replaced module, and what it answers. */
export const recorded = {
  handlers: new Map<string, Handler>(),
  folder,
  schemes: [] as unknown[],
  protocolHandler: null as ((request: Request) => Promise<Response>) | null,
  exposed: new Map<string, unknown>(),
  windows: [] as BrowserWindow[],
  sent: [] as { channel: string; args: unknown[] }[],
  menu: null as unknown,
  popups: [] as unknown[],
  destination: null as string | null,
  opened: [] as string[],
  shownInFolder: [] as string[],
  switches: new Map<string, string>(),
  sandboxed: false,
  permission: { request: null as unknown, check: null as unknown, device: null as unknown },
  spelling: null as boolean | null,
  beforeRequest: null as ((details: { url: string }, answer: (a: { cancel: boolean }) => void) => void) | null,
  errorBoxes: [] as string[],
  questions: [] as unknown[],
  /** What the person answers next: the number of the button. */
  response: 0,
  quits: 0,
  exitCode: null as number | null,
  displays: [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] as { id: number; workArea: Rectangle }[],
};
