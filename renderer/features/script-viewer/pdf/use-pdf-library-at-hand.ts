import { useEffect } from 'react';

/** Loads the PDF library once the window has nothing else to do, so that no script waits for it. */
export function usePdfLibraryAtHand(): void {
  useEffect(() => {
    // Where it cannot be had, opening a file says so.
    const idle = requestIdleCallback(() => void import('pdfjs-dist').catch(() => undefined));
    return () => cancelIdleCallback(idle);
  }, []);
}
