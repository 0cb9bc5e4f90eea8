import { type BaseWindow, BrowserWindow, Menu } from 'electron';
import { closeInTwoSteps } from './closing.ts';
import { contextMenuTemplate } from './menu.ts';
import { type RecoveryOptions, recoverPage } from './recovery.ts';
import { ORIGIN, webPreferences } from './security.ts';
import { LEAST, type WindowState } from './window-state.ts';

export type WindowOptions = {
  readonly preload: string;
  readonly devTools: boolean;
  readonly state: WindowState;
  readonly keepState: (state: WindowState) => void;
  /** Asks the page to save what is typed and to answer. */
  readonly askFlush: () => void;
  readonly recovery: RecoveryOptions;
};

export type AppWindow = {
  readonly window: BrowserWindow;
  /** Called when the page says that everything typed is saved. */
  readonly flushed: () => void;
};

/** The one window, as it was left the last time. */
export function createWindow(options: WindowOptions): AppWindow {
  const { place, width, height, maximised } = options.state;
  const window = new BrowserWindow({
    ...(place ?? {}),
    width,
    height,
    minWidth: LEAST.width,
    minHeight: LEAST.height,
    show: false,
    autoHideMenuBar: true,
    title: 'Countersign',
    webPreferences: webPreferences(options.preload, options.devTools),
  });
  window.on('close', () => options.keepState(stateOf(window)));
  const flushed = closeInTwoSteps(window, options.askFlush);
  recoverPage(window, options.recovery);
  // To maximise shows too, so not before there is something to see.
  window.once('ready-to-show', () => (maximised ? window.maximize() : window.show()));
  window.webContents.on('context-menu', (_event, params) => {
    const template = contextMenuTemplate(params, (word) => window.webContents.replaceMisspelling(word));
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
  });
  void window.loadURL(`${ORIGIN}/`);
  return { window, flushed };
}

export function bringToFront(window: BaseWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function stateOf(window: BrowserWindow): WindowState {
  const { x, y, width, height } = window.getNormalBounds();
  return { place: { x, y }, width, height, maximised: window.isMaximized() };
}
