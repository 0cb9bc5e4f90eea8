import { findBrowser } from '../../../electron/browser-host/find-browser.ts';

/**
 * Opens one window in a process of its own, says when its field has the keyboard, and closes it. `app RENDERER WORKSPACE`:
 * the app before its workspace is unlocked; `empty`: a page with one field and nothing else, opened the same way. What the
 * other one needs is not loaded.
 */
const [kind, renderer = '', workspace = ''] = process.argv.slice(2);
const browser = findBrowser() ?? '';
const window = kind === 'app' ? await openApp() : await openEmpty();
await window.page.locator('input:focus').waitFor();
const sinceNavigation = await window.page.evaluate<number>('performance.now()');
process.stdout.write(`${sinceNavigation}\n`);
await window.close();

async function openApp() {
  const [{ startApp }, { systemClock }, { DEFAULT_COST }] = await Promise.all([
    import('../../../electron/browser-host/start-app.ts'),
    import('../../../electron/services/clock.ts'),
    import('../../../electron/vault/key-slots.ts'),
  ]);
  const running = await startApp({
    browser,
    headless: true,
    workspace,
    exports: workspace,
    renderer,
    clock: systemClock,
    cost: DEFAULT_COST,
    log: (incident, error) => console.error(incident, error),
  });
  return running.window;
}

async function openEmpty() {
  const { openWindow } = await import('../../../electron/browser-host/open-window.ts');
  const body = Buffer.from('<!doctype html><html lang="en"><title>Empty</title><input autofocus>');
  return openWindow({
    browser,
    headless: true,
    router: async (_sender, call) => ({ ok: false, error: { code: 'unknown-call', call: String(call) } }),
    serve: async ({ url }) =>
      url.pathname === '/'
        ? { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body }
        : { status: 404, headers: {}, body: Buffer.alloc(0) },
    chooseDestination: async () => null,
  });
}
