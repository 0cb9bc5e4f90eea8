import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell } from 'electron';
import type { AppEvent } from '../shared/api/contract.ts';
import { menuTemplate } from './app/menu.ts';
import { registerScheme, servePage } from './app/protocol.ts';
import { denyRequests, denyWandering } from './app/security.ts';
import { type AppWindow, createWindow } from './app/window.ts';
import { CHANNELS } from './ipc/channels.ts';
import { listen } from './ipc/electron-transport.ts';
import { createPageServer } from './ipc/page-server.ts';
import { createRouter } from './ipc/router.ts';
import { createApplication } from './services/application.ts';
import { systemClock } from './services/clock.ts';
import { outsideCopies } from './services/outside-copies.ts';
import { DEFAULT_COST } from './vault/key-slots.ts';

const here = dirname(fileURLToPath(import.meta.url));
registerScheme(protocol);
denyWandering(app);
if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  const copies = outsideCopies();
  let shown: AppWindow | null = null;
  const page = () => (shown && !shown.window.isDestroyed() ? shown.window.webContents : null);
  const tell = (event: AppEvent) => page()?.send(CHANNELS.event, event);
  const countersign = createApplication({
    folder: process.env.COUNTERSIGN_WORKSPACE ?? join(homedir(), 'Countersign'),
    clock: systemClock,
    cost: DEFAULT_COST,
    host: {
      tell,
      openOutside: async (name, bytes) => (await shell.openPath(await copies.make(name, bytes))) === '',
    },
  });
  const log = (incident: string, error: unknown) => console.error(`Incident ${incident}:`, error);

  app.on('second-instance', () => {
    if (shown?.window.isMinimized()) shown.window.restore();
    shown?.window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('quit', () => {
    countersign.lock();
    copies.removeAll();
  });

  void app.whenReady().then(() => {
    denyRequests(session.defaultSession);
    session.defaultSession.setSpellCheckerLanguages(['en-GB']);
    servePage(protocol, createPageServer(countersign, join(here, '..', 'renderer'), log));
    listen(ipcMain, {
      router: createRouter(countersign, log),
      page,
      chooseDestination: async () => {
        const chosen = await dialog.showOpenDialog({ properties: ['openDirectory', 'createDirectory'] });
        const [folder] = chosen.filePaths;
        if (chosen.canceled || folder === undefined) return null;
        return { token: countersign.destinations.issue(folder), label: basename(folder) };
      },
      flushed: () => shown?.flushed(),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform)));
    const open = () => {
      shown = createWindow(join(here, 'preload.cjs'), () => tell({ kind: 'flush' }));
    };
    open();
    app.on('activate', () => {
      if (BrowserWindow.getAllWindows().length === 0) open();
    });
  });
}
