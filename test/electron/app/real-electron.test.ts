import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { packApp } from '../../support/pack-app.ts';
import { present } from '../../support/result.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { DETAILS } from '../../support/workspace-details.ts';

/** What a replaced module cannot show: the packed archive in the real Electron, where there are its binary and a display. */
const root = resolve(import.meta.dirname, '..', '..', '..');
const binary = electronBinary();
const missing =
  binary === null ? "Electron's binary is not installed here" : hasDisplay() ? null : 'there is no display';
const folder = temporaryFolder(afterAll);
const userData = join(folder, 'user-data');
let archive = '';
let app: ElectronApplication;

function electronBinary(): string | null {
  const electron = join(root, 'node_modules', 'electron');
  if (!existsSync(join(electron, 'path.txt'))) return null;
  const file = join(electron, 'dist', readFileSync(join(electron, 'path.txt'), 'utf8').trim());
  return existsSync(file) ? file : null;
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** The arguments of every start of the one app; Chromium's sandbox refuses to run as root. */
const args = (...files: string[]) => [
  archive,
  `--user-data-dir=${userData}`,
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ...files,
];
const env = () => ({ ...process.env, COUNTERSIGN_WORKSPACE: join(folder, 'workspace') });

/** Runs text in the page of the one window, whichever process serves it now. */
const inPage = (script: string): Promise<unknown> =>
  app.evaluate(
    ({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text),
    script,
  );

describe('in the real Electron', () => {
  beforeAll(async () => {
    if (missing !== null) return;
    const platform = process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'win' : 'linux';
    mkdirSync(join(folder, 'packed'));
    const packed = await packApp(
      { platform, arch: process.arch === 'arm64' ? 'arm64' : 'x64' },
      join(folder, 'packed'),
    );
    archive = join(packed.resources, 'app.asar');
    app = await _electron.launch({ executablePath: present(binary), args: args(), env: env() });
  });
  afterAll(() => app?.close().catch(() => undefined));
  beforeEach(({ skip }) => skip(missing !== null, missing ?? ''));

  it('shows the page behind its bridge, without Node in it', async () => {
    const page = await app.firstWindow();
    await page.waitForLoadState('load');
    expect(page.url()).toBe('countersign://app/');
    const found = await inPage('[typeof countersign.call, typeof require, typeof process, typeof module]');
    expect(found).toEqual(['function', 'undefined', 'undefined', 'undefined']);
  });

  it('breaks no rule of its own policy while it loads', async () => {
    const page = await app.firstWindow();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await Promise.all([
      page.waitForEvent('load'),
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload()),
    ]);
    expect(said.filter((line) => /Content Security Policy|Refused to/.test(line))).toEqual([]);
  });

  it('reaches nothing outside and goes nowhere', async () => {
    expect(await inPage(`fetch('https://example.com').then(() => 'reached', () => 'refused')`)).toBe('refused');
    expect(await inPage(`window.open('https://example.com') === null`)).toBe(true);
    await inPage(`void (location.href = 'https://example.com')`);
    expect(await inPage('location.href')).toBe('countersign://app/');
  });

  it('opens its database from beside the archive and counts words in a thread out of it', async () => {
    const script = readFileSync(join(root, 'seeds', 'demo', 'scripts', 'A Okafor-FHD1042-012345-8316-603(1).pdf'));
    const words = await inPage(`(async () => {
      const value = async (call, input) => (await countersign.call(call, input)).value;
      await value('workspace.create', ${JSON.stringify(DETAILS)});
      const learner = await value('learners.add', { name: 'Jo (demo)', registrationNumber: 'X1' });
      const pack = (await value('packs.list', {})).find((one) => one.code === 'ilm-8316');
      const bytes = Uint8Array.from(atob('${script.toString('base64')}'), (one) => one.charCodeAt(0));
      const file = JSON.stringify({ name: 'a.pdf', size: bytes.length });
      const { value: { token } } = await (await fetch('/transfer', { method: 'POST', body: file })).json();
      await fetch('/transfer/' + token + '?offset=0', { method: 'PUT', body: bytes });
      const taken = await value('attempts.take-in', { learner: learner.id, pack: pack.digest,
        assessment: 'diploma-603', files: [token], dateReceived: '2026-11-02', declarationDate: '2026-11-01',
        standardisationRefused: false });
      return taken.attempt.scripts[0].words.kind;
    })()`);
    expect(words).toBe('counted');
  });

  it('brings the page back when its process is killed, with the workspace still open', async () => {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    const state = () => inPage(`countersign.call('workspace.status', {}).then((reply) => reply.value.state)`);
    await vi.waitFor(async () => expect(await state()).toBe('open'), { timeout: 10_000, interval: 200 });
  });

  it('takes the file of a second start, which is over at once', async () => {
    await inPage('void countersign.onEvent((event) => { window.lastEvent = event; })');
    const file = join(root, 'seeds', 'demo', 'scripts', 'F Prosser-FHD1057-012345-8316-605(1).pdf');
    const second = spawn(present(binary), args(file), { env: env(), stdio: 'ignore' });
    expect(await new Promise((done) => second.once('exit', done))).toBe(0);
    await vi.waitFor(async () =>
      expect(await inPage('window.lastEvent')).toMatchObject({
        files: [{ name: 'F Prosser-FHD1057-012345-8316-605(1).pdf' }],
      }),
    );
  });

  it('quits when the page has saved, and leaves its window where it was', async () => {
    const closed = new Promise<void>((done) => app.once('close', () => done()));
    await app.evaluate(({ app: running }) => running.quit());
    await closed;
    expect(JSON.parse(readFileSync(join(userData, 'window.json'), 'utf8'))).toHaveProperty('maximised');
  });
});
