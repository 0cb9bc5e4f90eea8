import { EventEmitter } from 'node:events';
import { type Handler, recorded } from './electron-recorded.ts';
import { toPage } from './electron-window.ts';

export { app, BrowserWindow } from './electron-window.ts';

/**
 * Stands where Electron's binary cannot be had: the parts of its module that the shell uses. It closes and quits as
 * Electron does (a prevented close stops a quit); `recorded` keeps what a test looks at.
 */
/** The frame that preload calls come from; a test changes it to play a stranger. */
export const senderFrame = { current: { url: 'countersign://app/', parent: null as unknown } as unknown };

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
  setSpellCheckerEnabled(enabled: boolean): void {
    recorded.spelling = enabled;
  }
}
export const session = { defaultSession: new Session() };

export const ipcMain = {
  handle: (channel: string, handler: Handler) => void recorded.handlers.set(channel, handler),
};

export const ipcRenderer = {
  invoke: async (channel: string, ...args: unknown[]) => {
    const sender = recorded.windows.at(-1)?.webContents;
    // What crosses a process is cloned, later; a value that cannot be is an error here as there.
    const sent = await Promise.resolve(structuredClone(args));
    const answer = await recorded.handlers.get(channel)?.({ sender, senderFrame: senderFrame.current }, ...sent);
    return structuredClone(answer);
  },
  on: (channel: string, listener: (...args: unknown[]) => void) => void toPage.on(channel, listener),
  removeListener: (channel: string, listener: (...args: unknown[]) => void) => void toPage.off(channel, listener),
};

export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => void recorded.exposed.set(name, value),
};

export const dialog = {
  showOpenDialog: async () =>
    recorded.destination === null
      ? { canceled: true, filePaths: [] }
      : { canceled: false, filePaths: [recorded.destination] },
  showMessageBox: async (...question: unknown[]) => {
    recorded.questions.push(question.at(-1));
    return { response: recorded.response };
  },
  showErrorBox: (title: string, text: string) => void recorded.errorBoxes.push(`${title}: ${text}`),
};

export const shell = {
  openPath: async (path: string) => {
    recorded.opened.push(path);
    return '';
  },
  showItemInFolder: (path: string) => void recorded.shownInFolder.push(path),
};

export const Menu = {
  buildFromTemplate: (template: unknown) => ({ template, popup: () => void recorded.popups.push(template) }),
  setApplicationMenu: (menu: { readonly template: unknown }) => {
    recorded.menu = menu.template;
  },
};

export const screen = {
  getPrimaryDisplay: () => recorded.displays[0],
  getAllDisplays: () => recorded.displays,
};

export const powerMonitor = new EventEmitter();

export { utilityProcess } from './electron-utility-process.ts';
