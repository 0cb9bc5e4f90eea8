import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { type Rectangle, recorded } from './electron-recorded.ts';

/** What the page's end of the bridge listens with. */
export const toPage = new EventEmitter();

/** An event of Electron's that can be prevented. */
export class PreventableEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

class WebContents extends EventEmitter {
  windowOpenHandler: unknown = null;
  webRtcPolicy: string | null = null;
  loading = false;
  crashed = false;
  reloads = 0;
  killed = 0;
  replaced: string[] = [];
  send(channel: string, ...args: unknown[]): void {
    recorded.sent.push({ channel, args });
    toPage.emit(channel, {}, ...args);
  }
  setWindowOpenHandler(handler: unknown): void {
    this.windowOpenHandler = handler;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }
  isLoading(): boolean {
    return this.loading;
  }
  isCrashed(): boolean {
    return this.crashed;
  }
  reload(): void {
    this.reloads += 1;
    this.crashed = false;
  }
  forcefullyCrashRenderer(): void {
    this.killed += 1;
  }
  replaceMisspelling(word: string): void {
    this.replaced.push(word);
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly options: unknown;
  readonly did: string[] = [];
  url: string | null = null;
  destroyed = false;
  minimised = false;
  maximised = false;
  bounds: Rectangle = { x: 10, y: 20, width: 1000, height: 700 };
  constructor(options: unknown) {
    super();
    this.options = options;
    recorded.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(url: string): Promise<void> {
    this.url = url;
    return Promise.resolve();
  }
  show(): void {
    this.did.push('show');
  }
  focus(): void {
    this.did.push('focus');
  }
  restore(): void {
    this.did.push('restore');
    this.minimised = false;
  }
  maximize(): void {
    this.did.push('maximize');
    this.maximised = true;
  }
  isMinimized(): boolean {
    return this.minimised;
  }
  isMaximized(): boolean {
    return this.maximised;
  }
  getNormalBounds(): Rectangle {
    return this.bounds;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  /** True where nothing prevented it. */
  close(): boolean {
    const event = new PreventableEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
    return this.destroyed;
  }
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.emit('closed');
    if (recorded.windows.every((window) => window.destroyed)) app.emit('window-all-closed');
  }
}

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine = {
    appendSwitch: (name: string, value = '') => void recorded.switches.set(name, value),
  };
  /** A test clears it to play the second instance. */
  first = true;
  requestSingleInstanceLock(): boolean {
    return this.first;
  }
  whenReady(): Promise<void> {
    return Promise.resolve();
  }
  enableSandbox(): void {
    recorded.sandboxed = true;
  }
  setAppUserModelId(): void {}
  getPath(name: string): string {
    return join(recorded.folder, name);
  }
  quit(): void {
    if (!recorded.windows.filter((window) => !window.destroyed).every((window) => window.close())) return;
    recorded.quits += 1;
    this.emit('quit');
  }
  exit(code: number): void {
    recorded.exitCode = code;
  }
}
export const app = new App();
