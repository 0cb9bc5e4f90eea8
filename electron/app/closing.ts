import type { BrowserWindow } from 'electron';

/** How long a closing window may take to save what is still being typed. */
const FLUSH_MS = 5000;

/**
 * Closing, and so quitting, in two steps: the page is asked to save what is typed, and the window goes when it answers.
 * A page that does not answer, or is gone, is not waited for. Returns what to call when the page has answered.
 */
export function closeInTwoSteps(window: BrowserWindow, askFlush: () => void): () => void {
  let waiting: NodeJS.Timeout | null = null;
  const leave = () => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
    if (!window.isDestroyed()) window.destroy();
  };
  window.on('close', (event) => {
    // Always: a second click on the cross must not be quicker than the first one's flush.
    event.preventDefault();
    if (waiting !== null) return;
    if (window.webContents.isCrashed()) {
      leave();
      return;
    }
    waiting = setTimeout(leave, FLUSH_MS);
    askFlush();
  });
  window.webContents.on('render-process-gone', () => {
    if (waiting !== null) leave();
  });
  // Windows is going down and waits for nobody: what can still be saved is.
  window.on('query-session-end', askFlush);
  return () => {
    if (waiting !== null) leave();
  };
}
