import type { App, CommandLine, Session, WebContents, WebPreferences } from 'electron';

/** The page's address in Electron; nothing else is ever loaded in a window. */
export const SCHEME = 'countersign';
export const ORIGIN = `${SCHEME}://app`;

/** What a window may do: a sandboxed page behind a bridge, nothing more. */
export function webPreferences(preload: string, devTools: boolean): WebPreferences {
  return {
    preload,
    devTools,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: hasOwnSpelling(process.platform),
  };
}

/** Before the app is ready: no name resolves, no proxy is asked for, and Chromium's own errands stay undone. */
export function stayOffline(commandLine: CommandLine): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('no-proxy-server');
  commandLine.appendSwitch('disable-background-networking');
}

/** Denies, for every window that ever is, navigation away, new windows, web views and connections past the page's policy. */
export function denyWandering(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      if (event.isMainFrame || !isPage(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

/** Denies permissions, device access, downloads and every request that does not stay on the page's own origin. */
export function denyRequests(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwn(details.url) }));
  // Elsewhere the checker would fetch its dictionary from the network.
  session.setSpellCheckerEnabled(hasOwnSpelling(process.platform));
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

function hasOwnSpelling(platform: NodeJS.Platform): boolean {
  return platform === 'darwin';
}

function isPage(url: string): boolean {
  return url === ORIGIN || url.startsWith(`${ORIGIN}/`);
}

/** The page's own addresses, and what the page makes itself. */
function isOwn(url: string): boolean {
  return isPage(url) || url.startsWith(`blob:${ORIGIN}/`) || url.startsWith('data:') || url.startsWith('devtools:');
}
