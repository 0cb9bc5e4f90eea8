import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog, ipcMain, Menu, powerMonitor, protocol, screen, session, shell, utilityProcess } from 'electron';
import type { AppEvent } from '../shared/api/contract.ts';
import { incidentLog } from './app/incident-log.ts';
import { readerLauncher } from './app/launch-reader.ts';
import { menuTemplate } from './app/menu.ts';
import { offerFiles } from './app/offered-files.ts';
import { openOutside } from './app/open-outside.ts';
import { filesAmong } from './app/opened-files.ts';
import { registerScheme, servePage } from './app/protocol.ts';
import { askToRestart, chooseFolder } from './app/questions.ts';
import { denyRequests, denyWandering, stayOffline } from './app/security.ts';
import { type AppWindow, bringToFront, createWindow } from './app/window.ts';
import { keepWindowState, readWindowState } from './app/window-state.ts';
import { CHANNELS } from './ipc/channels.ts';
import { listen } from './ipc/electron-transport.ts';
import type { IncidentLog } from './ipc/faults.ts';
import { createPageServer } from './ipc/page-server.ts';
import { createRouter, type Router } from './ipc/router.ts';
import { createApplication } from './services/application.ts';
import { systemClock } from './services/clock.ts';
import { outsideCopies } from './services/outside-copies.ts';
import { DEFAULT_COST } from './vault/key-slots.ts';

const here = dirname(fileURLToPath(import.meta.url));
/** Beside this file where it is built, in its own folder as source. */
const readerEntry = import.meta.url.endsWith('.ts')
  ? join(here, 'readers', 'reader-process.ts')
  : join(here, 'reader-process.js');
registerScheme(protocol);
stayOffline(app.commandLine);
app.enableSandbox();
denyWandering(app);
if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  const kept = incidentLog(app.getPath('logs'));
  const log: IncidentLog = (incident, error) => {
    kept(incident, error);
    if (!app.isPackaged) console.error(`Incident ${incident}:`, error);
  };
  process.on('uncaughtException', (error) => log(randomUUID().slice(0, 8), error));
  process.on('unhandledRejection', (reason) => log(randomUUID().slice(0, 8), reason));

  const copies = outsideCopies();
  let shown: AppWindow | null = null;
  const window = () => (shown && !shown.window.isDestroyed() ? shown.window : null);
  const page = () => window()?.webContents ?? null;
  const tell = (event: AppEvent) => page()?.send(CHANNELS.event, event);
  const countersign = createApplication({
    folder: process.env.COUNTERSIGN_WORKSPACE ?? join(homedir(), 'Countersign'),
    clock: systemClock,
    cost: DEFAULT_COST,
    host: {
      tell,
      openOutside: async (name, bytes) => openOutside(shell, await copies.make(name, bytes)),
      launchReader: readerLauncher(utilityProcess, readerEntry),
    },
  });
  const offered = offerFiles({
    workspace: countersign.workspace,
    listening: () => page()?.isLoading() === false,
    tell,
    log,
  });
  offered.add(filesAmong(process.argv.slice(1), process.cwd()));

  app.on('second-instance', (_event, args, folder) => {
    const open = window();
    if (open) bringToFront(open);
    offered.add(filesAmong(args.slice(1), folder));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    offered.add(filesAmong([path], '/'));
  });
  app.on('window-all-closed', () => app.quit());
  app.on('quit', () => {
    countersign.lock();
    copies.removeAll();
  });

  app.whenReady().then(open, giveUp).catch(giveUp);

  function open(): void {
    app.setAppUserModelId('org.countersign.app');
    denyRequests(session.defaultSession);
    servePage(protocol, createPageServer(countersign, join(here, '..', 'renderer'), log));
    const answer = createRouter(countersign, log);
    const router: Router = async (sender, call, input) => {
      const reply = await answer(sender, call, input);
      // The call may have opened the workspace that files wait for.
      void offered.deliver();
      return reply;
    };
    listen(ipcMain, {
      router,
      page,
      chooseDestination: async () => {
        const folder = await chooseFolder(window());
        return folder === null ? null : { token: countersign.destinations.issue(folder), label: basename(folder) };
      },
      flushed: () => shown?.flushed(),
    });
    powerMonitor.on('shutdown', () => app.quit());
    const devTools = !app.isPackaged;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, devTools)));
    const stateFile = join(app.getPath('userData'), 'window.json');
    const primary = screen.getPrimaryDisplay();
    const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
    shown = createWindow({
      preload: join(here, 'preload.cjs'),
      devTools,
      state: readWindowState(
        stateFile,
        [primary, ...others].map((display) => display.workArea),
      ),
      keepState: (state) => keepWindowState(stateFile, state),
      askFlush: () => tell({ kind: 'flush' }),
      recovery: { elapsed: () => performance.now(), askToRestart: (trouble) => askToRestart(window(), trouble), log },
    });
  }

  function giveUp(error: unknown): void {
    const incident = randomUUID().slice(0, 8);
    log(incident, error);
    dialog.showErrorBox(
      'Countersign could not start',
      `Nothing was changed, and everything saved is safe. Restart the computer and try again; if it fails once more, install Countersign again. Reference ${incident}.`,
    );
    app.exit(1);
  }
}
