import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { isTrustedSender } from '../app/security.ts';
import { CHANNELS } from './channels.ts';
import type { Router } from './router.ts';

export type ElectronTransport = {
  readonly router: Router;
  /** The one window's page, null while there is none. */
  readonly page: () => WebContents | null;
  readonly chooseDestination: () => Promise<{ readonly token: string; readonly label: string } | null>;
  readonly flushed: () => void;
};

/** Carries calls between the page's bridge and the router; it checks who asks and holds no logic. */
export function listen(ipcMain: IpcMain, transport: ElectronTransport): void {
  const trusted = (event: IpcMainInvokeEvent) => isTrustedSender(event, transport.page());
  ipcMain.handle(CHANNELS.call, (event, call: unknown, input: unknown) =>
    transport.router({ trusted: trusted(event) }, call, input),
  );
  ipcMain.handle(CHANNELS.choose, (event) => (trusted(event) ? transport.chooseDestination() : null));
  ipcMain.handle(CHANNELS.flushed, (event) => {
    if (trusted(event)) transport.flushed();
  });
}
