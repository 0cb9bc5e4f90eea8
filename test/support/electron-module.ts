import { EventEmitter } from 'node:events';

/**
 * Stands where Electron's binary cannot be had: the parts of its module that the shell uses, with the checks that
 * matter (what was registered, denied, handled) kept for a test to look at. Types are Electron's own where they are used.
 */
type Handler = (event: unknown, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();
const listeners = new EventEmitter();
let pageListener: ((channel: string, ...args: unknown[]) => void) | null = null;

export const recorded = {
  handlers,
  schemes: [] as unknown[],
  protocolHandler: null as ((request: Request) => Promise<Response>) | null,
  exposed: new Map<string, unknown>(),
  windows: [] as BrowserWindow[],
  sent: [] as { channel: string; args: unknown[] }[],
  menu: null as unknown,
  destination: null as string | null,
  opened: [] as string[],
  permission: { request: null as unknown, check: null as unknown, device: null as unknown },
  beforeRequest: null as ((details: { url: string }, answer: (a: { cancel: boolean }) => void) => void) | null,
};

/** The frame that preload calls come from; a test changes it to play a stranger. */
export const senderFrame = { current: { url: 'countersign://app/', parent: null as unknown } as unknown };

class WebContents extends EventEmitter {
  windowOpenHandler: unknown = null;
  send(channel: string, ...args: unknown[]): void {
    recorded.sent.push({ channel, args });
    pageListener?.(channel, ...args);
  }
  setWindowOpenHandler(handler: unknown): void {
    this.windowOpenHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly options: unknown;
  url: string | null = null;
  destroyed = false;
  constructor(options: unknown) {
    super();
    this.options = options;
    recorded.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  static getAllWindows(): readonly BrowserWindow[] {
    return recorded.windows.filter((window) => !window.destroyed);
  }
  loadURL(url: string): Promise<void> {
    this.url = url;
    return Promise.resolve();
  }
  show(): void {}
  focus(): void {}
  restore(): void {}
  reload(): void {}
  isMinimized(): boolean {
    return false;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  destroy(): void {
    this.destroyed = true;
  }
}

class App extends EventEmitter {
  requestSingleInstanceLock(): boolean {
    return true;
  }
  whenReady(): Promise<void> {
    return Promise.resolve();
  }
  quit(): void {
    this.emit('quit');
  }
}
export const app = new App();

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => void recorded.schemes.push(...schemes),
  handle: (_scheme: string, handler: (request: Request) => Promise<Response>) => {
    recorded.protocolHandler = handler;
  },
};

class Session extends EventEmitter {
  readonly webRequest = {
    onBeforeRequest: (handler: typeof recorded.beforeRequest) => {
      recorded.beforeRequest = handler;
    },
  };
  setPermissionRequestHandler(handler: unknown): void {
    recorded.permission.request = handler;
  }
  setPermissionCheckHandler(handler: unknown): void {
    recorded.permission.check = handler;
  }
  setDevicePermissionHandler(handler: unknown): void {
    recorded.permission.device = handler;
  }
  setSpellCheckerLanguages(): void {}
}
export const session = { defaultSession: new Session() };

export const ipcMain = {
  handle: (channel: string, handler: Handler) => void handlers.set(channel, handler),
};

export const ipcRenderer = {
  invoke: async (channel: string, ...args: unknown[]) => {
    const sender = recorded.windows.at(-1)?.webContents;
    // What crosses a process is cloned; a value that cannot be is an error here as there.
    const answer = await handlers.get(channel)?.(
      { sender, senderFrame: senderFrame.current },
      ...structuredClone(args),
    );
    return structuredClone(answer);
  },
  on: (channel: string, listener: (...args: unknown[]) => void) => {
    listeners.on(channel, listener);
    pageListener = (sent, ...args) => listeners.emit(sent, {}, ...args);
  },
  removeListener: (channel: string, listener: (...args: unknown[]) => void) => void listeners.off(channel, listener),
};

export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => void recorded.exposed.set(name, value),
};

export const dialog = {
  showOpenDialog: async () =>
    recorded.destination === null
      ? { canceled: true, filePaths: [] }
      : { canceled: false, filePaths: [recorded.destination] },
};

export const shell = {
  openPath: async (path: string) => {
    recorded.opened.push(path);
    return '';
  },
};

export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => {
    recorded.menu = menu;
  },
};
