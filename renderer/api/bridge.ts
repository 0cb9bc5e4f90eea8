import type { Bridge } from '../../shared/api/contract.ts';

declare global {
  interface Window {
    readonly countersign?: Bridge;
  }
}

/** What the host gave this window; undefined where the page was opened outside the app. */
export function bridge(): Bridge | undefined {
  return window.countersign;
}
