import { BrowserWindow } from 'electron';
import { ORIGIN, webPreferences } from './security.ts';

/** How long a closing window may take to save what is still being typed. */
const FLUSH_MS = 5000;

export type AppWindow = {
  readonly window: BrowserWindow;
  /** Called when the page says that everything typed is saved. */
  readonly flushed: () => void;
};

/** The one window. Closing it first lets the page flush, then goes; a page that does not answer is not waited for. */
export function createWindow(preload: string, askFlush: (window: BrowserWindow) => void): AppWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 900,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    title: 'Countersign',
    webPreferences: webPreferences(preload),
  });
  let leave: (() => void) | null = null;
  window.on('close', (event) => {
    if (leave) return;
    event.preventDefault();
    const timer = setTimeout(() => leave?.(), FLUSH_MS);
    leave = () => {
      clearTimeout(timer);
      window.destroy();
    };
    askFlush(window);
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', () => {
    if (!window.isDestroyed()) window.reload();
  });
  void window.loadURL(`${ORIGIN}/`);
  return { window, flushed: () => leave?.() };
}
