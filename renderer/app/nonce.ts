declare global {
  interface Window {
    __webpack_nonce__?: string;
  }
}

/** The nonce that the page was served with: what a style element needs under the page's policy. */
export function styleNonce(): string {
  const meta = document.querySelector('meta[property="csp-nonce"]');
  return meta instanceof HTMLElement ? (meta.nonce ?? '') : '';
}

// Dialogs lock the page's scrolling through a library that reads its nonce from this name.
window.__webpack_nonce__ = styleNonce();
