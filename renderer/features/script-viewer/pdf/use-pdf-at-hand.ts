import { useEffect } from 'react';
import { keepSpareWorker } from './pdf-worker.ts';

/** Loads the PDF library and starts a worker once the window has nothing else to do, so that no script waits for them. */
export function usePdfAtHand(): void {
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      keepSpareWorker();
      // Where it cannot be had, opening a file says so.
      import('pdfjs-dist').catch(() => undefined);
    });
    return () => cancelIdleCallback(idle);
  }, []);
}
