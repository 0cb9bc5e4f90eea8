import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { app, powerMonitor } from '../../support/electron-module.ts';
import { recorded } from '../../support/electron-recorded.ts';
import { type Shell, startShell } from '../../support/start-shell.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { DETAILS } from '../../support/workspace-details.ts';

vi.mock('electron', () => import('../../support/electron-module.ts'));

const folder = temporaryFolder(afterAll);
const stateFile = join(recorded.folder, 'userData', 'window.json');
let shell: Shell;

beforeAll(async () => {
  shell = await startShell(folder);
});

describe('the shell', () => {
  it('opens one window, shown when there is something to see', () => {
    expect(recorded.windows).toHaveLength(1);
    expect(shell.window.options).toMatchObject({ show: false, width: 1366, height: 768 });
    expect(shell.window.did).toEqual([]);
    shell.window.emit('ready-to-show');
    expect(shell.window.did).toEqual(['show']);
  });

  it('has a menu bar, and a menu for a right click in the page', () => {
    expect(recorded.menu).toContainEqual({ role: 'editMenu' });
    shell.window.webContents.emit(
      'context-menu',
      {},
      { isEditable: false, selectionText: 'a', dictionarySuggestions: [] },
    );
    shell.window.webContents.emit(
      'context-menu',
      {},
      { isEditable: false, selectionText: '', dictionarySuggestions: [] },
    );
    expect(recorded.popups).toEqual([[{ role: 'copy' }]]);
  });

  it('comes to the front when it is started again', () => {
    shell.window.did.length = 0;
    shell.window.minimised = true;
    app.emit('second-instance', {}, ['countersign', '--no-sandbox'], '/');
    expect(shell.window.did).toEqual(['restore', 'show', 'focus']);
    expect(recorded.windows).toHaveLength(1);
  });

  it('brings the page back when its process stopped, with the workspace still open', async () => {
    expect(await shell.bridge.call('workspace.create', DETAILS)).toMatchObject({ ok: true });
    shell.window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 });
    expect(shell.window.webContents.reloads).toBe(1);
    expect(await shell.bridge.call('workspace.status', {})).toMatchObject({ ok: true, value: { state: 'open' } });
    expect(readFileSync(join(recorded.folder, 'logs', 'incidents.log'), 'utf8')).toContain('PageGone (crashed-139)');
  });

  it('asks in a dialog of the system when the page hangs', async () => {
    shell.window.emit('unresponsive');
    await vi.waitFor(() => expect(shell.window.webContents.killed).toBe(1));
    expect(recorded.questions).toMatchObject([{ message: 'The window is not answering.', cancelId: 1 }]);
  });

  it('quits when the system goes down, but only once the page has saved', async () => {
    const release = Promise.withResolvers<void>();
    shell.bridge.onEvent((event) => {
      if (event.kind === 'flush') void release.promise.then(() => shell.bridge.flushed());
    });
    shell.window.bounds = { x: 40, y: 50, width: 1100, height: 720 };
    powerMonitor.emit('shutdown');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shell.heard.filter((event) => event.kind === 'flush')).toHaveLength(1);
    expect(recorded.quits).toBe(0);
    expect(await shell.bridge.call('workspace.status', {})).toMatchObject({ value: { state: 'open' } });
    release.resolve();
    await vi.waitFor(() => expect(recorded.quits).toBe(1));
  });

  it('locks the workspace as it quits, and leaves the window where it was', async () => {
    const call = recorded.handlers.get('countersign:call');
    const reply = await call?.({ sender: shell.window.webContents, senderFrame: null }, 'workspace.status', {});
    expect(reply).toMatchObject({ ok: false });
    expect(existsSync(join(folder, 'workspace', 'workspace.db-wal'))).toBe(false);
    expect(JSON.parse(readFileSync(stateFile, 'utf8'))).toEqual({
      place: { x: 40, y: 50 },
      width: 1100,
      height: 720,
      maximised: false,
    });
  });
});

describe('the next start', () => {
  it('opens the window where it was, filling the screen only once there is something to see', async () => {
    const kept = JSON.parse(readFileSync(stateFile, 'utf8'));
    writeFileSync(stateFile, JSON.stringify({ ...kept, maximised: true }));
    vi.resetModules();
    recorded.windows.length = 0;
    const next = await startShell(folder);
    expect(next.window.options).toMatchObject({ x: 40, y: 50, width: 1100, height: 720 });
    expect(next.window.did).toEqual([]);
    next.window.emit('ready-to-show');
    expect(next.window.did).toEqual(['maximize']);
  });

  it('is over at once where the app runs already', async () => {
    vi.resetModules();
    recorded.windows.length = 0;
    app.first = false;
    const quits = recorded.quits;
    await import('../../../electron/main.ts');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(recorded.quits).toBe(quits + 1);
    expect(recorded.windows).toEqual([]);
  });
});
