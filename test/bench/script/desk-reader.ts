import type { Page } from 'playwright-core';

/** When the first page stood on the desk: as soon as anything of it did, and in its full sharpness. */
export type Drawn = { readonly anything: number; readonly sharp: number; readonly width: number };

/** Milliseconds that a page which was just loaded is left alone, as it is by a person who looks at it first. */
export const REST = 1000;

/** Milliseconds from the key that opens the attempt to its first page drawn, in a window that was just loaded. */
export async function openOnDesk(page: Page): Promise<Drawn> {
  await page.reload();
  const row = page.getByRole('grid', { name: 'Queue' }).getByRole('row').nth(1);
  await row.waitFor();
  await row.focus();
  await page.waitForTimeout(REST);
  await page.evaluate(WATCH);
  await page.keyboard.press('Enter');
  return page.evaluate<Drawn>('window.drawnOnDesk');
}

/** Text, because it runs in the page: notes when page 1 is drawn, until it has a pixel for each of the screen's. */
const WATCH = `window.drawnOnDesk = new Promise((resolve, reject) => {
  let from = 0;
  let anything = 0;
  const look = () => {
    const canvas = document.querySelector('[aria-label="Page 1"] canvas');
    if (!canvas) return;
    const now = performance.now() - from;
    anything ||= now;
    const wanted = canvas.parentElement.getBoundingClientRect().width * devicePixelRatio;
    if (canvas.width < wanted * 0.98) return;
    observer.disconnect();
    resolve({ anything, sharp: now, width: canvas.width });
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true });
  addEventListener('keydown', () => { from = performance.now(); }, { capture: true, once: true });
  setTimeout(() => reject(new Error('The first page was not drawn within a minute')), 60_000);
}); 'watching'`;
