import { randomUUID } from 'node:crypto';
import type { BrowserWindow, RenderProcessGoneDetails } from 'electron';
import type { IncidentLog } from '../ipc/faults.ts';

/** So many stops within so long, and the page is not brought back without asking. */
const STOPS = 3;
const WITHIN_MS = 60_000;

export type Trouble = 'stopping' | 'not-answering';

export type RecoveryOptions = {
  /** Milliseconds of a clock that only goes forward. */
  readonly elapsed: () => number;
  /** Whether the person wants the page started again; for `stopping`, no means quit. */
  readonly askToRestart: (trouble: Trouble) => Promise<boolean>;
  readonly log: IncidentLog;
};

/** Brings the page back after its process died or hangs. Services and workspace live in this process and go on. */
export function recoverPage(window: BrowserWindow, options: RecoveryOptions): void {
  let stops: readonly number[] = [];
  const contents = window.webContents;
  contents.on('render-process-gone', async (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    options.log(randomUUID().slice(0, 8), new PageGone(details));
    const now = options.elapsed();
    stops = [...stops.filter((then) => now - then < WITHIN_MS), now];
    const again = stops.length < STOPS || (await options.askToRestart('stopping'));
    if (window.isDestroyed()) return;
    if (again) contents.reload();
    else window.close();
  });
  window.on('unresponsive', async () => {
    const again = await options.askToRestart('not-answering');
    // Its end is heard above, which starts it again.
    if (again && !window.isDestroyed()) contents.forcefullyCrashRenderer();
  });
}

class PageGone extends Error {
  override readonly name = 'PageGone';
  readonly code: string;
  constructor({ reason, exitCode }: RenderProcessGoneDetails) {
    super('The page is gone');
    this.code = `${reason}-${exitCode}`;
  }
}
