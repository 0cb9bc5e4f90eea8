import { findBrowser } from '../../../electron/browser-host/find-browser.ts';
import { openWindow } from '../../../electron/browser-host/open-window.ts';

/** A browser host with a window, which says that it is there and waits for its end. */
await openWindow({
  browser: findBrowser() ?? '',
  headless: true,
  router: async () => ({ ok: true, value: null }),
  serve: async () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('words') }),
  chooseDestination: async () => null,
});
process.stdout.write('open\n');
