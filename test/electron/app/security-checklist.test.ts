import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { senderFrame, session } from '../../support/electron-module.ts';
import { recorded } from '../../support/electron-recorded.ts';
import { PreventableEvent } from '../../support/electron-window.ts';
import { filesWith } from '../../support/files-under.ts';
import { present } from '../../support/result.ts';
import { type Shell, startShell } from '../../support/start-shell.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

vi.mock('electron', () => import('../../support/electron-module.ts'));

const root = resolve(import.meta.dirname, '..', '..', '..');
const folder = temporaryFolder(afterAll);
let shell: Shell;
beforeAll(async () => {
  shell = await startShell(folder);
});

function cancelled(url: string): boolean {
  let answered = null as boolean | null;
  recorded.beforeRequest?.({ url }, ({ cancel }) => {
    answered = cancel;
  });
  return present(answered);
}

/** Numbered as Electron's own list is (its documentation, tutorial/security). */
describe("Electron's security checklist", () => {
  it('1, 18: loads its page by its own protocol, as a secure origin', () => {
    expect(shell.window.url).toBe('countersign://app/');
    expect(recorded.schemes).toEqual([
      {
        scheme: 'countersign',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
      },
    ]);
  });

  it.each([
    'https://example.com/',
    'http://127.0.0.1:8080/',
    'ws://127.0.0.1/',
    'file:///etc/hostname',
    'countersign://app.example/',
    'countersign://other/',
    'blob:https://example.com/1',
    'chrome-extension://abc/x.js',
  ])('1: cancels a request to %s', (url) => {
    expect(cancelled(url)).toBe(true);
  });

  it.each(['countersign://app/', 'countersign://app/content/x', 'blob:countersign://app/1', 'data:image/png;base64,'])(
    '1: lets %s through',
    (url) => {
      expect(cancelled(url)).toBe(false);
    },
  );

  it('1: has no name resolved, asks for no proxy, and fetches no dictionary', () => {
    expect(Object.fromEntries(recorded.switches)).toEqual({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'no-proxy-server': '',
      'disable-background-networking': '',
    });
    expect(recorded.spelling).toBe(process.platform === 'darwin');
  });

  it('2, 3, 4, 6, 8, 9, 10, 11: gives the window a sandbox, an isolated bridge, and nothing more', () => {
    expect(recorded.sandboxed).toBe(true);
    expect(shell.window.options).toMatchObject({
      webPreferences: {
        preload: join(root, 'electron', 'preload.cjs'),
        devTools: true,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        safeDialogs: true,
        spellcheck: process.platform === 'darwin',
      },
    });
    const options = JSON.stringify(shell.window.options);
    expect(options).not.toContain('BlinkFeatures');
  });

  it('5: grants no permission and no device, and starts no download', () => {
    const granted: boolean[] = [];
    const request = recorded.permission.request as (...args: unknown[]) => void;
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fileSystem',
    ]) {
      request(shell.window.webContents, permission, (answer: boolean) => granted.push(answer));
    }
    expect(granted).toEqual([false, false, false, false, false, false]);
    expect((recorded.permission.check as () => boolean)()).toBe(false);
    expect((recorded.permission.device as () => boolean)()).toBe(false);
    const download = new PreventableEvent();
    session.defaultSession.emit('will-download', download);
    expect(download.defaultPrevented).toBe(true);
  });

  it('7: serves the page under a policy without inline or evaluated script, with a nonce of its own each time', async () => {
    const first = (await shell.ask('/')).headers.get('content-security-policy') ?? '';
    const second = (await shell.ask('/')).headers.get('content-security-policy') ?? '';
    const directives = new Map(first.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]));
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
    expect(directives.get('style-src')).toMatch(/^'self' 'nonce-[A-Za-z0-9+/]{22}=='$/);
    expect(directives.get('connect-src')).toBe("'self'");
    expect(directives.get('frame-ancestors')).toBe("'none'");
    expect(first).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(second).not.toBe(first);
  });

  it('7: serves the frame that a DOCX is drawn in under a policy without any script', async () => {
    const policy = (await shell.ask('/frame/document.html')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
  });

  it('7: answers for its own host only', async () => {
    const other = await recorded.protocolHandler?.(new Request('countersign://other/'));
    expect(other?.status).toBe(404);
  });

  it('12: attaches no web view', () => {
    const event = new PreventableEvent();
    shell.window.webContents.emit('will-attach-webview', event, {}, {});
    expect(event.defaultPrevented).toBe(true);
  });

  it.each(['will-navigate', 'will-redirect'])('13: prevents %s, even to its own page', (name) => {
    const event = Object.assign(new PreventableEvent(), { url: 'countersign://app/', isMainFrame: true });
    shell.window.webContents.emit(name, event, event.url);
    expect(event.defaultPrevented).toBe(true);
  });

  it.each([
    ['countersign://app/frame/document.html', false, false],
    ['countersign://app/frame/document.html', true, true],
    ['https://example.com/', false, true],
    ['data:text/html,x', false, true],
    ['blob:countersign://app/1', false, true],
    ['file:///etc/hostname', false, true],
  ])('13: a frame that goes to %s (main: %s) is prevented: %s', (url, isMainFrame, prevented) => {
    const event = Object.assign(new PreventableEvent(), { url, isMainFrame });
    shell.window.webContents.emit('will-frame-navigate', event);
    expect(event.defaultPrevented).toBe(prevented);
  });

  it('13: connects to nobody past the policy', () => {
    expect(shell.window.webContents.webRtcPolicy).toBe('disable_non_proxied_udp');
  });

  it('14: opens no second window', () => {
    const open = shell.window.webContents.windowOpenHandler as (details: { url: string }) => unknown;
    expect(open({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
    expect(open({ url: 'countersign://app/' })).toEqual({ action: 'deny' });
  });

  it('15: never opens an address outside', () => {
    expect(filesWith(join(root, 'electron'), 'openExternal')).toEqual([]);
  });

  it('16: names one version of Electron, not a range', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it.each([
    ['no frame', null],
    ['a frame inside the page', { url: 'countersign://app/frame/document.html', parent: {} }],
    ['a page from elsewhere', { url: 'https://example.com/', parent: null }],
    ['a host that begins like ours', { url: 'countersign://app.example/', parent: null }],
    ['an empty page', { url: 'about:blank', parent: null }],
  ])('17: refuses %s on every channel', async (_who, frame) => {
    const trusted = senderFrame.current;
    recorded.destination = '/tmp';
    senderFrame.current = frame;
    try {
      expect(await shell.bridge.call('workspace.status', {})).toEqual({ ok: false, error: { code: 'sender-refused' } });
      expect(await shell.bridge.chooseDestination()).toBeNull();
      shell.window.close();
      await shell.bridge.flushed();
      expect(shell.window.destroyed).toBe(false);
    } finally {
      senderFrame.current = trusted;
      recorded.destination = null;
    }
  });

  it('17: refuses another window, whatever its frame says', async () => {
    const call = present(recorded.handlers.get('countersign:call'));
    const reply = await call({ sender: {}, senderFrame: senderFrame.current }, 'workspace.status', {});
    expect(reply).toEqual({ ok: false, error: { code: 'sender-refused' } });
  });

  it('17: has no channel but these', () => {
    expect([...recorded.handlers.keys()].sort()).toEqual([
      'countersign:call',
      'countersign:choose-destination',
      'countersign:flushed',
    ]);
  });

  it("20: shows the page its bridge and nothing of Electron's, not even an event", async () => {
    expect([...recorded.exposed.keys()]).toEqual(['countersign']);
    expect(Object.keys(shell.bridge).sort()).toEqual(['call', 'chooseDestination', 'flushed', 'host', 'onEvent']);
    const heard: unknown[][] = [];
    const stop = shell.bridge.onEvent((...args) => void heard.push(args));
    shell.window.webContents.send('countersign:event', { kind: 'locked' });
    stop();
    shell.window.webContents.send('countersign:event', { kind: 'locked' });
    expect(heard).toEqual([[{ kind: 'locked' }]]);
  });
});
