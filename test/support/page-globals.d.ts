import type { Bridge } from '../../shared/api/contract.ts';

// What functions that playwright carries into the page find there; the tests themselves run without a DOM.
declare global {
  const document: { readonly activeElement: unknown };
  const window: { readonly countersign: Bridge };
}
