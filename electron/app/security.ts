import type { App, Session, WebContents, WebPreferences } from 'electron';

/** The page's address in Electron; nothing else is ever loaded in a window. */
export const SCHEME = 'countersign';
export const ORIGIN = `${SCHEME}://app`;

/** What a window may do: a sandboxed page behind a bridge, nothing more. */
export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: true,
  };
}

/** Denies, for every window that ever is, navigation away, new windows and web views. */
export function denyWandering(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      if (!isOwn(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Denies permissions, device access, downloads and every request that does not stay on the page's own origin. */
export function denyRequests(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwn(details.url) }));
}

/** A call counts from the main frame of the one window, on the page's own origin. */
export function isTrustedSender(
  event: {
    readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
    readonly sender: WebContents;
  },
  window: WebContents | null,
): boolean {
  const frame = event.senderFrame;
  return window !== null && event.sender === window && frame !== null && frame.parent === null && isPage(frame.url);
}

function isPage(url: string): boolean {
  return url === ORIGIN || url.startsWith(`${ORIGIN}/`);
}

/** The page's own addresses, and what the page makes itself. */
function isOwn(url: string): boolean {
  return isPage(url) || url.startsWith(`blob:${ORIGIN}/`) || url.startsWith('data:') || url.startsWith('devtools:');
}
