import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AppEvent } from '../../shared/api/contract.ts';
import type { IncidentLog } from '../ipc/faults.ts';
import { createPageServer } from '../ipc/page-server.ts';
import { createRouter } from '../ipc/router.ts';
import { type Application, createApplication, type Host } from '../services/application.ts';
import type { Clock } from '../services/clock.ts';
import { isReadNotRun, outsideCopies } from '../services/outside-copies.ts';
import type { ScryptCost } from '../vault/key-slots.ts';
import { type HostWindow, openWindow } from './open-window.ts';

export type AppOptions = {
  readonly browser: string;
  readonly headless: boolean;
  readonly workspace: string;
  readonly exports: string;
  readonly renderer: string;
  readonly clock: Clock;
  readonly cost: ScryptCost;
  readonly log: IncidentLog;
  readonly size?: { readonly width: number; readonly height: number };
};

export type RunningApp = { readonly app: Application; readonly window: HostWindow };

/** The whole app in a browser window: services, router and page server behind it. */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const copies = outsideCopies();
  let tell: (event: AppEvent) => void = () => undefined;
  const host: Host = {
    tell: (event) => tell(event),
    openOutside: async (name, bytes) => openWithSystem(await copies.make(name, bytes)),
  };
  const { workspace: folder, clock, cost } = options;
  const app = createApplication({ folder, clock, cost, host });
  const window = await openWindow({
    browser: options.browser,
    headless: options.headless,
    router: createRouter(app, options.log),
    serve: createPageServer(app, options.renderer, options.log),
    chooseDestination: async () => {
      mkdirSync(options.exports, { recursive: true });
      return { token: app.destinations.issue(options.exports), label: options.exports };
    },
    ...(options.size ? { size: options.size } : {}),
  });
  tell = window.tell;
  void window.closed.then(() => {
    app.lock();
    copies.removeAll();
  });
  return { app, window };
}

/** True where the system has a program to ask, and it was asked. What a system might run is shown in its folder. */
function openWithSystem(copy: string): Promise<boolean> {
  const file = isReadNotRun(copy) ? copy : dirname(copy);
  const [command, args]: [string, string[]] =
    process.platform === 'darwin'
      ? ['open', [file]]
      : process.platform === 'win32'
        ? ['explorer.exe', [file]]
        : ['xdg-open', [file]];
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
